import type { DeskTicket } from '../../src/contract/desk/read-ticket.ts';

/**
 * Reuses the message objects of the previous read where they are unchanged, so that only changed messages of a long
 * thread are drawn again.
 */
export function keepMessages(before: DeskTicket | null, read: DeskTicket): DeskTicket {
  if (!before) return read;
  const known = new Map(before.messages.map((message) => [message.id, message]));
  const messages = read.messages.map((message) => {
    const kept = known.get(message.id);
    return kept && JSON.stringify(kept) === JSON.stringify(message) ? kept : message;
  });
  return { ...read, messages };
}
