import { replyAsAgent } from '../channels/agent.ts';
import { LIMITS } from '../contract/limits.ts';
import type { ReplyStatus } from '../contract/lists.ts';
import { line, text } from '../contract/text.ts';
import type { Store } from '../store/open.ts';
import { addNote } from '../tickets/add-note.ts';
import { resolveMerged } from '../tickets/resolve-merged.ts';
import type { Terminal } from './terminal.ts';
import { STATUS_WORDS } from './words.ts';

/** Options of the operator's reply; its text comes from another option or the standard input. */
export interface ReplyOptions {
  author?: string;
  status: ReplyStatus;
  /** an internal note instead of a reply */
  note?: boolean;
}

const ReplyText = text(1, LIMITS.description);
const Author = line(1, LIMITS.name);

/** `pomoc answer NUMBER`: answers a ticket, or leaves a note in it; returns the exit code. */
export async function replyToTicketCommand(
  store: Store,
  terminal: Terminal,
  number: string,
  written: string,
  options: ReplyOptions,
): Promise<number> {
  const reply = ReplyText.safeParse(written.replace(/\r\n?/g, '\n').trimEnd());
  if (!reply.success) {
    terminal.printError(`Odpowiedź musi mieć od 1 do ${LIMITS.description} znaków, bez znaków sterujących.`);
    return 1;
  }
  if (options.author !== undefined && !Author.safeParse(options.author).success) {
    terminal.printError(`Podpis musi być jednym wierszem, najwyżej ${LIMITS.name} znaków.`);
    return 1;
  }
  const deps = { store, now: terminal.now };
  const action = { number, actor: 'operator', author: options.author ?? null };
  const key = crypto.randomUUID();
  if (options.note) {
    if ((await addNote(deps, action, key, { text: reply.data })).outcome === 'refused')
      return unknownTicket(terminal, number);
    terminal.print(`Dodano notatkę do ${number}.`);
    return 0;
  }
  const seenMessages = await shownMessages(store, number);
  const replied = await replyAsAgent(deps, action, key, { text: reply.data, status: options.status, seenMessages });
  if (replied.outcome !== 'refused') {
    terminal.print(`Wysłano odpowiedź: ${number}, ${STATUS_WORDS[options.status]}.`);
    return 0;
  }
  if (replied.code === 'not-found') return unknownTicket(terminal, number);
  terminal.printError(`Klient dopisał coś, czego jeszcze nie widać: najpierw pomoc show ${number}. Nic nie wysłano.`);
  return 1;
}

/** Prints that there is no such ticket. */
export function unknownTicket(terminal: Terminal, number: string): number {
  terminal.printError(`Nie ma zgłoszenia ${number}.`);
  return 1;
}

/** How many messages of a ticket an agent has been shown. The first one opened the ticket and counts as shown. */
export async function shownMessages(store: Store, number: string): Promise<number> {
  return Math.max(1, (await resolveMerged(store, number))?.agent_seen ?? 0);
}
