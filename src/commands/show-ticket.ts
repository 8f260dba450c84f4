import { type MessageRow, threadWithNotes } from '../store/messages.ts';
import type { Store } from '../store/open.ts';
import { findTicket } from '../store/tickets.ts';
import { type UploadRow, uploadsOfTicket } from '../store/uploads.ts';
import { markSeenByAgent } from '../tickets/mark-seen.ts';
import { printable, type Terminal } from './terminal.ts';
import { CHANNEL_WORDS, clock, STATUS_WORDS } from './words.ts';

/** `pomoc show NUMBER`: a ticket with everything written in it, notes included; returns the exit code. */
export async function showTicketCommand(store: Store, terminal: Terminal, number: string): Promise<number> {
  const ticket = await findTicket(store, number);
  if (!ticket) {
    terminal.printError(`Nie ma zgłoszenia ${number}.`);
    return 1;
  }
  terminal.print(`${number}  ${printable(ticket.subject)}`);
  terminal.print(
    [
      STATUS_WORDS[ticket.status],
      CHANNEL_WORDS[ticket.channel],
      ticket.topic,
      printable(ticket.contact_email),
      ticket.answer_by && `odpowiedź do ${clock(ticket.answer_by)}`,
    ]
      .filter(Boolean)
      .join(' · '),
  );
  const files = await uploadsOfTicket(store, number);
  for (const message of await threadWithNotes(store, number)) {
    terminal.print('');
    for (const line of written(message, files)) terminal.print(line);
  }
  await markSeenByAgent({ store, now: () => terminal.now }, number, 'operator', ticket.message_count);
  return 0;
}

function written(message: MessageRow, files: readonly UploadRow[]): string[] {
  const who = message.sender === 'customer' ? 'Klient' : message.position === null ? 'Notatka' : 'Odpowiedź';
  const author = message.author ? ` (${printable(message.author)})` : '';
  return [
    `${who}${author}, ${clock(message.sent_at)}`,
    ...message.text.split('\n').map((line) => `  ${printable(line)}`.trimEnd()),
    ...files
      .filter(({ message_id }) => message_id === message.id)
      .map(({ name, type, bytes }) => `  + ${printable(name)} (${type}, ${bytes} B)`),
  ];
}
