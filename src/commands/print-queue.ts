import type { Section } from '../contract/lists.ts';
import type { Store } from '../store/open.ts';
import { inProgressUnpromised, type QueuedTicket } from '../store/queue.ts';
import { readQueue } from '../tickets/queue/read-queue.ts';
import { printable, type Terminal, table } from './terminal.ts';
import { CHANNEL_WORDS, clock } from './words.ts';

const SECTION_WORDS: Record<Section, string> = {
  outages: 'Awarie',
  'due-soon': 'Kończy się termin',
  queue: 'Kolejka',
};

/** `pomoc queue`: the tickets that wait for a reply, in the order to answer them; then those in progress. */
export async function printQueueCommand(store: Store, terminal: Terminal, { limit }: { limit: number }): Promise<void> {
  for (const { section, tickets } of await readQueue(store, terminal.now(), limit + 1)) {
    printSection(
      terminal,
      SECTION_WORDS[section],
      tickets,
      limit,
      ({ queue_due_at }) => `termin ${clock(queue_due_at)}`,
    );
  }
  const underWay = await inProgressUnpromised(store, limit + 1);
  if (underWay.length > 0) printSection(terminal, 'W trakcie realizacji, bez terminu', underWay, limit, () => '');
}

function printSection(
  terminal: Terminal,
  title: string,
  tickets: readonly QueuedTicket[],
  limit: number,
  due: (ticket: QueuedTicket) => string,
): void {
  terminal.print(`${title} (${tickets.length > limit ? `pierwsze ${limit}` : tickets.length})`);
  const rows = tickets
    .slice(0, limit)
    .map((ticket) => [
      `  ${ticket.number}`,
      CHANNEL_WORDS[ticket.channel],
      due(ticket),
      ticket.topic,
      printable(ticket.shop_name),
      printable(ticket.subject),
    ]);
  for (const line of table(rows)) terminal.print(line);
  terminal.print('');
}
