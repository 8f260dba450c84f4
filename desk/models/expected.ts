import type { AgentName, QueueRow } from '../../src/contract/desk/queue-row.ts';
import type { Queue } from '../../src/contract/desk/read-queue.ts';
import { fold } from '../../src/contract/fold.ts';
import type { Change } from '../client/desk-client.ts';

/** What a press makes of a ticket, as it is shown before the service answers. */
export interface Expected {
  row: Partial<
    Pick<QueueRow, 'assignee' | 'status' | 'isOutage' | 'snoozedUntil' | 'waitingSince' | 'answerBy' | 'tags'>
  >;
  /** whether nothing is to be done for it any more: it is in no list of what waits */
  leaves: boolean;
  /** what becomes of the counts of what waits */
  counts: Queue['counts'];
}

/** What is counted of what waits. */
export const COUNTED = ['all', 'mine', 'unassigned', 'outages'] as const;

/** Statuses in which nobody waits. */
const OVER: readonly string[] = ['solved', 'closed'];

/**
 * What a change will make of a ticket; null for one whose outcome only the service knows.
 * @param me id of the agent who presses
 */
export function expectedOf(
  change: Change,
  before: QueueRow,
  me: string,
  agents: readonly AgentName[],
): Expected | null {
  const row = changedRow(change, before, agents);
  if (!row) return null;
  const leaves = change.kind === 'status' && OVER.includes(change.body.status);
  const isAfter = { ...before, ...row };
  const step = (isCounted: (row: QueueRow) => boolean) =>
    Number(!leaves && isCounted(isAfter)) - Number(before.waitingSince !== null && isCounted(before));
  const waits = (row: QueueRow) => row.waitingSince !== null;
  return {
    row,
    leaves,
    counts: {
      all: step(waits),
      mine: step((one) => waits(one) && one.assignee?.id === me),
      unassigned: step((one) => waits(one) && one.assignee === null),
      outages: step((one) => waits(one) && one.isOutage && one.assignee?.id !== me),
    },
  };
}

function changedRow({ kind, body }: Change, before: QueueRow, agents: readonly AgentName[]): Expected['row'] | null {
  switch (kind) {
    case 'assignee': {
      const assignee = body.assignee === null ? null : agents.find(({ id }) => id === body.assignee);
      return assignee === undefined ? null : { assignee };
    }
    case 'status': {
      const status = body.status as QueueRow['status'];
      return OVER.includes(status) ? { status, waitingSince: null, answerBy: null } : { status };
    }
    case 'place':
      return { isOutage: body.isOutage };
    case 'snooze':
      return { snoozedUntil: body.until };
    case 'tag': {
      const others = before.tags.filter((one) => fold(one) !== fold(body.tag));
      if (!body.isOn) return { tags: others };
      // Which spelling it gets where another ticket has it already, only the service knows.
      return others.length === before.tags.length ? { tags: [...others, body.tag] } : null;
    }
    default:
      return null;
  }
}

/** Counts after everything that is expected. */
export function withExpected(counts: Queue['counts'], all: Iterable<Expected>): Queue['counts'] {
  const after = { ...counts };
  for (const expected of all)
    for (const name of COUNTED) after[name] = Math.max(0, after[name] + expected.counts[name]);
  return after;
}
