import type { Section } from '../contract/lists.ts';
import type { Store } from '../store/open.ts';
import { inProgressUnpromised } from '../store/queue.ts';
import { lineOf, type QueueLine } from '../tickets/queue/read-outages.ts';
import { readQueue } from '../tickets/queue/read-queue.ts';
import { readVendorSettings, type VendorSettings } from '../vendor-settings/vendor-settings.ts';
import { printable, type Terminal, table } from './terminal.ts';
import { CHANNEL_WORDS, clock } from './words.ts';

const SECTION_WORDS: Record<Section, string> = {
  outages: 'Awarie',
  'due-soon': 'Kończy się termin',
  promised: 'Obiecane',
  queue: 'Kolejka',
};

/** `pomoc queue`: the tickets that wait for us, in the order to answer them; then those in progress. */
export async function printQueueCommand(
  store: Store,
  terminal: Terminal,
  first: VendorSettings,
  { limit }: { limit: number },
): Promise<void> {
  const { openingHours: hours } = await readVendorSettings(store, first);
  for (const { section, rows } of await readQueue(store, { now: terminal.now(), hours, limit: limit + 1 })) {
    printSection(terminal, SECTION_WORDS[section], rows, limit, ({ ticket, folded }) =>
      folded === null ? timeOf(ticket) : `najnowsze z ${folded} niepotwierdzonych`,
    );
  }
  const underWay = await inProgressUnpromised(store, limit + 1);
  if (underWay.length > 0)
    printSection(terminal, 'W trakcie realizacji, bez terminu', underWay.map(lineOf), limit, () => '');
}

/** By when we reply, or by when we said that we write again; what is back was put off until then. */
function timeOf({ answer_by, follow_up_at, queue_return_at, waiting_since }: QueueLine['ticket']): string {
  if (waiting_since !== null && follow_up_at !== null) return `obiecane do ${clock(follow_up_at)}`;
  if (answer_by !== null) return `termin ${clock(answer_by)}`;
  if (waiting_since !== null) return 'bez terminu';
  if (follow_up_at !== null && follow_up_at === queue_return_at) return `obiecane do ${clock(follow_up_at)}`;
  return queue_return_at === null ? '' : `odłożone do ${clock(queue_return_at)}`;
}

function printSection(
  terminal: Terminal,
  title: string,
  lines: readonly QueueLine[],
  limit: number,
  due: (line: QueueLine) => string,
): void {
  terminal.print(`${title} (${lines.length > limit ? `pierwsze ${limit}` : lines.length})`);
  const rows = lines.slice(0, limit).map((line) => {
    const { ticket } = line;
    return [
      `  ${ticket.number}`,
      CHANNEL_WORDS[ticket.channel],
      due(line),
      ticket.topic,
      printable(ticket.shop_name),
      printable(ticket.subject),
    ];
  });
  for (const line of table(rows)) terminal.print(line);
  terminal.print('');
}
