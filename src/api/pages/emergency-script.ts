import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Reads the script of the emergency page on another host.
 * @param folder the build's output
 * @returns null where it is not built
 */
export function readEmergencyScript(folder: string): string | null {
  const file = join(folder, 'emergency.js');
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
