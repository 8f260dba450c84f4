import type { Insertable } from 'kysely';
import { ticketNumber } from '../../src/contract/tickets/ticket-number.ts';
import type { TicketsTable } from '../../src/store/tables/tickets.ts';

/** A row of `tickets` as a panel ticket of the first sample shop leaves it, with what the test wants otherwise. */
export function aTicketRow(
  sequence: number,
  otherwise: Partial<Insertable<TicketsTable>> = {},
): Insertable<TicketsTable> {
  return {
    number: ticketNumber(sequence),
    sequence,
    shop_id: 1,
    channel: 'panel',
    proof: 'panel',
    topic: 'configuration',
    covered: 1,
    scope_rule: null,
    subject: 'Darmowa dostawa od 200 zł',
    status: 'new',
    contact_email: 'biuro@ksiegarnia-zuraw.pl',
    contact_name: null,
    contact_phone: null,
    outage_facts: '[]',
    diagnostics: null,
    token_hash: '0'.repeat(64),
    received_at: '2026-11-22T09:00:00.000Z',
    answer_by: '2026-11-25T09:00:00.000Z',
    queue_waiting: 1,
    queue_outage: 0,
    queue_unproven: 1,
    queue_channel_rank: 0,
    queue_due_at: '2026-11-25T09:00:00.000Z',
    token_revoked_at: null,
    waiting_since: '2026-11-22T09:00:00.000Z',
    changed_at: '2026-11-22T09:00:00.000Z',
    closed_at: null,
    version: 1,
    message_count: 1,
    customer_seen: 1,
    agent_seen: 0,
    ...otherwise,
  };
}
