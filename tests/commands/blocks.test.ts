import { expect } from 'vitest';
import { addBlockCommand, type BlockOptions, liftBlockCommand, listBlocksCommand } from '../../src/commands/blocks.ts';
import { isBlocked } from '../../src/guard/blocks.ts';
import { BLOCK_DAYS } from '../../src/policy/block.ts';
import { collectingTerminal } from '../support/collecting-terminal.ts';
import { test } from '../support/fixtures.ts';
import { ROWERY, ZURAW } from '../support/requests.ts';
import { type Service, service } from '../support/service.ts';

const FLOOD = { reason: 'zalew zgłoszeń', hours: 24 };

async function add(api: Service, options: Partial<BlockOptions>, terminal = collectingTerminal()) {
  return { code: await addBlockCommand(api.store, terminal, { ...FLOOD, ...options }), ...terminal };
}

async function keepsOut(api: Service, { supportNumber }: typeof ZURAW, address = '198.51.100.9', hours = 0) {
  const shops = api.store.selectFrom('shops').select('id').where('support_number', '=', supportNumber);
  const { id: shopId } = await shops.executeTakeFirstOrThrow();
  return isBlocked(api.store, { shopId, address }, api.clock.now.add({ hours }));
}

test('a shop is blocked by its number, for so many hours, and no other shop', async ({ api }) => {
  expect(await add(api, { shop: ZURAW.supportNumber })).toMatchObject({
    code: 0,
    lines: ['Dodano blokadę 1, do 23.11.2026, 10:00.'],
    errors: [],
  });
  expect([await keepsOut(api, ZURAW), await keepsOut(api, ROWERY)]).toEqual([true, false]);
  expect(await keepsOut(api, ZURAW, undefined, FLOOD.hours)).toBe(false);
});

test('a range is blocked for every shop, and no address outside of it', async ({ api }) => {
  expect((await add(api, { range: '198.51.100.0/24' })).code).toBe(0);
  expect([await keepsOut(api, ZURAW), await keepsOut(api, ROWERY)]).toEqual([true, true]);
  expect(await keepsOut(api, ZURAW, '198.51.101.9')).toBe(false);
});

test('a block that is lifted keeps nobody out; it is lifted once', async ({ api, terminal }) => {
  await add(api, { range: '198.51.100.0/24' });
  expect(await liftBlockCommand(api.store, terminal, 1)).toBe(0);
  expect(await keepsOut(api, ZURAW)).toBe(false);
  expect(await liftBlockCommand(api.store, terminal, 1)).toBe(1);
  expect(terminal).toMatchObject({ lines: ['Zdjęto blokadę 1.'], errors: ['Nie ma trwającej blokady 1.'] });
  const events = await api.store.selectFrom('audit').select(['actor', 'action']).orderBy('id').execute();
  expect(events.filter(({ action }) => action.startsWith('block.'))).toEqual([
    { actor: 'operator', action: 'block.added' },
    { actor: 'operator', action: 'block.lifted' },
  ]);
});

test('the list shows what stands, then what is over, and obeys nothing that is written in it', async ({
  api,
  terminal,
}) => {
  await add(api, { shop: ZURAW.supportNumber, reason: 'zalew\u001b[31m' });
  await add(api, { range: '2001:db8::/48', hours: 2 });
  await liftBlockCommand(api.store, collectingTerminal(), 1);
  expect(await listBlocksCommand(api.store, terminal)).toBe(0);
  expect(terminal.lines.map((line) => line.split(/ {2,}/))).toEqual([
    ['NR', 'CO', 'OD', 'DO', 'STAN', 'KTO', 'POWÓD'],
    ['2', '2001:db8::/48', '22.11.2026, 10:00', '22.11.2026, 12:00', 'trwa', 'operator', 'zalew zgłoszeń'],
    [
      '1',
      'sklep 7KcWt9Ru',
      '22.11.2026, 10:00',
      '23.11.2026, 10:00',
      'zdjęta 22.11.2026, 10:00',
      'operator',
      'zalew·[31m',
    ],
  ]);
});

test.each<[string, Partial<BlockOptions>, string]>([
  ['nothing to block', {}, 'Podaj albo --shop, albo --range.'],
  ['both', { shop: ZURAW.supportNumber, range: '198.51.100.0/24' }, 'Podaj albo --shop, albo --range.'],
  ['a shop that is not there', { shop: 'NieMaGo1' }, 'Nie ma sklepu o numerze NieMaGo1.'],
  ['no range', { range: 'x' }, 'To nie jest zakres adresów albo jest zbyt szeroki (IPv4 od /16, IPv6 od /32).'],
  [
    'half of the world',
    { range: '0.0.0.0/1' },
    'To nie jest zakres adresów albo jest zbyt szeroki (IPv4 od /16, IPv6 od /32).',
  ],
  ['a day too long', { shop: ZURAW.supportNumber, hours: (BLOCK_DAYS + 1) * 24 }, 'Blokada trwa najwyżej 30 dni.'],
])('%s is refused with words, and blocks nothing', async (_, options, words) => {
  const api = await service();
  expect(await add(api, options)).toMatchObject({ code: 1, lines: [], errors: [words] });
  expect(await api.store.selectFrom('blocks').selectAll().execute()).toEqual([]);
  await api.discard();
});
