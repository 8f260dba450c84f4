import type { OutageFact } from '../contract/lists.ts';
import { fileHindrance } from '../policy/file-hindrance.ts';
import { type MessageRow, threadWithNotes } from '../store/messages.ts';
import type { Store } from '../store/open.ts';
import type { TicketRow } from '../store/tickets.ts';
import { type UploadRow, uploadsOfTicket } from '../store/uploads.ts';
import { markSeenByAgent } from '../tickets/mark-seen.ts';
import { resolveMerged } from '../tickets/resolve-merged.ts';
import { unknownTicket } from './reply-to-ticket.ts';
import { printable, type Terminal } from './terminal.ts';
import { CHANNEL_WORDS, clock, HINDRANCE_WORDS, OUTAGE_WORDS, STATUS_WORDS } from './words.ts';

/** `pomoc show NUMBER`: a ticket with all messages and notes; returns the exit code. */
export async function showTicketCommand(store: Store, terminal: Terminal, asked: string): Promise<number> {
  const ticket = await resolveMerged(store, asked);
  if (!ticket) return unknownTicket(terminal, asked);
  const { number } = ticket;
  terminal.print(`${number}  ${printable(ticket.subject)}`);
  terminal.print(
    [
      STATUS_WORDS[ticket.status],
      CHANNEL_WORDS[ticket.channel],
      ticket.from_other_shop === 1 && `z panelu innego sklepu (${printable(ticket.from_host ?? '')})`,
      ticket.topic,
      printable(ticket.contact_email),
      ticket.contact_phone && printable(ticket.contact_phone),
      ticket.answer_by && `odpowiedź do ${clock(ticket.answer_by)}`,
      ticket.follow_up_at && `odpiszemy do ${clock(ticket.follow_up_at)}`,
      ticket.snoozed_until && `odłożone do ${clock(ticket.snoozed_until)}`,
    ]
      .filter(Boolean)
      .join(' · '),
  );
  for (const fact of factsOf(ticket)) terminal.print(fact);
  const files = await uploadsOfTicket(store, number);
  for (const message of await threadWithNotes(store, number)) {
    terminal.print('');
    for (const line of written(message, files)) terminal.print(line);
  }
  await markSeenByAgent(
    { store, now: terminal.now },
    { number, actor: 'operator', author: null },
    ticket.message_count,
  );
  return 0;
}

/** The outage facts, and the diagnostics that the browser sent with the owner's consent. */
function factsOf({ outage_facts, diagnostics }: TicketRow): string[] {
  const facts = JSON.parse(outage_facts) as OutageFact[];
  const told = Object.entries(JSON.parse(diagnostics ?? '{}') as Record<string, string>);
  return [
    ...(facts.length > 0 ? [`Awaria: ${facts.map((fact) => OUTAGE_WORDS[fact]).join(', ')}`] : []),
    ...told.map(([key, value]) => printable(`${key}: ${value}`)),
  ];
}

function written(message: MessageRow, files: readonly UploadRow[]): string[] {
  const who = message.sender === 'customer' ? 'Klient' : message.position === null ? 'Notatka' : 'Odpowiedź';
  const author = message.author ? ` (${printable(message.author)})` : '';
  return [
    `${who}${author}, ${clock(message.sent_at)}`,
    ...message.text.split('\n').map((line) => `  ${printable(line)}`.trimEnd()),
    ...files
      .filter(({ message_id }) => message_id === message.id)
      .map((file) => {
        const hindrance = fileHindrance(file);
        const way = hindrance ? HINDRANCE_WORDS[hindrance] : `pomoc file ${file.id}`;
        return `  + ${printable(file.name)} (${file.type}, ${file.bytes} B): ${way}`;
      }),
  ];
}
