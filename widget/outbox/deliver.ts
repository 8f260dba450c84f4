import type { Delivery, TicketClient } from '../ticket-client.ts';
import type { Entry } from './entry.ts';

/** Tries before an entry waits for the network, the next page or a press. */
const TRIES = 6;

/** Longest pause between two tries, in milliseconds. */
const LONGEST_PAUSE = 30_000;

/**
 * Sends an entry, again and again with the same key, until the service takes or refuses it.
 * @returns `unanswered` when the tries are used up: the entry stays where it is
 */
export async function deliver(
  entry: Entry,
  client: TicketClient,
  onTry: (tries: number) => void,
  sleep = (milliseconds: number) => new Promise<unknown>((resolve) => setTimeout(resolve, milliseconds)),
): Promise<Delivery> {
  for (let tries = 1; ; tries++) {
    onTry(tries);
    const delivery = await client.openTicket(entry);
    if (delivery.outcome !== 'unanswered' || tries === TRIES) return delivery;
    // Full jitter, so that a thousand panels do not come back in the same second; `Retry-After` is obeyed.
    await sleep(delivery.retryAfter * 1000 + Math.random() * Math.min(LONGEST_PAUSE, 1000 * 2 ** tries));
  }
}
