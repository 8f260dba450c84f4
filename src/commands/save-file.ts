import { writeFileSync } from 'node:fs';
import { partsOf } from '../attachments/file-parts.ts';
import { fileHindrance } from '../policy/file-hindrance.ts';
import type { Store } from '../store/open.ts';
import { findUpload } from '../store/uploads.ts';
import { printable, type Terminal } from './terminal.ts';
import { HINDRANCE_WORDS } from './words.ts';

/**
 * `pomoc file ID --out FILE`: saves a customer's file under a name that the operator chooses, never over an existing
 * file; returns the exit code.
 */
export async function saveFileCommand(store: Store, terminal: Terminal, id: string, out: string): Promise<number> {
  const file = await findUpload(store, id);
  if (!file) {
    terminal.printError(`Nie ma pliku ${printable(id)}.`);
    return 1;
  }
  const hindrance = fileHindrance(file);
  if (hindrance) {
    terminal.printError(`Pliku ${printable(id)} nie można zapisać: ${HINDRANCE_WORDS[hindrance]}.`);
    return 1;
  }
  const parts: Uint8Array[] = [];
  for await (const part of partsOf(store, id, file.bytes)) parts.push(part);
  try {
    writeFileSync(out, Buffer.concat(parts), { flag: 'wx' });
  } catch {
    terminal.printError(`Nie da się zapisać pliku ${out}: może już istnieje.`);
    return 1;
  }
  terminal.print(`Zapisano ${out} (${file.type}, ${file.bytes} B), wysłany jako „${printable(file.name)}”.`);
  return 0;
}
