import { ageOf } from '../age.ts';
import type { KeptFile } from './attached-file.ts';

/** How long bytes that nothing names are kept, in milliseconds: another tab may be about to name them. */
const ORPHANS_KEPT_MS = 3_600_000;

/** The bytes of a file as they are kept, from now on. */
export function keptFile(id: string, blob: Blob): KeptFile {
  return { id, blob, keptAt: Date.now() };
}

/** The ids of kept files that nothing names any more, and that no tab is about to name; a stamp that lies ahead says nothing. */
export function orphansAmong(files: readonly KeptFile[], named: ReadonlySet<string>): string[] {
  const now = Date.now();
  const isOld = (keptAt: number) => keptAt > now || (ageOf(keptAt, now) ?? 0) > ORPHANS_KEPT_MS;
  return files.filter(({ id, keptAt }) => !named.has(id) && isOld(keptAt)).map(({ id }) => id);
}
