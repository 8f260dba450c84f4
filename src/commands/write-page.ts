import { writeFileSync } from 'node:fs';
import type { Terminal } from './terminal.ts';

/** Writes a page over an older one, as it is made again whenever a setting changes; returns the exit code. */
export function writePageCommand(terminal: Terminal, out: string, page: string): number {
  try {
    writeFileSync(out, page);
  } catch {
    terminal.printError(`Nie da się zapisać pliku ${out}.`);
    return 1;
  }
  terminal.print(`Zapisano ${out}. Po zmianie telefonu, godzin albo e-maila zapisz ją jeszcze raz.`);
  return 0;
}
