import type { Report, ReportDays } from '../contract/desk/read-report.ts';
import { CHANNELS, type Helped, TOPICS, type Topic } from '../contract/lists.ts';
import type { FieldError } from '../contract/problem.ts';
import { byDayAndAgent, type DayOfFollowUps } from '../policy/follow-up.ts';
import { IS_PROMISED } from '../policy/promise.ts';
import { answerTimes, byStep, byWeekdayAndHour, type CountedWaits, percentOf } from '../policy/report.ts';
import { instantsOf, type Period, periodBefore, reportPeriod } from '../policy/report-period.ts';
import { dayInWarsaw } from '../policy/warsaw.ts';
import { agentNames } from '../store/agents.ts';
import { countFollowUps } from '../store/follow-ups.ts';
import { toInstantText, toPublicInstant } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import {
  type CountedTickets,
  countReceived,
  countWaits,
  type Stretch,
  ticketsByHour,
  waitsByHour,
} from '../store/reports.ts';

/** A period as instants in the text form of the tables. */
export function stretchOf(period: Period): Stretch {
  const { start, end } = instantsOf(period);
  return { start: toInstantText(start), end: toInstantText(end) };
}

/** The figures of a period beside those of the same number of days before it. `policy/report` defines them. */
export async function readReport(db: Store, period: Period, now: Temporal.Instant): Promise<Report> {
  const earlier = periodBefore(period);
  const [stretch, stretchBefore] = [stretchOf(period), stretchOf(earlier)];
  const tickets = await countReceived(db, stretch);
  const ticketsBefore = await countReceived(db, stretchBefore);
  const waits = await countWaits(db, stretch, toInstantText(now));
  const waitsBefore = await countWaits(db, stretchBefore, toInstantText(now));
  const followUps = byDayAndAgent(await countFollowUps(db, stretch, toInstantText(now)));
  const names = await agentNames(db, new Set(followUps.map(({ agent }) => agent)));
  const compared = compare(tickets, ticketsBefore);
  const uncovered = compare(tickets.filter(isNotCovered), ticketsBefore.filter(isNotCovered));
  const { step, steps } = byStep(await ticketsByHour(db, stretch), period);
  return {
    at: toPublicInstant(now),
    from: period.from.toString(),
    to: period.to.toString(),
    before: { from: earlier.from.toString(), to: earlier.to.toString() },
    received: {
      total: compared.total,
      byChannel: compared
        .by(({ channel }) => channel)
        .map(({ name, ...counts }) => ({ channel: name, ...counts }))
        .toSorted((a, b) => CHANNELS.indexOf(a.channel) - CHANNELS.indexOf(b.channel)),
      byTopic: compared
        .by(({ topic }) => topic)
        .map(({ name, ...counts }) => ({ topic: name, ...counts, ...saidOf(tickets, name) })),
      corrected: correctedTopics(tickets),
    },
    notCovered: {
      total: uncovered.total,
      percent: percentOf(uncovered.total.count, compared.total.count),
      percentBefore: percentOf(uncovered.total.before, compared.total.before),
      byRule: uncovered
        .by(({ scope_rule }) => scope_rule ?? '')
        .map(({ name, ...counts }) => ({ rule: name, ...counts })),
    },
    answers: {
      total: { now: answerTimes(waits), before: answerTimes(waitsBefore) },
      byChannel: CHANNELS.flatMap((channel) => {
        const [ours, theirs] = [waits, waitsBefore].map((all) => all.filter((wait) => wait.channel === channel)) as [
          CountedWaits[],
          CountedWaits[],
        ];
        const times = { now: answerTimes(ours), before: answerTimes(theirs) };
        return times.now.waits + times.before.waits === 0
          ? []
          : [{ channel, isPromised: IS_PROMISED[channel], ...times }];
      }),
    },
    followUps: {
      now: sumOf(followUps),
      before: sumOf(byDayAndAgent(await countFollowUps(db, stretchBefore, toInstantText(now)))),
      days: followUps.map(({ agent, ...day }) => ({ ...day, agent: { id: agent, name: names.get(agent) ?? agent } })),
    },
    load: byWeekdayAndHour(await waitsByHour(db, stretch)),
    step,
    steps: steps.map(({ from, to, count }) => ({ from: from.toString(), to: to.toString(), count })),
  };
}

function sumOf(days: readonly DayOfFollowUps[]): Report['followUps']['now'] {
  const sum = (name: 'kept' | 'late' | 'running') => days.reduce((total, day) => total + day[name], 0);
  return { kept: sum('kept'), late: sum('late'), running: sum('running') };
}

/** What the customers of a topic said last of our solutions. */
function saidOf(all: readonly CountedTickets[], topic: Topic): { helped: number; notHelped: number } {
  const said = (what: Helped) =>
    all.reduce((sum, ticket) => sum + (ticket.topic === topic && ticket.helped === what ? ticket.count : 0), 0);
  return { helped: said('yes'), notHelped: said('no') };
}

function isNotCovered({ covered }: CountedTickets): boolean {
  return covered === 0;
}

/** How many tickets were sent on another topic than they are counted on, and which, the most frequent first. */
function correctedTopics(tickets: readonly CountedTickets[]): Report['received']['corrected'] {
  const moves = new Map<string, { from: Topic; to: Topic; count: number }>();
  for (const { topic: to, topic_sent: from, count } of tickets) {
    if (from === null || from === to) continue;
    const move = moves.get(`${from} ${to}`) ?? { from, to, count: 0 };
    moves.set(`${from} ${to}`, { ...move, count: move.count + count });
  }
  const all = [...moves.values()].toSorted(
    (a, b) => b.count - a.count || TOPICS.indexOf(a.from) - TOPICS.indexOf(b.from),
  );
  return { count: all.reduce((total, { count }) => total + count, 0), moves: all };
}

/** The counts of two periods beside each other: the total, and by the given key, the most frequent first. */
function compare<Row extends { count: number }>(rows: readonly Row[], rowsBefore: readonly Row[]) {
  const sum = (some: readonly Row[] = []) => some.reduce((total, { count }) => total + count, 0);
  return {
    total: { count: sum(rows), before: sum(rowsBefore) },
    by<Name extends string>(nameOf: (row: Row) => Name): { name: Name; count: number; before: number }[] {
      const [now, before] = [Map.groupBy(rows, nameOf), Map.groupBy(rowsBefore, nameOf)];
      return [...new Set([...now.keys(), ...before.keys()])]
        .map((name) => ({ name, count: sum(now.get(name)), before: sum(before.get(name)) }))
        .toSorted(
          (a, b) => b.count - a.count || b.before - a.before || a.name.localeCompare(b.name, 'pl', { numeric: true }),
        );
    },
  };
}

/** The period of a request, or the error in its days. */
export function askedPeriod({ from, to }: ReportDays, now: Temporal.Instant): Period | FieldError {
  const day = (text: string | undefined) => (text === undefined ? undefined : Temporal.PlainDate.from(text));
  const period = reportPeriod({ from: day(from), to: day(to) }, dayInWarsaw(now));
  if (period === 'backwards') return { path: 'from', code: 'not-allowed' };
  return period === 'too-long' ? { path: 'from', code: 'too-long' } : period;
}
