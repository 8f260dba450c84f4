import type { QueueRow } from '../../contract/desk/queue-row.ts';
import { readAgentMarks } from '../../store/agent-marks.ts';
import { maybePublicInstant, toPublicInstant } from '../../store/instants.ts';
import type { Store } from '../../store/open.ts';
import type { QueuedTicket } from '../../store/queue.ts';

/** Who reads a row, and how many messages of its ticket they have seen. */
interface Reader {
  agentId: string;
  seen: number;
}

/** Maps tickets to rows for an agent: what they have read is looked up for all rows at once, beside the queue's queries. */
export async function toQueueRows(db: Store, agentId: string, tickets: readonly QueuedTicket[]): Promise<QueueRow[]> {
  const numbers = tickets.map(({ number }) => number);
  const marks = await readAgentMarks(db, agentId, numbers);
  return tickets.map((ticket) => toQueueRow(ticket, { agentId, seen: marks.get(ticket.number) ?? 0 }));
}

/** Maps one ticket to a row for an agent. */
export async function rowFor(db: Store, agentId: string, ticket: QueuedTicket): Promise<QueueRow> {
  const marks = await readAgentMarks(db, agentId, [ticket.number]);
  return toQueueRow(ticket, { agentId, seen: marks.get(ticket.number) ?? 0 });
}

/** Maps a ticket to a row of the desk's lists: the only place that does. @param reader null for nobody of the desk */
export function toQueueRow(ticket: QueuedTicket, reader: Reader | null): QueueRow {
  const isTheirs = ticket.waiting_since !== null || ticket.assignee_id === reader?.agentId;
  return {
    number: ticket.number,
    subject: ticket.subject,
    shop: { id: ticket.shop_id, name: ticket.shop_name },
    channel: ticket.channel,
    proof: ticket.proof,
    fromOtherShop: ticket.from_other_shop === 1,
    topic: ticket.topic,
    covered: ticket.covered === null ? null : ticket.covered === 1,
    withoutSupport: ticket.without_support,
    status: ticket.status,
    receivedAt: toPublicInstant(Temporal.Instant.from(ticket.received_at)),
    waitingSince: maybePublicInstant(ticket.waiting_since),
    answerBy: maybePublicInstant(ticket.answer_by),
    isOutage: ticket.queue_outage === 1,
    facts: JSON.parse(ticket.outage_facts),
    tags: JSON.parse(ticket.tags),
    hasFiles: Number(ticket.has_files) === 1,
    changedAt: toPublicInstant(Temporal.Instant.from(ticket.changed_at)),
    assignee: ticket.assignee_id === null ? null : { id: ticket.assignee_id, name: ticket.assignee_name ?? '' },
    snoozedUntil: maybePublicInstant(ticket.snoozed_until),
    followUpAt: maybePublicInstant(ticket.follow_up_at),
    isThanks: ticket.thanks !== null,
    unseen: reader && isTheirs ? Math.max(0, ticket.message_count - reader.seen) : 0,
    unseenByTeam: ticket.message_count - ticket.agent_seen,
    messageCount: ticket.message_count,
    folded: null,
  };
}
