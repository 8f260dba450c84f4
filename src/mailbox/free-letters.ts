import { toInstantText } from '../store/instants.ts';
import { freeRawMails } from '../store/mails.ts';
import type { Store } from '../store/open.ts';

/** Letters of one step, of up to 40 MB each. */
const BATCH = 20;

/**
 * Deletes the raw bytes of letters that came so many days ago and that nobody needs any more: they became a ticket or a
 * message, told of a letter of ours, or were set aside. Letters that wait for somebody, and those that nobody could read,
 * keep theirs until an agent decides. What became of a letter stays, and so it is never taken twice.
 * @param isStopping checked before each step: true ends the run
 * @returns how many letters were freed
 */
export async function freeLetters(
  store: Store,
  { now, keepDays }: { now: Temporal.Instant; keepDays: number },
  isStopping = () => false,
): Promise<number> {
  const before = toInstantText(now.subtract({ hours: keepDays * 24 }));
  let freed = 0;
  while (!isStopping()) {
    const count = await freeRawMails(store, before, BATCH);
    freed += count;
    if (count < BATCH) break;
  }
  return freed;
}
