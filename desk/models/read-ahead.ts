import type { DeskTicket } from '../../src/contract/desk/read-ticket.ts';
import type { DeskClient } from '../client/desk-client.ts';

/** How long a ticket that was read ahead is taken for what it is now, in milliseconds; events end it sooner. */
const FRESH_MS = 20_000;

/** How many tickets are kept that were read ahead. */
const KEPT = 4;

/** Tickets that are read before somebody opens them. */
export interface ReadAhead {
  /** Reads a ticket soon: one at a time, and only the last that was asked for. */
  want: (number: string) => void;
  /** The ticket, if it was read ahead and nothing has happened to it since; it is handed out once. */
  take: (number: string) => DeskTicket | null;
  /** Something has happened to a ticket, or may have to any. */
  forget: (number: string | null) => void;
}

/** @param now the time in milliseconds, of any clock that goes on */
export function createReadAhead(client: Pick<DeskClient, 'readTicket'>, now = () => performance.now()): ReadAhead {
  const kept = new Map<string, { at: number; ticket: DeskTicket }>();
  let wanted: string | null = null;
  let reading: string | null = null;

  async function read(): Promise<void> {
    while (wanted !== null && reading === null) {
      const number = wanted;
      wanted = null;
      reading = number;
      const at = now();
      const answer = await client.readTicket(number);
      // Forgotten meanwhile: the answer may be older than what happened.
      const isForgotten = reading !== number;
      reading = null;
      if (answer.outcome !== 'ok' || isForgotten) continue;
      kept.set(number, { at, ticket: answer.value });
      for (const oldest of [...kept.keys()].slice(0, -KEPT)) kept.delete(oldest);
    }
  }

  return {
    want(number) {
      const known = kept.get(number);
      if (reading === number || (known && now() - known.at < FRESH_MS / 2)) return;
      wanted = number;
      void read();
    },
    take(number) {
      const known = kept.get(number);
      kept.delete(number);
      return known && now() - known.at < FRESH_MS ? known.ticket : null;
    },
    forget(number) {
      if (number === null) kept.clear();
      else kept.delete(number);
      if (number === null || reading === number) reading = reading === null ? null : '';
    },
  };
}
