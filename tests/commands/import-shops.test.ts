import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importShopsCommand } from '../../src/commands/import-shops.ts';
import { recogniseShop } from '../../src/shops/recognise-shop.ts';
import { changesOfShop } from '../../src/store/shop-changes.ts';
import { listShops } from '../../src/store/shops.ts';
import { aShopLine, aShopsFile, SHOP_COLUMNS } from '../support/a-shops-file.ts';
import { collectingTerminal } from '../support/collecting-terminal.ts';
import { NOW, SHOPS_CSV, temporaryStore } from '../support/service.ts';

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
  expect(terminal).toMatchObject({ lines: ['Zapisano sklepów: 7 (nowych 7, zmienionych 0, bez zmian 0)'], errors: [] });
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

describe('a file that is not to be believed at once', () => {
  const imported = async (lines: Record<string, string>[], options = {}, columns = SHOP_COLUMNS) => {
    const file = join(folder, 'sklepy.csv');
    writeFileSync(file, aShopsFile(lines, { columns }));
    const terminal = collectingTerminal();
    expect(await importShopsCommand(temporary.store, terminal, file, options)).toBe(0);
    return terminal;
  };
  const held = async () => (await listShops(temporary.store)).map(({ shop }) => shop);

  test('--dry-run tells what is new, what changes field by field and what is missing, and writes nothing', async () => {
    const [kept, changed, gone, fresh] = [1, 2, 3, 4].map((_, index) => aShopLine({ shopName: `Próba ${index}` }));
    if (!kept || !changed || !gone || !fresh) throw new Error('four shops');
    await imported([kept, changed, gone]);
    const before = await held();
    const newer = { ...changed, shopName: 'Nowa nazwa', shopVersion: '' };
    const terminal = await imported([kept, newer, fresh], { dryRun: true });
    expect(terminal.lines).toEqual([
      `+ ${fresh.supportNumber} Próba 3`,
      `~ ${changed.supportNumber} Nowa nazwa`,
      '    shopName: „Próba 1” → „Nowa nazwa”',
      '    shopVersion: „10.4.2” → (puste)',
      `- ${gone.supportNumber} Próba 2: nie ma go w pliku, zostaje`,
      'Na próbę, nic nie zapisano: nowych 1, zmienionych 1, bez zmian 1.',
    ]);
    expect(await held()).toEqual(before);
  });

  test('warns of a purchase to come, of odd months, and of two licences on one domain', async () => {
    const there = aShopLine({ installUrl: 'https://sklep-a.pl/stary' });
    await imported([there]);
    const [future, odd, second] = [
      aShopLine({ purchasedOn: '2026-11-23' }),
      aShopLine({ supportMonths: '5' }),
      aShopLine({ installUrl: 'http://www.sklep-a.pl' }),
    ];
    const terminal = await imported([future, odd, second, aShopLine({ purchasedOn: '2026-11-22' })]);
    expect(terminal.errors).toEqual([
      `Uwaga: sklep ${future.supportNumber}: dzień zakupu 2026-11-23 jeszcze nie nadszedł, pomoc zacznie się dopiero wtedy`,
      `Uwaga: sklep ${odd.supportNumber}: liczba miesięcy to 5, a zwykle jest 3 albo 6`,
      `Uwaga: sklep ${second.supportNumber}: domenę sklep-a.pl ma też ${there.supportNumber}: jedna licencja to jedna domena (C5)`,
      'Uwaga: sklepy, których nie ma w pliku, zostają; kończy je --end-vanished.',
    ]);
    expect(await held()).toHaveLength(5);
  });

  test('ends those that vanished on demand only; a later file brings one back with its address', async () => {
    const [kept, gone] = [aShopLine(), aShopLine()];
    const identity = { supportNumber: `${gone.supportNumber}`, installUrl: `${gone.installUrl}` };
    const isKnown = async () => (await recogniseShop(temporary.store, identity, NOW)) !== null;
    await imported([kept, gone]);
    await imported([kept]);
    expect(await isKnown()).toBe(true);
    const dry = await imported([kept], { dryRun: true, endVanished: true });
    expect(dry.lines.at(-1)).toContain('zakończonych 1');
    expect(await isKnown()).toBe(true);

    const ended = await imported([kept], { endVanished: true });
    expect(ended.lines).toEqual([
      `- ${gone.supportNumber} ${gone.shopName}: nie ma go w pliku`,
      'Zapisano sklepów: 1 (nowych 0, zmienionych 0, bez zmian 1, zakończonych 1)',
    ]);
    expect(await isKnown()).toBe(false);
    // What has ended vanishes no second time.
    expect((await imported([kept], { dryRun: true })).lines).toHaveLength(1);

    const back = await imported([kept, gone], { dryRun: true });
    expect(back.lines[0]).toBe(`~ ${gone.supportNumber} ${gone.shopName} (wraca do rejestru)`);
    await imported([kept, gone]);
    expect(await isKnown()).toBe(true);
    const shop = (await held()).find(({ support_number }) => support_number === gone.supportNumber);
    const changes = await changesOfShop(temporary.store, shop?.id ?? 0, 10);
    expect(changes.map(({ field, after }) => [field, after !== null])).toEqual([
      ['ended', false],
      ['ended', true],
      ['added', false],
    ]);
  });

  test('an address that a vanished shop leaves may be another’s in the same file', async () => {
    const gone = aShopLine({ installUrl: 'https://stary.pl', panelUrls: 'panel.stary.pl' });
    const columns = [...SHOP_COLUMNS, 'panelUrls'];
    await imported([gone], {}, columns);
    await imported(
      [aShopLine({ installUrl: 'https://nowy.pl', panelUrls: 'panel.stary.pl' })],
      { endVanished: true },
      columns,
    );
    expect((await held()).filter(({ ended_at }) => ended_at === null)).toHaveLength(1);
  });

  test('what only we know is read where a file has it, and wiped by no file that has not', async () => {
    const more = {
      installedOn: '2026-09-20',
      individualTerms: 'Szablon według projektu z umowy 12/2025',
      purchaseAccount: 'zakupy@sklep.pl',
      seller: 'Sklepy Nowak',
      note: 'Dzwonić po 10.',
    };
    const shop = aShopLine();
    await imported([{ ...shop, ...more }], {}, [...SHOP_COLUMNS, ...Object.keys(more)]);
    const asked = {
      installed_on: more.installedOn,
      individual_terms: more.individualTerms,
      purchase_account: more.purchaseAccount,
      seller: more.seller,
      note: more.note,
    };
    expect(await held()).toMatchObject([asked]);
    await imported([{ ...shop, shopName: 'Inna' }]);
    await imported([{ ...shop, seller: 'Sklepy Kowalska' }], {}, [...SHOP_COLUMNS, 'note', 'seller']);
    expect(await held()).toMatchObject([{ ...asked, seller: 'Sklepy Kowalska' }]);
  });
});
