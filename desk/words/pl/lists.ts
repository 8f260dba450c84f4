import { CLOSING_UNDO_MINUTES } from '../../../src/contract/desk/close-tickets.ts';
import type { CloseReason, TicketStatus } from '../../../src/contract/lists.ts';
import { lengthOf, type PlannedMoment } from '../moments.ts';
import { duration, form } from './grammar.ts';

/** Durations below a minute have their own words. */
const MINUTE_MS = 60_000;

/** In Polish: the queue and the other lists. */
export const lists = {
  lists: 'Zgłoszenia',
  queue: 'Kolejka',
  all: 'Wszystkie',
  sections: {
    outages: 'Awarie',
    'due-soon': 'Kończy się termin',
    promised: 'Obiecane',
    queue: 'Kolejka',
    all: 'Wszystkie zgłoszenia',
    found: 'Znalezione zgłoszenia',
  },
  tabs: { queue: 'Kolejka', mine: 'Moje', unassigned: 'Niczyje', all: 'Wszystkie' },
  density: 'Zwarta lista',
  longestWait: (milliseconds: number) => `najdłużej czeka ${duration(milliseconds)}`,
  lateOnes: (count: number) => `${count}\u00a0${form(count, 'spóźnione', 'spóźnione', 'spóźnionych')}`,
  mineOnes: (count: number) => `${count}\u00a0${form(count, 'moje', 'moje', 'moich')}`,
  queueOrder: 'panel, formularz, e-mail',
  furtherUnproven: (count: number) =>
    `i\u00a0${count}\u00a0${form(count, 'kolejne, niepotwierdzone', 'kolejne, niepotwierdzone', 'kolejnych, niepotwierdzonych')}`,
  filters: 'Filtry',
  channel: 'Kanał',
  topic: 'Temat',
  status: 'Status',
  senderProof: 'Nadawca',
  choose: (number: string) => `Zaznacz ${number}`,
  chosen: (count: number) => `Zaznaczone: ${count}`,
  chooseNone: 'Odznacz wszystkie',
  chooseShops: 'Zaznacz wszystkie z\u00a0tego sklepu',
  blockShops: (count: number) =>
    count === 1 ? 'Zablokuj sklep…' : `Zablokuj ${count}\u00a0${form(count, 'sklep', 'sklepy', 'sklepów')}…`,
  keepLastHour: 'Zostaw tylko z\u00a0ostatniej godziny',
  closeReason: 'Powód',
  closeReasons: {
    abuse: 'nadużycie',
    duplicate: 'powtórzone zgłoszenie',
    'solved-elsewhere': 'rozwiązane inaczej',
  } satisfies Record<CloseReason, string>,
  closeReasonNone: 'wybierz…',
  closeReasonMissing: 'Najpierw wybierz powód.',
  closeSure: (count: number, reason: CloseReason) => {
    const what = `${count}\u00a0${form(count, 'zgłoszenie', 'zgłoszenia', 'zgłoszeń')}`;
    return reason === 'abuse'
      ? `Zamknąć ${what} jako nadużycie? Nikt nie dostanie wiadomości. Dołączone pliki od razu znikną u\u00a0wszystkich, a\u00a0po ${CLOSING_UNDO_MINUTES}\u00a0minutach usuniemy je na zawsze. Do tego czasu możesz wszystko cofnąć.`
      : `Zamknąć ${what}? Nikt nie dostanie wiadomości. Przez ${CLOSING_UNDO_MINUTES}\u00a0minut możesz to cofnąć.`;
  },
  closeYes: 'Tak, zamknij',
  closeNo: 'Nie zamykaj',
  closeChosen: (count: number) => `Zamknij ${count}\u00a0${form(count, 'zgłoszenie', 'zgłoszenia', 'zgłoszeń')}`,
  closedChosen: (closed: number, left: readonly string[]) =>
    left.length === 0
      ? `Zamknięto: ${closed}.`
      : `Zamknięto: ${closed}. Bez zmian, bo coś się w\u00a0nich wydarzyło: ${left.join(', ')}.`,
  notClosed: 'Nie udało się zamknąć. Spróbuj jeszcze raz.',
  undoClosing: (time: string) => `Cofnij zamknięcie (można do ${time})`,
  closingUndone: (restored: number, left: readonly string[]) =>
    left.length === 0
      ? `Cofnięto zamknięcie: ${restored}.`
      : `Cofnięto zamknięcie: ${restored}. Bez zmian, bo coś się w\u00a0nich wydarzyło: ${left.join(', ')}.`,
  undoLate: `Minęło ${CLOSING_UNDO_MINUTES}\u00a0minut, więc tego zamknięcia nie można już cofnąć.`,
  notUndone: 'Nie udało się cofnąć. Spróbuj jeszcze raz.',
  any: 'dowolny',
  everyShop: 'Pokaż wszystkie sklepy',
  clear: 'Wyczyść filtry',
  more: 'Pokaż więcej',
  loading: 'Wczytywanie…',
  notLoaded: 'Nie udało się wczytać zgłoszeń. Spróbujemy ponownie.',
  unknownAddress: 'Pod tym adresem nic nie ma. Numer zgłoszenia można wpisać w\u00a0wyszukiwarce.',
  nothing: 'Nic nie czeka na odpowiedź.',
  none: 'Nie ma jeszcze żadnych zgłoszeń.',
  nothingFiltered: 'Żadne zgłoszenie nie pasuje do filtrów.',
  search: 'Szukaj: numer, słowa, sklep albo e-mail',
  searchShort: 'Szukaj',
  foundFor: 'Szukano:',
  foundShops: 'Znalezione sklepy',
  foundBy: { panel: 'znaleziono po adresie panelu', former: 'znaleziono po poprzednim adresie' },
  foundByOther: 'znaleziono po innym adresie',
  nothingFound: 'Żadne zgłoszenie nie pasuje.',
  openNumber: 'Otwórz',
  unseen: 'nowe',
  unseenMessages: (count: number) => `${count}\u00a0${form(count, 'nowa', 'nowe', 'nowych')}`,
  unseenByMe: (count: number) =>
    `${count}\u00a0${form(count, 'nieprzeczytana', 'nieprzeczytane', 'nieprzeczytanych')} przez Ciebie, zespół już zna`,
  nobody: 'niczyje',
  outside: 'poza zakresem',
  undecided: 'zakres nieustalony',
  withoutSupport: {
    expired: 'po okresie pomocy',
    'not-bought-directly': 'kupiony u\u00a0innego sprzedawcy',
    unrecognised: 'sklep poza rejestrem',
  },
  arrived(subjects: readonly string[]): string {
    return subjects.length === 1 ? `Nowe zgłoszenie: ${subjects[0]}` : `Nowe zgłoszenia: ${subjects.length}`;
  },
  left: (milliseconds: number) => {
    const { count, unit } = lengthOf(milliseconds);
    const verb =
      unit === 'day' ? form(count, 'został', 'zostały', 'zostało') : form(count, 'została', 'zostały', 'zostało');
    return `${verb}\u00a0${duration(milliseconds)}`;
  },
  late: (milliseconds: number) => `spóźnione o\u00a0${duration(milliseconds)}`,
  waitingFor: (milliseconds: number) => (milliseconds < MINUTE_MS ? 'czeka' : `czeka\u00a0${duration(milliseconds)}`),
  snoozedUntil: (moment: string) => `odłożone do\u00a0${moment}`,
  cameBack: (moment: string) => `wróciło:\u00a0${moment}`,
  until: ({ day, time, name }: PlannedMoment) =>
    `do\u00a0${{ today: time, tomorrow: `jutra ${time}`, yesterday: `wczoraj ${time}`, week: `${name} ${time}`, far: name }[day]}`,
  noTerm: 'bez terminu',
  since: {
    new: (on: string) => `przyszło ${on}`,
    'in-progress': (on: string) => `w\u00a0trakcie od ${on}`,
    'waiting-for-customer': (on: string) => `u\u00a0klienta od ${on}`,
    solved: (on: string) => `rozwiązane ${on}`,
    closed: (on: string) => `zamknięte ${on}`,
  } satisfies Record<TicketStatus, (on: string) => string>,
  holds: (name: string) => `prowadzi ${name}`,
  holdsMe: (name: string) => `prowadzisz Ty, ${name}`,
  writesHere: (name: string) => `teraz pisze ${name}`,
  readsHere: (name: string) => `teraz czyta ${name}`,
  withFiles: 'są pliki lub zrzuty',
  unprovenSender: 'nadawca niepotwierdzony',
  cameAt: (moment: string) => `Przyszło ${moment}`,
  answerBy: (moment: string) => `Odpowiedź obiecana do ${moment}`,
};
