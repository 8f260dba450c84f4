import { loadOpened } from '../pages/load-opened.ts';

/** Loads what an open ticket is made of, with its texts and styles: no list waits for it. Rejects where it cannot be loaded. */
export async function loadTicketPart() {
  const [{ TicketPart }] = await Promise.all([import('./TicketPart.tsx'), loadOpened()]);
  return TicketPart;
}
