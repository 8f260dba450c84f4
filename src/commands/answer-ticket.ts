import { LIMITS } from '../contract/limits.ts';
import type { AnswerStatus } from '../policy/thread.ts';
import type { Store } from '../store/open.ts';
import { addNote } from '../tickets/add-note.ts';
import { answerTicket } from '../tickets/answer-ticket.ts';
import type { Terminal } from './terminal.ts';
import { STATUS_WORDS } from './words.ts';

/** How the operator answers: what is written comes apart, from an option or the standard input. */
export interface AnswerOptions {
  author?: string;
  status: AnswerStatus;
  /** an internal note instead of an answer */
  note?: boolean;
}

/** `pomoc answer NUMBER`: answers a ticket, or leaves a note in it; returns the exit code. */
export async function answerTicketCommand(
  store: Store,
  terminal: Terminal,
  number: string,
  text: string,
  options: AnswerOptions,
): Promise<number> {
  const trimmed = text.trimEnd();
  if (trimmed === '' || trimmed.length > LIMITS.description) {
    terminal.printError(`Odpowiedź musi mieć od 1 do ${LIMITS.description} znaków.`);
    return 1;
  }
  const deps = { store, now: () => terminal.now };
  const action = { number, actor: 'operator', author: options.author ?? null };
  const found = options.note
    ? await addNote(deps, action, trimmed)
    : await answerTicket(deps, action, { text: trimmed, status: options.status });
  if (!found) {
    terminal.printError(`Nie ma zgłoszenia ${number}.`);
    return 1;
  }
  terminal.print(
    options.note ? `Dodano notatkę do ${number}.` : `Wysłano odpowiedź: ${number}, ${STATUS_WORDS[options.status]}.`,
  );
  return 0;
}
