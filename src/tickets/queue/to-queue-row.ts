import type { QueueRow } from '../../contract/desk/queue-row.ts';
import { maybePublicInstant, toPublicInstant } from '../../store/instants.ts';
import type { QueuedTicket } from '../../store/queue.ts';

/** Maps a ticket to a row of the desk's lists: the only place that does. */
export function toQueueRow(ticket: QueuedTicket): QueueRow {
  return {
    number: ticket.number,
    subject: ticket.subject,
    shop: { id: ticket.shop_id, name: ticket.shop_name },
    channel: ticket.channel,
    proof: ticket.proof,
    fromOtherShop: ticket.from_other_shop === 1,
    topic: ticket.topic,
    covered: ticket.covered === 1,
    status: ticket.status,
    receivedAt: toPublicInstant(Temporal.Instant.from(ticket.received_at)),
    waitingSince: maybePublicInstant(ticket.waiting_since),
    answerBy: maybePublicInstant(ticket.answer_by),
    isOutage: ticket.queue_outage === 1,
    facts: JSON.parse(ticket.outage_facts),
    hasFiles: Number(ticket.has_files) === 1,
    changedAt: toPublicInstant(Temporal.Instant.from(ticket.changed_at)),
    assignee: ticket.assignee_id === null ? null : { id: ticket.assignee_id, name: ticket.assignee_name ?? '' },
    snoozedUntil: maybePublicInstant(ticket.snoozed_until),
    followUpAt: maybePublicInstant(ticket.follow_up_at),
    unseen: ticket.message_count - ticket.agent_seen,
    folded: null,
  };
}
