import type { ReadonlySignal } from '@preact/signals';
import type { DeskTicket } from '../../src/contract/desk/read-ticket.ts';

/** A note that was sent, and how many of the same words the thread had before. */
export interface TriedNote {
  text: string;
  before: number;
}

/** How many notes of a thread say just this. */
export function notesLike(ticket: DeskTicket | null, text: string): number {
  return ticket?.messages.filter((message) => message.kind === 'note' && message.text === text).length ?? 0;
}

/**
 * Whether a note arrived though nobody said so. A note has no key: the thread, read anew, has one more like it or has not.
 * @returns unknown when the thread cannot be read
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
