import type { ReadonlySignal } from '@preact/signals';
import type { DeskTicket } from '../../src/contract/desk/read-ticket.ts';

/** A note that was sent, and how many notes with the same text the thread had before. */
export interface TriedNote {
  text: string;
  before: number;
}

/** How many notes of a thread have this text. */
export function notesLike(ticket: DeskTicket | null, text: string): number {
  return ticket?.messages.filter((message) => message.kind === 'note' && message.text === text).length ?? 0;
}

/**
 * Whether a note without a response arrived. A note has no key: the thread, read again, has one more like it or not.
 * @returns `unknown` when the thread cannot be read
 */
export async function findNote(
  { text, before }: TriedNote,
  ticket: ReadonlySignal<DeskTicket | null>,
  look: () => Promise<void>,
): Promise<'there' | 'missing' | 'unknown'> {
  const shown = ticket.peek();
  await look();
  if (ticket.peek() === shown) return 'unknown';
  return notesLike(ticket.peek(), text) > before ? 'there' : 'missing';
}
