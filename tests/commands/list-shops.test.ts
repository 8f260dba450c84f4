import { afterEach, beforeEach, expect, test } from 'vitest';
import { listShopsCommand } from '../../src/commands/list-shops.ts';
import { importShops } from '../../src/shops/import-shops.ts';
import { collectingTerminal } from '../support/collecting-terminal.ts';
import { NOW, sampleShops, temporaryStore } from '../support/service.ts';

let temporary: Awaited<ReturnType<typeof temporaryStore>>;
beforeEach(async () => {
  temporary = await temporaryStore();
});
afterEach(() => temporary.discard());

async function listed(now = NOW): Promise<string[]> {
  const terminal = collectingTerminal(now);
  await listShopsCommand(temporary.store, terminal);
  return terminal.lines;
}

test('every shop stands there by its number, with its state today and its last day', async () => {
  await importShops(temporary.store, sampleShops(), NOW);
  const [head, ...rows] = await listed();
  expect(head).toMatch(/^NUMER +SKLEP +ADRES +WERSJA +POMOC$/);
  expect(rows.map((row) => row.slice(0, 8))).toEqual(
    sampleShops()
      .map((shop) => shop.supportNumber)
      .toSorted(),
  );
  const row = (number: string) => rows.find((line) => line.startsWith(number)) ?? '';
  expect(row('7KcWt9Ru')).toMatch(
    /Księgarnia Żuraw +https:\/\/www\.ksiegarnia-zuraw\.pl +PREMIUM +pomoc czynna +do 2027-03-14$/,
  );
  expect(row('9sLdC2mA')).toMatch(/po terminie +do 2026-02-28$/);
  expect(row('X3nJw7Qe')).toMatch(/kupiony gdzie indziej$/);
});

test('the state is that of the day in Warsaw, not in UTC', async () => {
  await importShops(temporary.store, sampleShops(), NOW);
  const row = async (instant: string) =>
    (await listed(Temporal.Instant.from(instant))).find((line) => line.startsWith('7KcWt9Ru'));
  expect(await row('2027-03-14T22:59:59Z')).toContain('pomoc czynna');
  expect(await row('2027-03-14T23:00:00Z')).toContain('po terminie');
});

test('columns stand under one another', async () => {
  await importShops(temporary.store, sampleShops(), NOW);
  const lines = await listed();
  const column = lines[0]?.indexOf('ADRES') ?? 0;
  for (const line of lines.slice(1)) expect(line.slice(column)).toMatch(/^https?:/);
});

test('a name that would command the terminal is made harmless', async () => {
  const [shop] = sampleShops();
  if (shop) await importShops(temporary.store, [{ ...shop, shopName: '\u001b[2Jżart\n\u202eodwrotnie' }], NOW);
  expect((await listed()).join('\n')).toContain('·[2Jżart··odwrotnie');
});

test('an empty registry is a head without rows', async () => {
  expect(await listed()).toHaveLength(1);
});
