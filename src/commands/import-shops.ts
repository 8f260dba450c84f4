import { readFileSync } from 'node:fs';
import { isPrivateAddress } from '../policy/shop-address.ts';
import { dayInWarsaw } from '../policy/warsaw.ts';
import { type Comparison, compareShops } from '../shops/compare-shops.ts';
import { importShops } from '../shops/import-shops.ts';
import { readShopsCsv } from '../shops/read-shops-csv.ts';
import { warningInWords } from '../shops/registry-warnings.ts';
import type { Store } from '../store/open.ts';
import { listShops } from '../store/shops.ts';
import { printable, type Terminal } from './terminal.ts';

/** `pomoc shops import FILE.csv [--dry-run] [--end-vanished] [--demo]`; returns the exit code. */
export async function importShopsCommand(
  store: Store,
  terminal: Terminal,
  file: string,
  { demo = false, dryRun = false, endVanished = false }: { demo?: boolean; dryRun?: boolean; endVanished?: boolean },
): Promise<number> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch {
    terminal.printError(`Nie da się odczytać pliku ${file}`);
    return 1;
  }
  const read = readShopsCsv(bytes, demo);
  if ('errors' in read) {
    for (const { line, column, reason } of read.errors) {
      terminal.printError(printable(`${file}: wiersz ${line}${column && `, kolumna ${column}`}: ${reason}`));
    }
    terminal.printError('Nic nie zapisano.');
    return 1;
  }
  const held = (await listShops(store)).map(({ shop }) => shop);
  if (!demo && held.some((shop) => isPrivateAddress(shop.install_url))) {
    terminal.printError('W tej bazie są sklepy z pokazu. Prawdziwe sklepy potrzebują osobnej bazy: DATABASE_URL.');
    return 1;
  }
  const options = { endVanished, dryRun };
  const comparison = compareShops(read.shops, held, dayInWarsaw(terminal.now()));
  const imported = await importShops(store, read.shops, terminal.now(), options);
  if (imported.outcome === 'refused') {
    for (const { supportNumber, address, by } of imported.taken) {
      terminal.printError(printable(`${file}: sklep ${supportNumber}: adres „${address}” ma już sklep ${by}`));
    }
    terminal.printError('Nic nie zapisano.');
    return 1;
  }
  printComparison(terminal, comparison, options);
  return 0;
}

/** What a file does to the registry: for a dry run line by line, otherwise counted. */
function printComparison(
  terminal: Terminal,
  { added, changed, unchanged, vanished, warnings }: Comparison,
  { dryRun, endVanished }: { dryRun: boolean; endVanished: boolean },
): void {
  const print = (line: string) => terminal.print(printable(line));
  if (dryRun) {
    for (const { supportNumber, shopName } of added) print(`+ ${supportNumber} ${shopName}`);
    for (const { record, changes, isBack } of changed) {
      print(`~ ${record.supportNumber} ${record.shopName}${isBack ? ' (wraca do rejestru)' : ''}`);
      for (const { field, before, after } of changes) print(`    ${field}: ${shown(before)} → ${shown(after)}`);
    }
  }
  for (const { support_number, shop_name } of vanished) {
    print(`- ${support_number} ${shop_name}: nie ma go w pliku${endVanished ? '' : ', zostaje'}`);
  }
  for (const warning of warnings) {
    terminal.printError(printable(`Uwaga: sklep ${warning.supportNumber}: ${warningInWords(warning)}`));
  }
  if (vanished.length > 0 && !endVanished) {
    terminal.printError('Uwaga: sklepy, których nie ma w pliku, zostają; kończy je --end-vanished.');
  }
  const counts = `nowych ${added.length}, zmienionych ${changed.length}, bez zmian ${unchanged}${endVanished ? `, zakończonych ${vanished.length}` : ''}`;
  if (dryRun) print(`Na próbę, nic nie zapisano: ${counts}.`);
  else print(`Zapisano sklepów: ${added.length + changed.length + unchanged} (${counts})`);
}

function shown(value: string | null): string {
  return value === null ? '(puste)' : `„${value}”`;
}
