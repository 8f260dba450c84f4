import type { IncidentEvent, NoticeKind } from '../../../../src/contract/lists.ts';
import type { ProblemCode } from '../../../../src/contract/problem.ts';
import { form } from '../../../words/pl/grammar.ts';
import type { WrongField } from '../incident-draft.ts';

const tickets = (count: number) => `${count}\u00a0${form(count, 'zgłoszenie', 'zgłoszenia', 'zgłoszeń')}`;

/** In Polish: the page of incidents. */
export const pl = {
  lead: 'To widzą sklepy w\u00a0panelu nad formularzem. Zgłoszenia powiązane z\u00a0problemem dostają jedną odpowiedź, gdy zostanie rozwiązany.',
  add: 'Nowy komunikat',
  back: 'Wszystkie komunikaty',
  groups: { running: 'Trwają', coming: 'Zapowiedziane', ended: 'Zakończone' },
  none: {
    running: 'Nic teraz nie trwa.',
    coming: 'Nic nie jest zapowiedziane.',
    ended: 'Nie ma jeszcze zakończonych.',
  },
  kinds: { incident: 'Awaria', advisory: 'Ostrzeżenie', update: 'Nowa wersja' } satisfies Record<NoticeKind, string>,
  kindHints: {
    incident: 'coś teraz nie działa; sklepy mogą dołączyć zgłoszenie',
    advisory: 'luka lub zagrożenie; sklepy mogą dołączyć zgłoszenie',
    update: 'wiadomość o\u00a0wydaniu; zgłoszeń się nie dołącza',
  } satisfies Record<NoticeKind, string>,
  tickets,
  solved: 'rozwiązany',
  since: (moment: string) => `od ${moment}`,
  until: (moment: string) => `do ${moment}`,
  versions(from: string | null, to: string | null): string {
    if (from === null && to === null) return 'wszystkie wersje';
    if (from === to) return `wersja ${from}`;
    return `wersje ${[from !== null && `od ${from}`, to !== null && `do ${to}`].filter(Boolean).join(' ')}`;
  },
  notLoaded: 'Nie udało się wczytać. Spróbujemy ponownie.',
  gone: 'Nie ma takiego komunikatu.',
  more: 'Pokaż więcej',
  form: {
    title: 'Nowy komunikat',
    kind: 'Rodzaj',
    name: 'Tytuł',
    text: 'Co się dzieje i\u00a0co zrobić',
    english: 'Po angielsku',
    englishMore: 'Nieobowiązkowo: panele po angielsku pokażą te słowa. Bez nich zobaczą polskie.',
    englishName: 'Tytuł po angielsku',
    englishText: 'Treść po angielsku',
    versions: 'Których sklepów dotyczy',
    fromVersion: 'Od wersji',
    toVersion: 'Do wersji',
    versionsHint: 'Włącznie; „10.5” nie obejmuje 10.5.1. Puste pole to brak granicy.',
    since: 'Od kiedy',
    sinceHint: 'Czas polski. Puste: od razu.',
    until: 'Do kiedy',
    untilHint: 'Czas polski. Puste: do odwołania.',
    preview: 'Tak zobaczą to sklepy',
    audience: (versions: string) =>
      `Dotyczy: ${versions}; także sklepy, których wersji nie znamy: lepiej ostrzec niepotrzebnie niż wcale.`,
    nothingYet: 'Tu pojawi się tytuł i\u00a0treść.',
    publish: 'Opublikuj',
    publishing: 'Publikowanie…',
    discard: 'Wyczyść',
    errors: {
      title: 'Tytuł to jeden wiersz, od 3 do 120 znaków.',
      text: 'Treść ma mieć od 1 do 1000 znaków.',
      english: 'Po angielsku potrzebne są i\u00a0tytuł (3–120 znaków), i\u00a0treść (do 1000), albo nic.',
      fromVersion: 'Wersja to liczby i\u00a0kropki, na przykład 10.4.2.',
      toVersion: 'Wersja to liczby i\u00a0kropki, nie starsza niż pierwsza.',
      since: 'Takiej chwili nie ma.',
      until: 'Koniec ma być po początku.',
    } satisfies Record<WrongField, string>,
  },
  end: 'Zakończ bez odpowiedzi',
  endTitle: 'Zakończyć komunikat?',
  endMore: 'Sklepy przestaną go widzieć. Zgłoszenia zostają powiązane i\u00a0nadal czekają na odpowiedź.',
  endNow: 'Zakończ',
  cancel: 'Anuluj',
  englishWords: 'Po angielsku',
  solve: 'Rozwiąż i\u00a0odpowiedz wszystkim',
  solving: 'Wysyłanie…',
  solution: 'Rozwiązanie',
  solutionText: 'Odpowiedź dla wszystkich powiązanych zgłoszeń',
  solutionHint:
    'Każde zgłoszenie dostanie ją od Ciebie jako odpowiedź i\u00a0będzie rozwiązane. Gdzie klient dopisał coś, czego nikt nie czytał, odpowiedź dojdzie, ale zgłoszenie zostanie w\u00a0toku, a\u00a0jego termin nadal biegnie.',
  solutionNeeded: 'Napisz, co odpowiedzieć: od 1 do 20\u00a0000 znaków.',
  solveTitle: 'Rozwiązać problem?',
  solveMore(waiting: number): string {
    if (waiting === 0)
      return 'Żadne powiązane zgłoszenie nie czeka: odpowiedzi nikt nie dostanie. Komunikat się zakończy.';
    return `Odpowiedź ${form(waiting, 'dostanie', 'dostaną', 'dostanie')} ${tickets(waiting)}. Komunikat się zakończy, nowych zgłoszeń nie będzie można powiązać. Tego nie da się cofnąć.`;
  },
  solveNow: (waiting: number) => (waiting === 0 ? 'Zamknij problem' : `Odpowiedz: ${tickets(waiting)}`),
  by: (name: string, moment: string) => `${name}, ${moment}`,
  progress: (done: number, all: number) =>
    `Odpowiedź jest już w\u00a0${done} z\u00a0${all} ${form(all, 'zgłoszenia', 'zgłoszeń', 'zgłoszeń')}.`,
  kept: (count: number) =>
    `${tickets(count)} ${form(count, 'zostaje', 'zostają', 'zostaje')} w\u00a0toku: klient napisał coś, czego nikt jeszcze nie czytał.`,
  over: (count: number) =>
    `${tickets(count)} ${form(count, 'było już zakończone', 'były już zakończone', 'było już zakończonych')} – bez zmian.`,
  linked: 'Powiązane zgłoszenia',
  noneLinked: 'Z\u00a0tym problemem nie powiązano żadnego zgłoszenia.',
  history: 'Historia',
  historyActions: {
    'notice.added': 'publikacja',
    'notice.ended': 'zakończenie',
    'notice.solved': 'rozwiązanie',
  } satisfies Record<IncidentEvent, string>,
  failures: {
    unanswered: 'Brak połączenia. Tekst jest zachowany – naciśnij jeszcze raz, nic się nie powtórzy.',
    conflict: 'Ten problem jest już rozwiązany. Poniżej jego obecny stan.',
    'invalid-request': 'Serwis nie przyjął tych danych. Sprawdź wersje i\u00a0daty.',
    'not-found': 'Nie ma już takiego komunikatu.',
  } satisfies Partial<Record<ProblemCode | 'unanswered', string>>,
  refused: 'Serwis nie przyjął zmiany.',
};
