import type { Store } from '../store/open.ts';
import { announceVersion } from '../vendor-settings/announce-version.ts';
import type { Terminal } from './terminal.ts';

/** `pomoc versions current VERSION`; returns the exit code. */
export async function announceVersionCommand(store: Store, terminal: Terminal, version: string): Promise<number> {
  await announceVersion(store, version, terminal.now());
  terminal.print(`Bieżąca wersja: ${version}`);
  return 0;
}
