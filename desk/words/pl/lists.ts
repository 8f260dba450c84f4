import type { TicketStatus } from '../../../src/contract/lists.ts';
import { lengthOf, type PlannedMoment } from '../moments.ts';
import { duration, form } from './grammar.ts';

/** Durations below a minute have their own words. */
const MINUTE_MS = 60_000;

/** A moment that is past. */
const past = ({ day, time, name }: PlannedMoment) =>
  day === 'far' ? name : `${{ today: '', yesterday: 'wczoraj ', tomorrow: '', week: `${name} ` }[day]}${time}`;

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
  views: 'Widoki',
  filters: 'Filtry',
  topic: 'Temat',
  status: 'Status',
  choose: (number: string) => `Zaznacz ${number}`,
  any: 'dowolny',
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
  foundBy: { panel: 'znaleziono po adresie panelu', former: 'znaleziono po poprzednim adresie' },
  foundByOther: 'znaleziono po innym adresie',
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
  givenToMe: (number: string) => `Przypisano Ci zgłoszenie ${number}`,
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
  cameBack: (moment: PlannedMoment) => `wróciło ${moment.day === 'today' ? 'o\u00a0' : ''}${past(moment)}`,
  promisedFor: (moment: PlannedMoment) => `obiecane na\u00a0${past(moment)}`,
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
  fromOtherShop: 'z\u00a0panelu innego sklepu',
};
