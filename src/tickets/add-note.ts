import { appendEvent } from '../events/append-event.ts';
import { toInstantText } from '../store/instants.ts';
import { insertMessage } from '../store/messages.ts';
import type { Store, StoreAndClock } from '../store/open.ts';
import { updateTicketUnseen } from '../store/tickets.ts';
import { type Done, idempotently, type KeyReused } from './idempotently.ts';
import { lockTicket } from './resolve-merged.ts';
import { type AgentAction, withTicketForAgent } from './with-ticket-for-agent.ts';

/**
 * Adds an internal note once per idempotency key: an agent whose network broke may press again.
 * @returns the stored response; refusals store nothing
 */
export async function addNoteOnce(
  deps: StoreAndClock,
  action: AgentAction,
  key: string,
  text: string,
): Promise<Done | KeyReused | { outcome: 'refused'; code: 'not-found' }> {
  const { number, actor } = action;
  return idempotently<{ outcome: 'refused'; code: 'not-found' }>(
    deps,
    key,
    { number, actor, note: text },
    async (transaction, now) => {
      const ticket = await lockTicket(transaction, number);
      if (!ticket) return { outcome: 'refused', code: 'not-found' };
      await writeNote(transaction, ticket.number, action, text, now);
      return { number, answer: { number } };
    },
  );
}

/** Adds an internal note, which no customer ever sees and which is no reply; false when there is no such ticket. */
export async function addNote(deps: StoreAndClock, action: AgentAction, text: string): Promise<boolean> {
  const done = await withTicketForAgent(deps, action, async (transaction, { number }, now) => {
    await writeNote(transaction, number, action, text, now);
    return true;
  });
  return done ?? false;
}

async function writeNote(
  transaction: Store,
  number: string,
  { actor, author }: AgentAction,
  text: string,
  now: Temporal.Instant,
): Promise<void> {
  const at = toInstantText(now);
  await insertMessage(transaction, {
    ticket_number: number,
    sender: 'agent',
    author,
    text,
    sent_at: at,
    position: null,
  });
  await updateTicketUnseen(transaction, number, { changed_at: at });
  await appendEvent(transaction, { at, actor, action: 'ticket.note', ticketNumber: number });
}
