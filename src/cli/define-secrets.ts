import type { Command } from 'commander';
import { resealSecretsCommand } from '../commands/reseal-secrets.ts';
import type { SecretKeys } from '../identity/seal.ts';
import { readSecretKeys } from '../settings.ts';
import { terminal, withStore } from './operator.ts';

/** `pomoc secrets …` */
export function defineSecrets(pomoc: Command): void {
  pomoc
    .command('secrets')
    .description('klucze, pod którymi zapieczętowane są sekrety')
    .command('reseal')
    .description('pieczętuje wszystko na nowo pod pierwszym z SECRET_KEYS; można powtarzać')
    .action(() =>
      withStore(async (store) => {
        const keys = secretKeys();
        return keys ? resealSecretsCommand(store, terminal, keys) : 1;
      }),
    );
}

/**
 * The service's `SECRET_KEYS`, or null after saying what is wrong: secrets made with other keys would open nothing there.
 */
export function secretKeys(): SecretKeys | null {
  try {
    return readSecretKeys(process.env);
  } catch {
    terminal.printError('Ustaw SECRET_KEYS: po 32 losowe bajty w base64, te same, z którymi działa usługa.');
    return null;
  }
}
