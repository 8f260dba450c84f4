import type { DeskTicket } from '../../src/contract/desk/read-ticket.ts';

/**
 * A ticket that was read anew, with the messages that are as they were before: the same objects, so that nothing of a long
 * thread is drawn again but what changed in it.
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
