import type { Store } from '../store/open.ts';
import { revokeToken } from '../tickets/revoke-token.ts';
import { unknownTicket } from './reply-to-ticket.ts';
import type { Terminal } from './terminal.ts';

/** `pomoc revoke-token NUMBER`; returns the exit code. */
export async function revokeTokenCommand(store: Store, terminal: Terminal, number: string): Promise<number> {
  const action = { number, actor: 'operator', author: null };
  if (!(await revokeToken({ store, now: terminal.now }, action))) return unknownTicket(terminal, number);
  terminal.print(`Klucz zgłoszenia ${number} już nic nie otwiera.`);
  return 0;
}
