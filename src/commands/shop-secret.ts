import { makeShopSecret } from '../identity/make-shop-secret.ts';
import { revokeShopSecret } from '../identity/revoke-shop-secret.ts';
import type { SecretKeys } from '../identity/seal.ts';
import type { Store } from '../store/open.ts';
import { listShopSecrets } from '../store/shop-secrets.ts';
import { findShopByNumber } from '../store/shops.ts';
import { type Terminal, table } from './terminal.ts';

/** `pomoc shops secret NUMBER`: makes a new secret and prints it, this once; returns the exit code. */
export async function makeShopSecretCommand(
  store: Store,
  terminal: Terminal,
  keys: SecretKeys,
  supportNumber: string,
): Promise<number> {
  const made = await makeShopSecret(store, keys, supportNumber, terminal.now());
  if (!made) return unknownShop(terminal, supportNumber);
  terminal.print(`kid:    ${made.kid}`);
  terminal.print(`sekret: ${made.secret}`);
  terminal.print(
    'Oba wpisz w panelu sklepu tam, gdzie podpisuje się pomoc-token.php (docs/embedding.md, Signed identity).',
  );
  terminal.print(
    'Sekretu nie da się wyświetlić drugi raz. Poprzednie działają, dopóki ich nie unieważnisz: --revoke KID.',
  );
  return 0;
}

/** `pomoc shops secret NUMBER --list`: all secrets of the shop by id and date, never their values. */
export async function listShopSecretsCommand(store: Store, terminal: Terminal, supportNumber: string): Promise<number> {
  const shop = await findShopByNumber(store, supportNumber);
  if (!shop) return unknownShop(terminal, supportNumber);
  const rows = (await listShopSecrets(store, shop.id)).map(({ id, created_at, revoked_at }) => [
    id,
    created_at,
    revoked_at ?? 'ważny',
  ]);
  for (const line of table([['KID', 'UTWORZONO', 'UNIEWAŻNIONO'], ...rows])) terminal.print(line);
  return 0;
}

/** `pomoc shops secret NUMBER --revoke KID`: revokes the secret and ends its sessions at once. */
export async function revokeShopSecretCommand(
  store: Store,
  terminal: Terminal,
  supportNumber: string,
  kid: string,
): Promise<number> {
  if (!(await findShopByNumber(store, supportNumber))) return unknownShop(terminal, supportNumber);
  if (await revokeShopSecret(store, supportNumber, kid, terminal.now())) {
    terminal.print(`Unieważniono ${kid}; otwarte nim sesje są zamknięte.`);
    return 0;
  }
  terminal.printError(`Sklep ${supportNumber} nie ma ważnego sekretu ${kid}.`);
  return 1;
}

/** Says that no shop has this number; returns the exit code. */
export function unknownShop(terminal: Terminal, supportNumber: string): number {
  terminal.printError(`Nie ma sklepu o numerze ${supportNumber}.`);
  return 1;
}
