import type { MailKind, StopReason } from '../contract/lists.ts';
import { appendEvent } from '../events/append-event.ts';
import { mailVerdict, turnOf } from '../events/mail-verdict.ts';
import { countedAs } from '../policy/counted-as.ts';
import { canResend } from '../policy/resend.ts';
import { type DeliveryRow, deliveriesOf, findDelivery, updateDelivery } from '../store/deliveries.ts';
import { toInstantText } from '../store/instants.ts';
import { lock } from '../store/lock.ts';
import { mailService } from '../store/mail-service.ts';
import type { Store, StoreAndClock } from '../store/open.ts';
import { findTicket, type TicketRow } from '../store/tickets.ts';

/** What came of having a letter sent once more. */
export type Resent =
  | { outcome: 'changed' }
  | { outcome: 'not-found' }
  /** it went out already, mail is off, or with `mail` why nothing goes to its address */
  | { outcome: 'refused'; mail?: StopReason };

/**
 * Sets a letter due again that did not arrive or was stopped, to the address that its ticket has now: one try, as it is
 * older than the two days in which others are tried again. Of one that is due already nothing changes.
 */
export async function resendLetter(
  { store, now }: StoreAndClock,
  { delivery: id, actor }: { delivery: number; actor: string },
): Promise<Resent> {
  return store.transaction().execute(async (transaction): Promise<Resent> => {
    await lock(transaction, `delivery:${id}`);
    const found = await findDelivery(transaction, id);
    const ticket = found?.ticket_number ? await findTicket(transaction, found.ticket_number) : null;
    if (!found || !ticket) return { outcome: 'not-found' };
    if (found.state === 'due') return { outcome: 'changed' };
    const recipient = recipientNow(found, ticket);
    const isEnded = !isToOthers(found.kind) && ticket.mail_ended_at !== null;
    if (isEnded) return { outcome: 'refused', mail: 'unsubscribed' };
    if (!canResend({ ...found, isEnded, isBounced: false })) return { outcome: 'refused' };
    if (await isOwedToo(transaction, found, recipient)) return { outcome: 'refused' };
    const at = now();
    const verdict = await verdictNow(transaction, { ...found, recipient }, at);
    if (verdict === null) return { outcome: 'refused' };
    if (verdict !== 'now' && verdict !== 'later') return { outcome: 'refused', mail: verdict };
    const dueAt = verdict === 'later' ? await turnOf(transaction, recipient, at) : toInstantText(at);
    const cleared = { reason: null, server_reply: null, lease_until: null };
    await updateDelivery(transaction, id, {
      ...cleared,
      state: 'due',
      recipient,
      counted_as: countedAs(recipient),
      due_at: dueAt,
    });
    await appendEvent(transaction, {
      at: toInstantText(at),
      actor,
      action: 'ticket.mail-resent',
      ticketNumber: ticket.number,
      details: { delivery: id, kind: found.kind },
    });
    return { outcome: 'changed' };
  });
}

/** Whether a kind of letters about a ticket goes to others than its contact. */
export function isToOthers(kind: MailKind): boolean {
  return kind === 'alert' || kind === 'copy';
}

/** Where a letter would go now: the contact's address may have been corrected. */
export function recipientNow({ kind, recipient }: DeliveryRow, { contact_email }: TicketRow): string {
  return isToOthers(kind) || contact_email === '' ? recipient : contact_email.toLowerCase();
}

/** Whether the same event owes the same letter to that address in another row. */
async function isOwedToo(transaction: Store, one: DeliveryRow, recipient: string): Promise<boolean> {
  const others = await deliveriesOf(transaction, [one.ticket_number ?? '']);
  return others.some(
    (other) =>
      other.id !== one.id &&
      other.event_id === one.event_id &&
      other.kind === one.kind &&
      other.recipient === recipient,
  );
}

/** An agent's press is no automatic letter, but the address has its limits all the same; null where mail is off. */
async function verdictNow(transaction: Store, { kind, recipient }: DeliveryRow, now: Temporal.Instant) {
  const service = await mailService(transaction);
  if (service?.is_on !== 1) return null;
  return mailVerdict(
    transaction,
    service,
    { kind: kind === 'alert' ? kind : 'reply', recipient, isAnswer: false },
    now,
  );
}
