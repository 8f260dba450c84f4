import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Makes a folder for a test's data, below the one of the run (`vitest.config.ts`): in memory, if there is room, as no test pulls the
 * plug and waiting for a disk is half of the time of those with a database. What kills services by hand (`npm run faults`) uses the disk.
 * @param place another place than the environment says
 * @returns its path; to be deleted by whoever asked for it
 */
export function makeDataFolder(name: string, place = process.env.POMOC_TEST_DATA): string {
  return mkdtempSync(join(place ?? tmpdir(), `${name}-`));
}
