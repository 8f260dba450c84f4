import { endShopSessions } from '../identity/end-shop-sessions.ts';
import type { Store } from '../store/open.ts';
import { unknownShop } from './shop-secret.ts';
import type { Terminal } from './terminal.ts';

/** `pomoc shops end-sessions NUMBER`: ends all sessions of a shop; returns the exit code. */
export async function endShopSessionsCommand(store: Store, terminal: Terminal, supportNumber: string): Promise<number> {
  const ended = await endShopSessions(store, supportNumber, terminal.now());
  if (ended === null) return unknownShop(terminal, supportNumber);
  terminal.print(`Zakończone sesje sklepu: ${ended}.`);
  return 0;
}
