import type { Report, ReportPart } from '../contract/desk/read-report.ts';
import type { Channel, Topic } from '../contract/lists.ts';
import { TOPIC_LABELS } from '../contract/topic-labels.ts';
import { WARSAW } from '../contract/warsaw.ts';
import { fateOf } from '../policy/report.ts';
import type { Period } from '../policy/report-period.ts';
import { readInstant } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { type ReceivedTicket, receivedTickets } from '../store/reports.ts';
import { readReport, stretchOf } from './read-report.ts';

/** A cell of a table: text, a number of ours, or empty. */
export type Cell = string | number | null;

/** Tickets per query. */
const BATCH = 500;

const CHANNEL_WORDS: Record<Channel, string> = { panel: 'Panel', form: 'Formularz', phone: 'Telefon', email: 'E-mail' };
const WEEKDAYS = ['pon.', 'wt.', 'śr.', 'czw.', 'pt.', 'sob.', 'niedz.'];

/**
 * One table of a report, line by line with its header, in Polish, for people who keep it and pass it on. Tickets are
 * read page by page as the lines are consumed, so a year of them is never in memory.
 */
export async function* reportTable(
  db: Store,
  part: ReportPart,
  period: Period,
  now: Temporal.Instant,
): AsyncGenerator<readonly Cell[]> {
  if (part === 'tickets') yield* ticketLines(db, period, now);
  else yield* TABLES[part](await readReport(db, period, now));
}

const TABLES: Record<Exclude<ReportPart, 'tickets'>, (report: Report) => readonly (readonly Cell[])[]> = {
  days: ({ steps }) => [['Od', 'Do', 'Zgłoszenia'], ...steps.map(({ from, to, count }) => [from, to, count])],
  channels: ({ received }) => [
    ['Kanał', 'Zgłoszenia', 'Okres wcześniej'],
    ...received.byChannel.map(({ channel, count, before }) => [CHANNEL_WORDS[channel], count, before]),
  ],
  topics: ({ received }) => [
    ['Temat', 'Zgłoszenia', 'Okres wcześniej', 'Pomogło', 'Nie pomogło'],
    ...received.byTopic.map(({ topic, count, before, helped, notHelped }) => [
      topicWord(topic),
      count,
      before,
      helped,
      notHelped,
    ]),
  ],
  scope: ({ notCovered }) => [
    ['Zasada', 'Zgłoszenia poza zakresem', 'Okres wcześniej'],
    ...notCovered.byRule.map(({ rule, count, before }) => [rule, count, before]),
  ],
  answers: ({ answers: { total, byChannel } }) => [
    [
      'Kanał',
      'Okres',
      'Oczekiwania na odpowiedź',
      'Z odpowiedzią',
      'Zakończone bez odpowiedzi',
      'W toku',
      'W terminie',
      'Po terminie',
      'Dotrzymane, %',
      'Mediana, min',
      '90. percentyl, min',
    ],
    ...[{ channel: null, ...total }, ...byChannel].flatMap(({ channel, now, before }) =>
      [['ten', now] as const, ['wcześniej', before] as const].map(([period, times]) => [
        channel === null ? 'Razem' : CHANNEL_WORDS[channel],
        period,
        times.waits,
        times.answered,
        times.moved,
        times.inProgress,
        times.kept,
        times.broken,
        times.keptPercent,
        times.medianMinutes,
        times.p90Minutes,
      ]),
    ),
  ],
  'follow-ups': ({ followUps: { days } }) => [
    ['Dzień', 'Osoba', 'Odpisane w terminie', 'Odpisane po terminie albo wcale', 'W toku'],
    ...days.map(({ day, agent, kept, late, running }) => [day, agent.name, kept, late, running]),
  ],
  load: ({ load }) => [
    ['Godzina', ...WEEKDAYS, 'Razem'],
    ...Array.from({ length: 24 }, (_, hour) => {
      const counts = load.map((day) => day[hour] ?? 0);
      return [hour, ...counts, counts.reduce((sum, count) => sum + count, 0)];
    }),
  ],
};

async function* ticketLines(db: Store, period: Period, now: Temporal.Instant): AsyncGenerator<readonly Cell[]> {
  yield ['Nr', 'Przyjęto', 'Kanał', 'Temat', 'W zakresie', 'Tytuł', 'Sklep', 'Minuty do odpowiedzi', 'W terminie'];
  const stretch = stretchOf(period);
  for (let last: ReceivedTicket | null = null; ; ) {
    const tickets: ReceivedTicket[] = await receivedTickets(db, stretch, last, BATCH);
    for (const ticket of tickets) yield ticketLine(ticket, now);
    last = tickets.at(-1) ?? null;
    if (last === null || tickets.length < BATCH) return;
  }
}

/** The line of a ticket with its first reply: when it was sent, and whether in time; empty until that is known. */
function ticketLine(ticket: ReceivedTicket, now: Temporal.Instant): Cell[] {
  const fate = fateOf(
    { dueAt: readInstant(ticket.due_at), endedAt: readInstant(ticket.ended_at), endedBy: ticket.ended_by },
    now,
  );
  const received = Temporal.Instant.from(ticket.received_at).toZonedDateTimeISO(WARSAW);
  return [
    ticket.number,
    received.toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' '),
    CHANNEL_WORDS[ticket.channel],
    topicWord(ticket.topic),
    ticket.covered === null ? 'nieustalone' : ticket.covered === 1 ? 'tak' : 'nie',
    ticket.subject,
    ticket.shop_name,
    ticket.answer_seconds === null ? null : Math.floor(ticket.answer_seconds / 60),
    fate === 'kept' ? 'tak' : fate === 'broken' ? 'nie' : null,
  ];
}

/**
 * The label of a topic, with the rule's id before it when the topic is not covered. Old tickets may have one that is in
 * no list any more.
 */
function topicWord(topic: Topic): string {
  if (!Object.hasOwn(TOPIC_LABELS.pl, topic)) return topic;
  return /^N\d/.test(topic) ? `${topic} ${TOPIC_LABELS.pl[topic]}` : TOPIC_LABELS.pl[topic];
}
