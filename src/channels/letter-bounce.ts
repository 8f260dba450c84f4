import { appendMailFailed } from '../events/append-mail-failed.ts';
import { readBounceTag, readMessageId } from '../identity/mail-marks.ts';
import { findDelivery, updateDelivery } from '../store/deliveries.ts';
import { toInstantText } from '../store/instants.ts';
import { putMailAddress } from '../store/mail-addresses.ts';
import type { Store, StoreAndClock } from '../store/open.ts';
import type { IncomingLetter, LetterFate } from './incoming-letter.ts';

/** The tag in `…+odbicia-TAG@`, where our letters have their bounces sent. */
const BOUNCE_TAG = /^[^+@]+\+odbicia-([^@]+)@/i;

/**
 * Takes what tells of a letter of ours that did not arrive. It is believed by a mark of ours only: anybody can write that
 * an owner's address does not exist, and would silence us.
 */
export async function takeBounce(
  { store, now, markKey }: StoreAndClock & { markKey: Uint8Array },
  read: IncomingLetter,
): Promise<LetterFate> {
  const delivery = await bouncedDelivery(store, markKey, read);
  if (!delivery) return { fate: 'set-aside', reason: 'bounce-unmarked' };
  if (!read.bounce?.isHard) return { fate: 'bounce', reason: 'soft' };
  const { status } = read.bounce;
  await store.transaction().execute(async (transaction) => {
    const at = now();
    const bounce = { bounced_at: toInstantText(at), bounce_status: status };
    await putMailAddress(transaction, { address: delivery.recipient, ...bounce });
    await updateDelivery(transaction, delivery.id, { state: 'failed', reason: 'bounced', server_reply: status });
    await appendMailFailed(transaction, delivery, at);
  });
  return { fate: 'bounce', reason: 'hard' };
}

/** Whether a letter came to the address where bounces go. */
export function wasToBounces(markKey: Uint8Array, read: IncomingLetter): boolean {
  return taggedDelivery(markKey, read) !== null;
}

function taggedDelivery(markKey: Uint8Array, { to }: IncomingLetter): number | null {
  const tags = to.map((address) => readBounceTag(markKey, BOUNCE_TAG.exec(address)?.[1] ?? ''));
  return tags.find((tagged) => tagged !== null) ?? null;
}

async function bouncedDelivery(store: Store, markKey: Uint8Array, read: IncomingLetter) {
  const { inReplyTo, references } = read;
  const tagged = taggedDelivery(markKey, read);
  if (tagged !== null) return findDelivery(store, tagged);
  for (const id of [...inReplyTo, ...references]) {
    const mark = readMessageId(markKey, id);
    if (mark) return findDelivery(store, mark.delivery);
  }
  return null;
}
