import { dayInWarsaw } from '../../browser/warsaw.ts';
import type { QueueRow } from '../../src/contract/desk/queue-row.ts';
import type { Queue } from '../../src/contract/desk/read-queue.ts';

/** What is owed today, in the order in which it is to be paid. */
export const DEBTS = ['late', 'promised', 'waiting', 'outages'] as const;
export type Debt = (typeof DEBTS)[number];

/** What an agent owes today; every ticket stands in one group, the first that it belongs to. */
export type Today = Record<Debt, QueueRow[]>;

/**
 * Sorts what waits of an agent and of nobody into what is owed today: what is late; what was promised for today or is back
 * from being put off; what a customer waits for; outages without a holder.
 * @param mine the queue of the agent's own tickets
 * @param nobodys the queue of tickets that nobody holds
 * @param now by the service's clock, in milliseconds
 */
export function owedToday(mine: Queue, nobodys: Queue, now: number): Today {
  const isPast = (instant: string | null) => instant !== null && Date.parse(instant) <= now;
  const isToday = (instant: string | null) => instant !== null && dayInWarsaw(Date.parse(instant)) === dayInWarsaw(now);
  const today: Today = { late: [], promised: [], waiting: [], outages: [] };
  for (const row of mine.sections.flatMap(({ tickets }) => tickets)) {
    if (isPast(row.answerBy) || isPast(row.followUpAt)) today.late.push(row);
    else if (isToday(row.followUpAt) || isPast(row.snoozedUntil)) today.promised.push(row);
    else if (row.waitingSince !== null) today.waiting.push(row);
  }
  today.outages = nobodys.sections.flatMap(({ section, tickets }) => (section === 'outages' ? tickets : []));
  return today;
}

/** The ticket that is first by when we said that we write again; null where nothing of the kind is owed. */
export function nextPromise(mine: Queue): QueueRow | null {
  return firstBy(mine, ({ followUpAt }) => followUpAt);
}

/** The ticket that nobody holds whose reply is due first. */
export function nextDue(nobodys: Queue): QueueRow | null {
  return firstBy(nobodys, ({ answerBy }) => answerBy);
}

function firstBy(queue: Queue, when: (row: QueueRow) => string | null): QueueRow | null {
  const at = (row: QueueRow) => Date.parse(when(row) ?? '');
  const rows = queue.sections.flatMap(({ tickets }) => tickets).filter((row) => when(row) !== null);
  return rows.toSorted((one, other) => at(one) - at(other))[0] ?? null;
}
