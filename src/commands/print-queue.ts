import type { Section } from '../policy/queue.ts';
import type { Store } from '../store/open.ts';
import { readQueue } from '../tickets/read-queue.ts';
import { printable, type Terminal, table } from './terminal.ts';
import { CHANNEL_WORDS, clock } from './words.ts';

const SECTION_WORDS: Record<Section, string> = {
  outages: 'Awarie',
  'due-soon': 'Kończy się termin',
  queue: 'Kolejka',
};

/** `pomoc queue`: what waits for an answer, in the order in which to answer. */
export async function printQueueCommand(store: Store, terminal: Terminal, options: { limit: number }): Promise<void> {
  for (const { section, tickets } of await readQueue(store, terminal.now, options.limit + 1)) {
    const isCut = tickets.length > options.limit;
    terminal.print(`${SECTION_WORDS[section]} (${isCut ? `pierwsze ${options.limit}` : tickets.length})`);
    const rows = tickets
      .slice(0, options.limit)
      .map((ticket) => [
        `  ${ticket.number}`,
        CHANNEL_WORDS[ticket.channel],
        `termin ${clock(ticket.queue_due_at)}`,
        ticket.topic,
        printable(ticket.shop_name),
        printable(ticket.subject),
      ]);
    for (const line of table(rows)) terminal.print(line);
    terminal.print('');
  }
}
