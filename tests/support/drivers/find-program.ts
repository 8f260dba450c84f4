import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The first of these programs that is installed, by its path; null where none is. */
export function findProgram(...names: string[]): string | null {
  const folders = (process.env.PATH ?? '').split(':');
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find(existsSync) ?? null;
}
