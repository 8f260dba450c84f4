import { readFileSync } from 'node:fs';
import { isPrivateAddress } from '../policy/shop-address.ts';
import { importShops } from '../shops/import-shops.ts';
import { readShopsCsv } from '../shops/read-shops-csv.ts';
import type { Store } from '../store/open.ts';
import { listShops } from '../store/shops.ts';
import { printable, type Terminal } from './terminal.ts';

/** `pomoc shops import FILE.csv [--demo]`; returns the exit code. */
export async function importShopsCommand(
  store: Store,
  terminal: Terminal,
  file: string,
  options: { demo?: boolean },
): Promise<number> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch {
    terminal.printError(`Nie da się odczytać pliku ${file}`);
    return 1;
  }
  const read = readShopsCsv(bytes, options.demo ?? false);
  if ('errors' in read) {
    for (const { line, column, reason } of read.errors) {
      terminal.printError(printable(`${file}: wiersz ${line}${column && `, kolumna ${column}`}: ${reason}`));
    }
    terminal.printError('Nic nie zapisano.');
    return 1;
  }
  if (!options.demo && (await listShops(store)).some(({ shop }) => isPrivateAddress(shop.install_url))) {
    terminal.printError('W tej bazie są sklepy z pokazu. Prawdziwe sklepy potrzebują osobnej bazy: DATABASE_URL.');
    return 1;
  }
  const imported = await importShops(store, read.shops, terminal.now());
  if (imported.outcome === 'refused') {
    for (const { supportNumber, address, by } of imported.taken) {
      terminal.printError(printable(`${file}: sklep ${supportNumber}: adres „${address}” ma już sklep ${by}`));
    }
    terminal.printError('Nic nie zapisano.');
    return 1;
  }
  terminal.print(`Zapisano sklepów: ${read.shops.length}`);
  return 0;
}
