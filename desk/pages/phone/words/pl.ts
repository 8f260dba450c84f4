import type { OutageFact, SupportState } from '../../../../src/contract/lists.ts';
import type { ProblemCode } from '../../../../src/contract/problem.ts';
/** In Polish: the page of new tickets. */
export const pl = {
  lead: 'Rozmowa telefoniczna albo sprawa, którą zakładasz za sklep. Zgłoszenie od razu jest Twoje. To, co wpisane, zostaje w\u00a0tej przeglądarce aż do wysłania.',
  takenMeanwhile: 'Ostatnie zgłoszenie zostało przyjęte. Numer:',
  findShop: 'Sklep: nazwa, numer pomocy, adres albo e-mail',
  foundShops: 'Znalezione sklepy',
  looking: 'Szukanie…',
  noShop:
    'Nie ma takiego sklepu w\u00a0rejestrze. Poproś o\u00a0numer pomocy: jest na stronie głównej panelu, w\u00a0zakładce „Informacje o\u00a0sklepie”.',
  notLooked: 'Nie udało się szukać. Sprawdź połączenie i\u00a0wpisz jeszcze raz.',
  shop: 'Sklep',
  otherShop: 'Inny sklep',
  narrowed: {
    expired:
      'Pomoc jest dziś nieaktywna, więc można przyjąć tylko zgłoszenie luki lub błędu krytycznego, sprawę aktualizacji i\u00a0prośbę o\u00a0przedłużenie pomocy. W\u00a0innej sprawie zaproponuj pakiet i\u00a0wybierz temat „Przedłużenie pomocy”.',
    'not-bought-directly':
      'Licencji nie kupiono u\u00a0nas, więc pomaga sprzedawca tego sklepu. Przyjąć można tylko zgłoszenie luki lub błędu krytycznego; z\u00a0resztą skieruj do sprzedawcy.',
  } satisfies Partial<Record<SupportState, string>>,
  facts: 'Co nie działa?',
  factsHint:
    'Zaznacz wszystko, co potwierdza sklep: awaria staje na górze kolejki. Bez zaznaczenia to zwykłe zgłoszenie.',
  factNames: {
    'shop-down': 'Sklep nie działa',
    'orders-blocked': 'Nie można złożyć zamówienia',
    'panel-down': 'Panel nie działa',
    'break-in': 'Włamanie',
  } satisfies Record<OutageFact, string>,
  otherOutage: 'Inna awaria',
  name: 'Kto zgłasza',
  phone: 'Telefon do oddzwonienia',
  subject: 'Temat w\u00a0kilku słowach',
  description: 'Co się dzieje (słowami sklepu, który to zobaczy)',
  topic: 'Rodzaj sprawy',
  soldBy: (seller: string) => `Sprzedawca: ${seller}.`,
  open: 'Otwarte bez pomocy technicznej',
  covered: 'W\u00a0zakresie pomocy',
  uncovered: 'Poza zakresem pomocy',
  email: 'E-mail klienta',
  emailHint: 'Z\u00a0rejestru; można poprawić. Bez e-maila klient otworzy zgłoszenie numerem i\u00a0kodem.',
  errors: {
    shop: 'Wybierz sklep z\u00a0listy.',
    subject: 'Wpisz temat, co najmniej 3\u00a0znaki.',
    description: 'Wpisz, co się dzieje.',
    email: 'To nie jest adres e-mail. Popraw go albo zostaw puste.',
  },
  send: 'Przyjmij zgłoszenie',
  sending: 'Wysyłanie…',
  sendAgain: 'Wyślij ponownie',
  waiting: 'Brak połączenia. Wszystko jest zapisane; ponowne wysłanie nie zdubluje zgłoszenia.',
  refusals: {
    'support-expired':
      'Nie przyjęto: pomoc tego sklepu jest dziś nieaktywna. Wybierz lukę lub błąd krytyczny, aktualizacje albo przedłużenie pomocy.',
    'not-bought-directly':
      'Nie przyjęto: licencji nie kupiono u\u00a0nas. Skieruj do sprzedawcy albo wybierz lukę lub błąd krytyczny.',
    'not-found': 'Nie przyjęto: tego sklepu nie ma już w\u00a0rejestrze. Wybierz sklep jeszcze raz.',
  } satisfies Partial<Record<ProblemCode, string>>,
  refused: 'Serwis nie przyjął zgłoszenia. Wszystko jest nadal w\u00a0polach.',
  discard: 'Wyczyść',
};
