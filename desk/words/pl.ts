import type { SignInFailure } from '../models/session-model.ts';
import type { ChangeFailure } from '../models/ticket-model.ts';
import { largestUnit } from './moments.ts';

const plural = new Intl.PluralRules('pl');

/** One of three forms: 1 wiadomość, 2 wiadomości, 5 wiadomości. */
function form(count: number, one: string, few: string, many: string): string {
  const kind = plural.select(count);
  return kind === 'one' ? one : kind === 'few' ? few : many;
}

const UNITS = { minute: 'min', hour: 'godz.', day: '' };

function duration(milliseconds: number): string {
  const { count, unit } = largestUnit(milliseconds);
  return `${count}\u00a0${UNITS[unit] || form(count, 'dzień', 'dni', 'dni')}`;
}

const statuses: Record<string, string> = {
  new: 'Nowe',
  'in-progress': 'W trakcie',
  'waiting-for-customer': 'Oczekuje na odpowiedź klienta',
  solved: 'Rozwiązane',
  closed: 'Zamknięte',
};

/** Every text of the desk in Polish; the one place where failures become words. */
export const pl = {
  locale: 'pl',
  desk: 'Biurko pomocy',
  product: 'Pomoc online',
  otherLanguage: 'English',
  skip: 'Przejdź do zgłoszenia',

  // signing in
  signIn: 'Zaloguj się',
  signingIn: 'Logowanie…',
  email: 'E-mail',
  password: 'Hasło',
  checking: 'Sprawdzanie sesji…',
  noService: 'Serwis nie odpowiada. Sprawdź połączenie i\u00a0spróbuj ponownie.',
  again: 'Spróbuj ponownie',
  ended: 'Sesja wygasła. Po zalogowaniu wszystko, co jest napisane, wróci na swoje miejsce.',
  insecure: 'Tu nie można się zalogować',
  insecureMore:
    'Strona jest otwarta przez http bez szyfrowania. Sesja biurka jest w\u00a0ciasteczku, które przeglądarka przyjmuje tylko przez https (albo pod adresem localhost). Otwórz biurko pod adresem https://.',
  signInFailure(failure: SignInFailure): string {
    if (failure.kind === 'wrong') return 'E-mail lub hasło się nie zgadza.';
    if (failure.kind === 'unanswered') return 'Brak połączenia z\u00a0serwisem. Spróbuj ponownie za chwilę.';
    const { minutes } = failure;
    return `Za dużo prób. Następna będzie możliwa za ${minutes}\u00a0${form(minutes, 'minutę', 'minuty', 'minut')}.`;
  },
  signOut: 'Wyloguj',
  signOutEverywhere: 'Wyloguj wszędzie',
  account: 'Konto',

  // the line
  live: 'Na żywo',
  connecting: 'Łączenie…',
  lost: 'Brak połączenia – odświeżamy co\u00a030\u00a0s',

  // the lists
  lists: 'Zgłoszenia',
  queue: 'Kolejka',
  all: 'Wszystkie',
  sections: {
    outages: 'Awarie',
    'due-soon': 'Kończy się termin',
    queue: 'Kolejka',
    all: 'Wszystkie zgłoszenia',
    found: 'Znalezione zgłoszenia',
  },
  filters: 'Filtry',
  whose: 'Przypisanie',
  everyone: 'Wszyscy',
  mine: 'Moje',
  unassigned: 'Niczyje',
  channel: 'Kanał',
  topic: 'Temat',
  status: 'Status',
  any: 'dowolny',
  clear: 'Wyczyść filtry',
  more: 'Pokaż więcej',
  loading: 'Wczytywanie…',
  notLoaded: 'Nie udało się wczytać zgłoszeń. Spróbujemy ponownie.',
  nothing: 'Nic nie czeka na odpowiedź.',
  nothingFiltered: 'Żadne zgłoszenie nie pasuje do filtrów.',
  search: 'Szukaj: numer, słowa, sklep albo e-mail',
  searchShort: 'Szukaj',
  foundFor: 'Szukano:',
  foundShops: 'Znalezione sklepy',
  nothingFound: 'Żadne zgłoszenie nie pasuje.',
  openNumber: 'Otwórz',
  unseen: 'nowe',
  unseenMessages: (count: number) => `${count}\u00a0${form(count, 'nowa', 'nowe', 'nowych')}`,
  nobody: 'niczyje',
  outside: 'poza zakresem',
  arrived(subjects: readonly string[]): string {
    return subjects.length === 1 ? `Nowe zgłoszenie: ${subjects[0]}` : `Nowe zgłoszenia: ${subjects.length}`;
  },
  left: (milliseconds: number) => {
    const { count } = largestUnit(milliseconds);
    const isDay = largestUnit(milliseconds).unit === 'day';
    const verb = isDay ? form(count, 'został', 'zostały', 'zostało') : form(count, 'została', 'zostały', 'zostało');
    return `${verb}\u00a0${duration(milliseconds)}`;
  },
  late: (milliseconds: number) => `spóźnione o\u00a0${duration(milliseconds)}`,
  outageFor: (milliseconds: number) => `awaria od\u00a0${duration(milliseconds)}`,
  snoozedUntil: (moment: string) => `odłożone do\u00a0${moment}`,
  answerBy: (moment: string) => `Odpowiedź obiecana do ${moment}`,

  // the ticket
  ticket: 'Zgłoszenie',
  chooseTicket: 'Wybierz zgłoszenie z\u00a0listy',
  chooseTicketMore: 'j i\u00a0k chodzą po liście, Enter otwiera, ? pokazuje wszystkie klawisze.',
  back: 'Lista',
  toShop: 'Sklep',
  toThread: 'Rozmowa',
  received: 'przyjęte',
  gone: 'Nie ma zgłoszenia o\u00a0tym numerze.',
  ticketNotLoaded: 'Nie udało się wczytać zgłoszenia. Spróbujemy ponownie.',
  thread: 'Rozmowa',
  customer: 'Klient',
  note: 'Notatka wewnętrzna',
  newMessage: 'Nowa',
  unseenByReply: 'Przyszła, gdy odpowiedź była pisana',
  seenByCustomer: 'Przeczytane przez klienta',
  download: 'Pobierz',
  showPicture: 'Pokaż obraz',
  hidePicture: 'Ukryj obraz',
  noPicture: 'Nie udało się pokazać obrazu',
  diagnostics: 'Dane techniczne',
  outageFacts: 'Fakty awarii',
  audit: 'Historia zgłoszenia',
  present: (name: string, isWriting: boolean) => (isWriting ? `${name} pisze odpowiedź…` : `${name} ogląda zgłoszenie`),

  // what can be done
  actions: 'Działania',
  assignee: 'Przypisane do',
  take: 'Weź',
  lift: 'To awaria',
  lower: 'To nie awaria',
  snooze: 'Odłóż',
  snoozeUntil: 'Odłóż do…',
  wake: 'Przywróć teraz',
  snoozePresets: {
    hours: 'za 3\u00a0godziny',
    tomorrow: 'jutro o\u00a08:00',
    monday: 'w\u00a0poniedziałek o\u00a08:00',
    week: 'za tydzień o\u00a08:00',
  },
  dismiss: 'Zamknij',
  changeFailure(failure: ChangeFailure): string {
    if (failure.kind === 'taken') {
      return failure.by ? `Zgłoszenie ma już ${failure.by}.` : 'Zgłoszenie nie jest już nikomu przypisane.';
    }
    if (failure.kind === 'newer-message') return 'Klient napisał coś nowego. Przeczytaj, zanim zgłoszenie się zamknie.';
    if (failure.kind === 'not-allowed')
      return 'Tego nie można teraz zrobić: klient czeka na odpowiedź albo stan się zmienił.';
    return 'Brak połączenia. Zmiana mogła się nie zapisać.';
  },

  // answering
  composer: 'Odpowiadanie',
  replyTab: 'Odpowiedź',
  noteTab: 'Notatka',
  replyField: 'Treść odpowiedzi',
  noteField: 'Treść notatki, której klient nie zobaczy',
  replyPlaceholder: 'Odpowiedź dla klienta…',
  notePlaceholder: 'Notatka tylko dla nas…',
  after: 'Potem',
  send: 'Wyślij',
  sendAnyway: 'Wyślij mimo to',
  saveNote: 'Zapisz notatkę',
  sendAgain: 'Wyślij ponownie',
  sending: 'Wysyłanie…',
  waiting: 'Brak połączenia. Treść jest zapisana; ponowne wysłanie nie zdubluje odpowiedzi.',
  behind: 'Ktoś napisał, gdy odpowiedź powstawała. Nowa wiadomość jest zaznaczona powyżej.',
  newer: 'Nie wysłano: w\u00a0rozmowie jest nowa wiadomość, zaznaczona powyżej. Sprawdź, czy odpowiedź nadal pasuje.',
  refused: 'Serwis nie przyjął treści. Tekst jest nadal w\u00a0polu.',
  draftKept: 'Szkic zapisany',
  sentReply: 'Odpowiedź wysłana',
  sentNote: 'Notatka zapisana',
  macros: 'Wstaw tekst',
  macroGroups: { own: 'Teksty', scope: 'Poza zakresem wsparcia' },

  // the shop
  shop: 'Sklep',
  supportNumber: 'Numer pomocy',
  address: 'Adres',
  contact: 'Kontakt',
  edition: 'Wersja programu',
  version: 'Wersja sklepu',
  behindVersion: (current: string) => `starsza niż bieżąca ${current}`,
  currentVersion: 'bieżąca',
  unknown: 'nieznana',
  support: 'Pomoc techniczna',
  supportStates: {
    active: 'Aktywna',
    expired: 'Okres minął',
    'not-bought-directly': 'Kupiony u\u00a0innego sprzedawcy',
    unrecognised: 'Nierozpoznany',
  } as Record<string, string>,
  untilDay: (day: string) => `do ${day}`,
  daysLeft: (days: number) =>
    `${form(days, 'został', 'zostały', 'zostało')} ${days}\u00a0${form(days, 'dzień', 'dni', 'dni')}`,
  licence: 'Licencja',
  licences: { valid: 'Ważna', breached: 'Złamana – bez dostępu do aktualizacji' } as Record<string, string>,
  earlier: 'Wcześniejsze zgłoszenia',
  noEarlier: 'To pierwsze zgłoszenie tego sklepu.',

  statuses,
  channels: { panel: 'Panel', form: 'Formularz', phone: 'Telefon', email: 'E-mail' } as Record<string, string>,
  topics: {
    configuration: 'Konfiguracja',
    running: 'Codzienna praca',
    outage: 'Awaria',
    installation: 'Pierwsza instalacja',
    updates: 'Dostęp do aktualizacji',
    security: 'Luka lub błąd krytyczny',
    renewal: 'Przedłużenie pomocy',
    other: 'Inny temat',
    N1: 'N1 Własne zmiany',
    N2: 'N2 Naprawa po zmianach',
    N3: 'N3 Nieudana aktualizacja',
    N4: 'N4 Wirusy, włamanie',
    N5: 'N5 Zmiana wyglądu',
    N6: 'N6 Kolejna instalacja',
    N7: 'N7 Wgranie aktualizacji',
    N8: 'N8 Plik CSV lub XML',
    N9: 'N9 Konfiguracja serwera',
    N10: 'N10 Własna aktualizacja',
  } as Record<string, string>,
  facts: {
    'shop-down': 'sklep nie działa',
    'orders-blocked': 'nie można złożyć zamówienia',
    'panel-down': 'panel nie działa',
    'break-in': 'włamanie',
  } as Record<string, string>,
  auditActions: {
    'ticket.opened': 'zgłoszenie przyjęte',
    'ticket.message': 'wiadomość klienta',
    'ticket.answered': 'odpowiedź',
    'ticket.note': 'notatka',
    'ticket.moved': 'zmiana statusu',
    'ticket.seen': 'przeczytanie',
    'ticket.assigned': 'przypisanie',
    'ticket.lifted': 'podniesienie do awarii',
    'ticket.lowered': 'zdjęcie z\u00a0awarii',
    'ticket.snoozed': 'odłożenie',
    'ticket.token-revoked': 'unieważnienie dostępu',
    'ticket.closed-after-quiet': 'zamknięcie po ciszy',
  } as Record<string, string>,
  actors: { customer: 'Klient', operator: 'Operator', system: 'System' } as Record<string, string>,

  // keys
  keys: 'Klawisze',
  keysMore: 'Działają, gdy kursor nie stoi w\u00a0polu tekstowym.',
  keyActions: {
    next: 'następne zgłoszenie na liście',
    previous: 'poprzednie zgłoszenie na liście',
    open: 'otwórz wskazane zgłoszenie',
    reply: 'odpowiedz',
    note: 'dodaj notatkę',
    take: 'weź zgłoszenie',
    search: 'wpisz numer zgłoszenia',
    back: 'wyjdź z\u00a0pola, a\u00a0potem wróć do listy',
    help: 'pokaż klawisze',
    send: 'wyślij to, co jest napisane',
  },
  close: 'Zamknij',
};

export type Words = typeof pl;
