import { resealSecrets } from '../identity/reseal-secrets.ts';
import type { SecretKeys } from '../identity/seal.ts';
import type { Store } from '../store/open.ts';
import type { Terminal } from './terminal.ts';

/** `pomoc secrets reseal`: seals every secret under the first of `SECRET_KEYS`; returns the exit code. */
export async function resealSecretsCommand(store: Store, terminal: Terminal, keys: SecretKeys): Promise<number> {
  const { resealed, kept, unopened } = await resealSecrets(store, keys);
  terminal.print(
    `Zapieczętowano na nowo: ${resealed}; już pod pierwszym kluczem: ${kept}; nie do otwarcia: ${unopened}.`,
  );
  if (unopened > 0) {
    terminal.printError('Stare klucze muszą zostać w SECRET_KEYS: żaden z podanych nie otwiera wszystkiego.');
    return 1;
  }
  terminal.print('W SECRET_KEYS wystarczy teraz pierwszy klucz.');
  return 0;
}
