import type { DeliveryState } from '../contract/lists.ts';

/** A letter of ours as far as sending it once more depends on it. */
export interface UnsentLetter {
  state: DeliveryState;
  /** whether its recipient ended the mail of the ticket */
  isEnded: boolean;
  /** whether letters to the address that it would go to now came back for good */
  isBounced: boolean;
  /** why it is stopped, or a code of what the server said */
  reason: string | null;
}

/** What no press of an agent changes: nobody reads that address, or there is nothing to say any more. */
const FINAL: readonly string[] = ['not-a-person', 'nothing-to-say'];

/**
 * Whether an agent may have a letter sent once more: one that did not arrive or was stopped, to somebody who still wants
 * it, at an address from which nothing came back.
 */
export function canResend({ state, isEnded, isBounced, reason }: UnsentLetter): boolean {
  if (state !== 'failed' && state !== 'stopped') return false;
  return !isEnded && !isBounced && !FINAL.includes(reason ?? '');
}
