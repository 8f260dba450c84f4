import type { QueueRow } from '../../src/contract/desk/queue-row.ts';
import type { Change, DeskClient } from '../client/desk-client.ts';

/** Why a change of one of many tickets was not made. */
export type WhyLeft = 'not-allowed' | 'taken' | 'newer' | 'gone' | 'unanswered';

/** What became of a change of many tickets. */
export interface ChangedMany {
  /** how many have it now; who had it before among them */
  done: number;
  left: Partial<Record<WhyLeft, string[]>>;
}

/** So many requests at a time: the service answers other desks, too. */
const AT_A_TIME = 4;

/**
 * Makes a change of each ticket, by the endpoint of one ticket, so that rights, refusals and the audit trail are the same. Each
 * is told apart, and doing it again changes nothing twice.
 * @param changeOf null for a ticket that is so already
 * @param tell how many are behind
 */
export async function changeMany(
  client: Pick<DeskClient, 'change'>,
  rows: readonly QueueRow[],
  changeOf: (row: QueueRow) => Change | null,
  tell: (behind: number) => void,
): Promise<ChangedMany> {
  const result: ChangedMany = { done: 0, left: {} };
  const waiting = [...rows];
  let behind = 0;
  async function work(): Promise<void> {
    for (let row = waiting.shift(); row; row = waiting.shift()) {
      const change = changeOf(row);
      const why = change && whyLeft(await client.change(row.number, change), change);
      if (why) result.left[why] = [...(result.left[why] ?? []), row.number];
      else result.done += 1;
      tell(++behind);
    }
  }
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return result;
}

function whyLeft(answer: Awaited<ReturnType<DeskClient['change']>>, { kind }: Change): WhyLeft | null {
  if (answer.outcome === 'ok') return null;
  if (answer.outcome !== 'refused') return 'unanswered';
  const { code } = answer.problem;
  if (code === 'newer-message') return 'newer';
  if (code === 'not-found') return 'gone';
  return kind === 'assignee' && code === 'conflict' ? 'taken' : 'not-allowed';
}
