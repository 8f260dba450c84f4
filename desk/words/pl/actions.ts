import type { ChangeFailure } from '../../models/ticket-model.ts';

/** In Polish: what can be done to a ticket. */
export const actions = {
  actions: 'Działania',
  moreActions: 'Pozostałe działania',
  assignee: 'Przypisane do',
  take: 'Weź',
  lift: 'To awaria',
  lower: 'To nie awaria',
  snooze: 'Odłóż',
  wake: 'Przywróć teraz',
  correctTicket: 'Popraw temat, kontakt, tytuł',
  merge: 'Połącz…',
  mergeTitle: (number: string) => `Połącz zgłoszenie ${number} z\u00a0innym`,
  mergeChoices: 'Zgłoszenia tego sklepu',
  mergeNumber: 'Numer zgłoszenia, które zostanie',
  mergeErrors: {
    wrong: 'Taki numer nie istnieje – sprawdź cyfry.',
    own: 'To numer tego zgłoszenia. Podaj numer drugiego.',
  },
  mergeMore:
    'Wiadomości i\u00a0notatki przejdą do wskazanego zgłoszenia, a\u00a0oba numery będą prowadzić do jednej rozmowy. Niepotwierdzony nadawca przeczyta w\u00a0niej tylko własne wiadomości i\u00a0nowe odpowiedzi, dopóki nie powiesz, że to ta sama osoba. Zostaje wcześniejszy z\u00a0obiecanych terminów. Połączenie możesz cofnąć przez dobę.',
  samePerson: 'Ta sama osoba',
  samePersonOf: (number: string) => `Ta sama osoba – nadawca zgłoszenia ${number}`,
  samePersonMore:
    'Oba numery pokażą nadawcom całą rozmowę. Zaznacz tylko wtedy, gdy masz pewność: pozór duplikatu to za mało.',
  samePersonSaid: 'ta sama osoba',
  unmerge: 'Rozłącz',
  unmergeOf: (number: string) => `Rozłącz zgłoszenie ${number}`,
  unmergeUntil: (moment: string) =>
    `Możesz rozłączyć do: ${moment}. To, co napisano po\u00a0połączeniu, zostanie w\u00a0tym zgłoszeniu.`,
  mergeNow: 'Połącz',
  mergedFrom: (number: string) => `ze zgłoszenia ${number}`,
  merged: 'Dołączone zgłoszenia',
  cancel: 'Anuluj',
  linkIncident: 'Znany problem',
  unlinkIncident: 'Odłącz od problemu',
  noIncidents: 'Nie ma nierozwiązanych problemów.',
  dismiss: 'Zamknij',
  changeFailure(failure: ChangeFailure): string {
    if (failure.kind === 'taken') {
      return failure.by ? `Zgłoszenie ma już ${failure.by}.` : 'Zgłoszenie nie jest już nikomu przypisane.';
    }
    if (failure.kind === 'newer-message') return 'Klient napisał coś nowego. Przeczytaj, zanim zgłoszenie się zamknie.';
    if (failure.kind === 'thread-full') return 'Po połączeniu rozmowa byłaby dłuższa, niż może mieć jedno zgłoszenie.';
    if (failure.kind === 'not-merged')
      return 'Łączyć można tylko zgłoszenia tego samego sklepu, a\u00a0wskazane nie może być zamknięte.';
    if (failure.kind === 'not-unmerged')
      return 'Tego połączenia nie da się już cofnąć: minęła doba albo zgłoszenie połączono dalej.';
    if (failure.kind === 'not-linked')
      return 'Ten problem jest już rozwiązany: odpowiedź poszła, a\u00a0to zgłoszenie by jej nie dostało. Odpowiedz w\u00a0nim osobno.';
    if (failure.kind === 'address-not-added')
      return failure.shop
        ? `Ten adres ma sklep ${failure.shop}. Jeden adres panelu należy do jednego sklepu.`
        : 'Tego adresu nie można dodać do adresów sklepu.';
    if (failure.kind === 'not-allowed')
      return 'Tego nie można teraz zrobić: klient czeka na odpowiedź albo stan się zmienił.';
    return 'Brak połączenia. Zmiana mogła się nie zapisać.';
  },
};
