import { type Freed, freeFilesOf } from '../attachments/free-files.ts';
import { scanAgain } from '../store/file-scans.ts';
import { closedWithFiles, spaceByShop } from '../store/file-space.ts';
import { toInstantText } from '../store/instants.ts';
import type { Store } from '../store/open.ts';
import { lockTicket } from '../tickets/resolve-merged.ts';
import { unknownTicket } from './reply-to-ticket.ts';
import { printable, type Terminal, table } from './terminal.ts';
import { clock } from './words.ts';

/** `pomoc files`: what the files of each shop take up, the most first, and of all together. */
export async function showFilesCommand(store: Store, terminal: Terminal): Promise<number> {
  const shops = await spaceByShop(store);
  const rows = shops.map(({ supportNumber, name, files, bytes, oldest }) => [
    supportNumber,
    printable(name),
    String(files),
    megabytes(bytes),
    clock(oldest),
  ]);
  const all = [
    shops.reduce((sum, { files }) => sum + files, 0),
    shops.reduce((sum, { bytes }) => sum + bytes, 0),
  ] as const;
  for (const line of table([['NUMER', 'SKLEP', 'PLIKI', 'MB', 'NAJSTARSZY'], ...rows])) terminal.print(line);
  terminal.print(`Razem: ${all[0]} plików, ${megabytes(all[1])} MB.`);
  return 0;
}

/** Which tickets lose their files: these, or all that were closed before a day in UTC. */
export interface FilesToFree {
  numbers: readonly string[];
  closedBefore?: Temporal.PlainDate;
  /** without it nothing is deleted, only said */
  yes?: true;
}

/** `pomoc files free`: deletes the bytes of tickets' files, each ticket in its own transaction and with its event; returns the exit code. */
export async function freeFilesCommand(store: Store, terminal: Terminal, what: FilesToFree): Promise<number> {
  const before = what.closedBefore?.toZonedDateTime('UTC').toInstant();
  const numbers = [...what.numbers, ...(before ? await closedWithFiles(store, toInstantText(before)) : [])];
  if (numbers.length === 0) {
    terminal.print('Nie ma czego usuwać.');
    return 0;
  }
  if (!what.yes) {
    terminal.print(`Pliki stracą zgłoszenia: ${numbers.map(printable).join(', ')}.`);
    terminal.printError('Tego nie da się cofnąć. Aby usunąć, dodaj --yes.');
    return 1;
  }
  const all: Freed = { files: 0, bytes: 0 };
  for (const number of numbers) {
    const freed = await store.transaction().execute(async (transaction) => {
      const ticket = await lockTicket(transaction, number);
      const by = { at: toInstantText(terminal.now()), actor: 'operator' };
      return ticket && freeFilesOf(transaction, [ticket.number], by);
    });
    if (!freed) return unknownTicket(terminal, number);
    all.files += freed.files;
    all.bytes += freed.bytes;
  }
  terminal.print(`Usunięto plików: ${all.files}, razem ${megabytes(all.bytes)} MB.`);
  return 0;
}

/**
 * `pomoc files scan`: has the service's scanner look at files anew; all that it failed at and all from before it, or these,
 * whatever it said of them; returns the exit code.
 */
export async function scanFilesCommand(store: Store, terminal: Terminal, ids: readonly string[]): Promise<number> {
  const count = await scanAgain(store, ids.length === 0 ? null : ids, toInstantText(terminal.now()));
  terminal.print(`Czeka na skaner: ${count}. Sprawdza je usługa, jeśli ma ustawione FILE_SCAN_COMMAND.`);
  return count < ids.length ? 1 : 0;
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1).replace('.', ',');
}
