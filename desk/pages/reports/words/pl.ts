import { form } from '../../../words/pl/grammar.ts';
import { partsOf } from '../figures.ts';

const duration = (minutes: number): string => {
  const { days, hours, minutes: rest } = partsOf(minutes);
  const parts = [
    days > 0 && `${days}\u00a0${form(days, 'dzień', 'dni', 'dni')}`,
    hours > 0 && `${hours}\u00a0godz.`,
    rest > 0 && `${rest}\u00a0min`,
  ].filter(Boolean);
  return parts.join(' ') || 'poniżej 1\u00a0min';
};

/** The page of reports in Polish. */
export const pl = {
  period: 'Okres',
  presets: {
    '7d': '7\u00a0dni',
    '30d': '30\u00a0dni',
    '90d': '90\u00a0dni',
    'this-month': 'Ten miesiąc',
    'last-month': 'Poprzedni miesiąc',
  },
  own: 'Własne daty',
  from: 'Od',
  to: 'Do',
  show: 'Pokaż',
  wrongDays: {
    missing: 'Prosimy podać obie daty.',
    backwards: 'Data „Od” jest późniejsza niż „Do”.',
    'too-long': 'Raport obejmuje najwyżej 366\u00a0dni.',
  },
  shown: (days: string, count: number) => `${days} (${count}\u00a0${form(count, 'dzień', 'dni', 'dni')})`,
  compared: (days: string) => `Porównanie z\u00a0okresem ${days}.`,
  loading: 'Liczymy…',
  unanswered: 'Nie udało się odczytać raportu.',
  again: 'Spróbuj ponownie',
  empty: 'W\u00a0tym okresie nie było żadnych zgłoszeń ani oczekiwań na odpowiedź.',
  allTickets: 'Lista zgłoszeń (CSV)',
  file: 'Pobierz CSV',
  fileOf: (title: string) => `Pobierz CSV: ${title}`,
  chartOf: (title: string) => `Wykres: ${title}. Liczby są w\u00a0tabeli obok.`,
  none: '–',
  total: 'Razem',
  tickets: 'Zgłoszenia',
  change: 'Zmiana',
  share: 'Udział',
  duration,
  changes: {
    more: (by: string) => `${by} więcej`,
    less: (by: string) => `${by} mniej`,
    longer: (by: string) => `${by} dłużej`,
    shorter: (by: string) => `${by} krócej`,
    same: 'bez zmian',
    points: 'pkt proc.',
  },
  summary: 'Podsumowanie',
  median: 'Mediana czasu odpowiedzi',
  kept: 'Dotrzymane terminy',
  keptOf: (kept: string, all: string) => `${kept} z\u00a0${all}`,
  outside: 'Poza zakresem wsparcia',
  days: 'Zgłoszenia dzień po dniu',
  weeks: 'Zgłoszenia tydzień po tygodniu',
  day: 'Dzień',
  week: 'Tydzień',
  channels: 'Kanały',
  channel: 'Kanał',
  topics: 'Tematy',
  topic: 'Temat',
  answers: 'Czas odpowiedzi',
  answersMore:
    'Każde oczekiwanie klienta, które zaczęło się w\u00a0tym okresie: od pierwszej wiadomości bez odpowiedzi lub ponownego otwarcia do naszej odpowiedzi. Termin to 72\u00a0godziny; e-mail terminu nie ma.',
  answersLegend: 'Pełny słupek – mediana, obrys – 9\u00a0na\u00a010 odpowiedzi.',
  waits: 'Oczekiwania',
  medianShort: 'Mediana',
  p90: '9\u00a0na\u00a010 w\u00a0czasie do',
  keptShort: 'W\u00a0terminie',
  broken: 'Po terminie',
  moved: 'Zakończone bez odpowiedzi',
  inProgress: 'W\u00a0toku',
  before: 'wcześniej',
  noPromise: 'bez terminu',
  load: 'Obciążenie w\u00a0ciągu dnia i\u00a0tygodnia',
  loadMore:
    'O\u00a0której godzinie klienci zaczynali czekać na odpowiedź: nowe zgłoszenia, dalsze pytania po naszej odpowiedzi i\u00a0ponowne otwarcia. Czas polski.',
  hour: 'Godzina',
  weekdays: ['pon.', 'wt.', 'śr.', 'czw.', 'pt.', 'sob.', 'niedz.'],
  weekdaysInFull: ['poniedziałek', 'wtorek', 'środa', 'czwartek', 'piątek', 'sobota', 'niedziela'],
  scope: 'Poza zakresem, według zasad',
  scopeMore: (count: string, all: string, share: string) => `${count} z\u00a0${all} zgłoszeń (${share}).`,
  scopeNone: 'Wszystkie zgłoszenia były w\u00a0zakresie wsparcia.',
  rule: 'Zasada',
  rules: { C1: 'C1 Instalacja w\u00a0wersji STANDARD', C3: 'C3 Wstrzymane aktualizacje' } as Record<string, string>,
};
