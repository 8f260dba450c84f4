import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { importShopsCommand } from '../../src/commands/import-shops.ts';
import { listShops } from '../../src/store/shops.ts';
import { aShopLine, aShopsFile, SHOP_COLUMNS } from '../support/a-shops-file.ts';
import { collectingTerminal } from '../support/collecting-terminal.ts';
import { SHOPS_CSV, temporaryStore } from '../support/service.ts';

let temporary: Awaited<ReturnType<typeof temporaryStore>>;
let folder: string;
beforeEach(async () => {
  temporary = await temporaryStore();
  folder = mkdtempSync(join(tmpdir(), 'pomoc-shops-'));
});
afterEach(async () => {
  await temporary.discard();
  rmSync(folder, { recursive: true });
});

function fileOf(...lines: Record<string, string>[]): string {
  const file = join(folder, 'sklepy.csv');
  writeFileSync(file, aShopsFile(lines));
  return file;
}

test('a sound file is stored, and its shops are counted aloud', async () => {
  const terminal = collectingTerminal();
  expect(await importShopsCommand(temporary.store, terminal, fileURLToPath(SHOPS_CSV), {})).toBe(0);
  expect(terminal).toMatchObject({ lines: ['Zapisano sklepów: 7'], errors: [] });
  expect(await listShops(temporary.store)).toHaveLength(7);
});

test('a file with bad rows stores nothing, names each of them, and returns 1', async () => {
  const terminal = collectingTerminal();
  const file = fileOf(aShopLine(), aShopLine({ edition: '' }), aShopLine({ supportMonths: 'pół roku' }));
  expect(await importShopsCommand(temporary.store, terminal, file, {})).toBe(1);
  expect(terminal.lines).toEqual([]);
  expect(terminal.errors).toEqual([
    `${file}: wiersz 3, kolumna edition: brak wersji programu, np. STANDARD: „”`,
    `${file}: wiersz 4, kolumna supportMonths: liczba miesięcy musi być od 1 do 120: „pół roku”`,
    'Nic nie zapisano.',
  ]);
  expect(await listShops(temporary.store)).toEqual([]);
});

test('a file in another charset is refused in one line, without a column', async () => {
  const terminal = collectingTerminal();
  const file = join(folder, 'sklepy.csv');
  writeFileSync(file, Uint8Array.of(0x4b, 0xea));
  expect(await importShopsCommand(temporary.store, terminal, file, {})).toBe(1);
  expect(terminal.errors).toEqual([`${file}: wiersz 1: plik nie jest zapisany w UTF-8`, 'Nic nie zapisano.']);
});

test('a shop on localhost is taken with --demo only', async () => {
  const file = fileOf(aShopLine({ installUrl: 'http://zuraw.localhost:4100' }));
  expect(await importShopsCommand(temporary.store, collectingTerminal(), file, {})).toBe(1);
  expect(await importShopsCommand(temporary.store, collectingTerminal(), file, { demo: true })).toBe(0);
  expect(await listShops(temporary.store)).toHaveLength(1);
});

test('a panel’s address that another shop has is named with that shop, and nothing is stored', async () => {
  const columns = [...SHOP_COLUMNS, 'panelUrls'];
  const [first, second] = [
    aShopLine({ panelUrls: 'panel.example' }),
    aShopLine({ panelUrls: 'https://panel.example/x' }),
  ];
  const file = join(folder, 'sklepy.csv');
  writeFileSync(file, aShopsFile([first, second], { columns }));
  const terminal = collectingTerminal();
  expect(await importShopsCommand(temporary.store, terminal, file, {})).toBe(1);
  expect(terminal.errors).toEqual([
    `${file}: sklep ${first.supportNumber}: adres „panel.example” ma już sklep ${second.supportNumber}`,
    `${file}: sklep ${second.supportNumber}: adres „https://panel.example/x” ma już sklep ${first.supportNumber}`,
    'Nic nie zapisano.',
  ]);
  expect(await listShops(temporary.store)).toEqual([]);
});

test('a file that is not there is named', async () => {
  const terminal = collectingTerminal();
  const file = join(folder, 'nie-ma.csv');
  expect(await importShopsCommand(temporary.store, terminal, file, {})).toBe(1);
  expect(terminal.errors).toEqual([`Nie da się odczytać pliku ${file}`]);
});

test("real shops are not put into the demo's database", async () => {
  const demo = fileOf(aShopLine({ installUrl: 'http://zuraw.localhost:4100' }));
  await importShopsCommand(temporary.store, collectingTerminal(), demo, { demo: true });
  const terminal = collectingTerminal();
  expect(await importShopsCommand(temporary.store, terminal, fileURLToPath(SHOPS_CSV), {})).toBe(1);
  expect(terminal.errors.join()).toContain('DATABASE_URL');
  expect(await listShops(temporary.store)).toHaveLength(1);
});
