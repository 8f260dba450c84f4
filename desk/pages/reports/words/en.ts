import { partsOf } from '../figures.ts';
import type { pl } from './pl.ts';

const duration = (minutes: number): string => {
  const { days, hours, minutes: rest } = partsOf(minutes);
  const parts = [
    days > 0 && `${days}\u00a0${days === 1 ? 'day' : 'days'}`,
    hours > 0 && `${hours}\u00a0h`,
    rest > 0 && `${rest}\u00a0min`,
  ].filter(Boolean);
  return parts.join(' ') || 'under 1\u00a0min';
};

/** The page of reports in English. */
export const en: typeof pl = {
  period: 'Period',
  presets: {
    '7d': '7\u00a0days',
    '30d': '30\u00a0days',
    '90d': '90\u00a0days',
    'this-month': 'This month',
    'last-month': 'Last month',
  },
  own: 'Own dates',
  from: 'From',
  to: 'To',
  show: 'Show',
  wrongDays: {
    missing: 'Please give both dates.',
    backwards: 'The first date is later than the last.',
    'too-long': 'A report covers 366\u00a0days at most.',
  },
  shown: (days, count) => `${days} (${count}\u00a0${count === 1 ? 'day' : 'days'})`,
  compared: (days) => `Compared with ${days}.`,
  loading: 'Counting…',
  unanswered: 'The report could not be read.',
  again: 'Try again',
  empty: 'No tickets came in this period, and nobody began to wait for an answer.',
  allTickets: 'List of tickets (CSV)',
  file: 'Download CSV',
  fileOf: (title) => `Download CSV: ${title}`,
  chartOf: (title) => `Chart: ${title}. The numbers are in the table beside it.`,
  none: '–',
  total: 'Total',
  tickets: 'Tickets',
  change: 'Change',
  share: 'Share',
  duration,
  changes: {
    more: (by) => `${by} more`,
    less: (by) => `${by} fewer`,
    longer: (by) => `${by} longer`,
    shorter: (by) => `${by} shorter`,
    same: 'no change',
    points: 'pct points',
  },
  summary: 'Summary',
  median: 'Median time to answer',
  kept: 'Promises kept',
  keptOf: (kept, all) => `${kept} of ${all}`,
  outside: 'Outside support',
  days: 'Tickets day by day',
  weeks: 'Tickets week by week',
  day: 'Day',
  week: 'Week',
  channels: 'Channels',
  channel: 'Channel',
  topics: 'Topics',
  topic: 'Topic',
  answers: 'Time to answer',
  answersMore:
    'Each time a customer began to wait in this period: from the first message without an answer, or from reopening, to our answer. The promise is 72\u00a0hours; e-mail has none.',
  answersLegend: 'Full bar: median; outline: nine answers in ten.',
  waits: 'Waits',
  medianShort: 'Median',
  p90: '9\u00a0in\u00a010 within',
  keptShort: 'In time',
  broken: 'Late',
  moved: 'Ended without an answer',
  inProgress: 'In progress',
  before: 'before',
  noPromise: 'no promise',
  load: 'Load by hour and weekday',
  loadMore:
    'At what hour customers began to wait for an answer: new tickets, further questions after our answer, and reopened tickets. Polish time.',
  hour: 'Hour',
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  weekdaysInFull: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  scope: 'Outside support, by rule',
  scopeMore: (count, all, share) => `${count} of ${all} tickets (${share}).`,
  scopeNone: 'All tickets were within support.',
  rule: 'Rule',
  rules: { C1: 'C1 Installing the STANDARD edition', C3: 'C3 Updates on hold' },
};
