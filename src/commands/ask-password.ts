import { createInterface } from 'node:readline/promises';
import { PassThrough, type Readable, type Writable } from 'node:stream';

/** The streams of a password prompt. */
export interface PasswordTerminal {
  input: Readable & { isTTY?: boolean };
  /** for the question, never for the typed text */
  output: Writable;
}

/**
 * Asks for a new password. On a terminal it is typed twice, without echo; otherwise it is the first line of the input,
 * so that a password manager can pipe it in. It is never an argument: arguments show up in the shell's history and the
 * list of processes.
 * @returns null when the two differ, or none was given
 */
export async function askPassword({ input, output }: PasswordTerminal): Promise<string | null> {
  const isTerminal = input.isTTY === true;
  // On a terminal readline switches the echo off and writes the typed text itself: here, to nowhere.
  const nowhere = new PassThrough().resume();
  const lines = createInterface({ input, output: nowhere, terminal: isTerminal, historySize: 0 });
  const typed = lines[Symbol.asyncIterator]();
  /** null at the end of the input, and after Ctrl+C */
  async function nextLine(question: string): Promise<string | null> {
    if (isTerminal) output.write(question);
    const { done, value } = await typed.next();
    if (isTerminal) output.write('\n');
    return done ? null : value;
  }
  try {
    const first = await nextLine('Hasło: ');
    if (!isTerminal || first === null) return first;
    return first === (await nextLine('Powtórz hasło: ')) ? first : null;
  } finally {
    lines.close();
  }
}
