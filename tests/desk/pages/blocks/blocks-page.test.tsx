import { fireEvent, render, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { BlocksPage } from '../../../../desk/pages/blocks/BlocksPage.tsx';
import { en } from '../../../../desk/pages/blocks/words/en.ts';
import { pl } from '../../../../desk/pages/blocks/words/pl.ts';
import type { DeskBlock } from '../../../../src/contract/desk/blocks.ts';
import { type Pretended, refused, SILENCE } from '../../../support/http-answers.ts';
import { aDesk, aPretendedService } from '../a-page.ts';
import { aShop } from '../a-shop.ts';
import { shapeOf } from '../shape-of.ts';
import { aBlock } from './a-block.ts';

const HOUR_MS = 3_600_000;
const RANGE = { kind: 'range', shop: null, range: '203.0.113.0/24', addedBy: null } as const;

async function openPage(
  blocks: DeskBlock[],
  role = 'admin',
  answers: { added?: () => Pretended; lifted?: () => Pretended } = {},
) {
  const service = { blocks };
  const added = answers.added ?? (() => ({ body: { id: 9 } }));
  const pretended = aPretendedService({
    'GET /api/desk/blocks': () => ({ body: { blocks: service.blocks } }),
    'GET /api/desk/shops?q=7KcWt9Ru': () => ({ body: { shops: [aShop({ id: 7 })], next: null } }),
    'GET /api/desk/shops?q=7KcWt9': () => ({ body: { shops: [aShop({ id: 7 })], next: null } }),
    'POST /api/desk/shops/7/blocks': added,
    'POST /api/desk/blocks': added,
    'POST /api/desk/blocks/1/lift': answers.lifted ?? (() => ({ body: null })),
  });
  render(<BlocksPage model={aDesk(role)} http={pretended.http} id={null} />);
  await screen.findByText('Obowiązują');
  return { ...pretended, service };
}

const type = (name: string, value: string) => fireEvent.input(screen.getByLabelText(name), { target: { value } });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const rows = () => [...document.querySelectorAll('.blocks > li')].map(({ textContent }) => textContent);

test('both languages have the same words', () => {
  expect(shapeOf(en)).toEqual(shapeOf(pl));
});

test('each block says whom it stops, why, who set it and until when; one that is over says how it ended', async () => {
  await openPage([
    aBlock(1),
    aBlock(2, RANGE),
    aBlock(3, { isActive: false, liftedAt: '2026-11-22T08:30:00Z', liftedBy: { id: 'a2', name: 'Marek Lis' } }),
    aBlock(4, { isActive: false, until: '2026-11-22T08:10:00Z' }),
  ]);
  const set = 'zalew zgłoszeńod 22.11.2026, 09:00 · Ola Nowak';
  expect(rows()).toEqual([
    'Księgarnia Żuraw7KcWt9Rudo 23.11.2026, 09:00zalew zgłoszeńod 22.11.2026, 09:00 · Ola NowakZdejmij',
    '203.0.113.0/24do 23.11.2026, 09:00zalew zgłoszeńod 22.11.2026, 09:00 · operatorZdejmij',
    `Księgarnia Żuraw7KcWt9Ru${set}zdjęta 22.11.2026, 09:30 · Marek Lis`,
    `Księgarnia Żuraw7KcWt9Ru${set}minęła 22.11.2026, 09:10`,
  ]);
});

test('a block is lifted after a question only, and the focus stays on the page', async () => {
  const { told, service } = await openPage([aBlock(1)]);
  press(/^Zdejmij niepotwierdzone sklepu Księgarnia Żuraw/);
  expect(told('/api/desk/blocks/1/lift')).toEqual([]);
  expect(document.activeElement?.textContent).toBe('Anuluj');
  service.blocks = [aBlock(1, { isActive: false, liftedAt: '2026-11-22T09:00:00Z' })];
  press('Zdejmij blokadę');
  await screen.findByText('Blokada zdjęta.');
  expect(told('/api/desk/blocks/1/lift')).toHaveLength(1);
  await screen.findByText('Nikt nie jest zablokowany.');
  await expect.poll(() => document.activeElement?.textContent).toBe('Obowiązują');
});

test.each([
  [refused('not-found'), 'Ta blokada już nie obowiązuje.'],
  [refused('forbidden'), 'Serwis nie zdjął tej blokady.'],
  [SILENCE, 'Brak połączenia. Blokada mogła zostać.'],
])('a block that was not lifted says why', async (answer, text) => {
  await openPage([aBlock(1)], 'admin', { lifted: () => answer });
  press(/^Zdejmij /);
  press('Zdejmij blokadę');
  await screen.findByText(text);
});

test('an agent neither sets nor lifts a block of a range, and is told who does', async () => {
  await openPage([aBlock(2, RANGE)], 'agent');
  expect(screen.queryByRole('button', { name: /^Zdejmij/ })).toBeNull();
  expect(screen.queryByLabelText('Zakres adresów sieci')).toBeNull();
  await screen.findByText('Zakres adresów blokuje i zdejmuje administrator.');
});

test('a shop is blocked by its whole number, for as long as was chosen', async () => {
  const { told } = await openPage([], 'agent');
  await screen.findByText(/^Potwierdzeni piszą dalej/);
  type('Numer pomocy sklepu', '7KcWt9');
  type('Powód', 'zalew');
  press('Zablokuj');
  await screen.findByText(/^Nie ma sklepu o takim numerze/);
  expect(document.activeElement).toBe(screen.getByLabelText('Numer pomocy sklepu'));
  type('Numer pomocy sklepu', '7KcWt9Ru');
  fireEvent.click(screen.getByLabelText('7 dni'));
  press('Zablokuj');
  await screen.findByText(/^Zablokowane do .*: Księgarnia Żuraw\.$/);
  const [{ body } = { body: undefined }, ...more] = told('/api/desk/shops/7/blocks');
  const { reason, until } = body as { reason: string; until: string };
  expect([more, reason]).toEqual([[], 'zalew']);
  expect(Math.abs(Date.parse(until) - Date.now() - 168 * HOUR_MS)).toBeLessThan(HOUR_MS);
});

test('a range that the service refuses is corrected, and a reason is asked for', async () => {
  const answers: Pretended[] = [refused('invalid-request'), { body: { id: 9 } }];
  const { told } = await openPage([], 'admin', { added: () => answers.shift() ?? SILENCE });
  fireEvent.click(screen.getByLabelText('Zakres adresów sieci'));
  type('Zakres adresów', '203.0.0.0/8');
  press('Zablokuj');
  await screen.findByText('Powód ma od 3 do 200 znaków.');
  expect(told('/api/desk/blocks')).toEqual([]);
  type('Powód', 'zalew');
  press('Zablokuj');
  await screen.findByText(/zakres jest za szeroki/);
  expect(document.activeElement).toBe(screen.getByLabelText('Zakres adresów'));
  type('Zakres adresów', '203.0.113.0/24');
  expect(screen.queryByText(/zakres jest za szeroki/)).toBeNull();
  press('Zablokuj');
  await screen.findByText(/^Zablokowane do .*: 203\.0\.113\.0\/24\.$/);
});

test('without a response the form stays as it is and says where to look', async () => {
  await openPage([], 'agent', { added: () => SILENCE });
  type('Numer pomocy sklepu', '7KcWt9Ru');
  type('Powód', 'zalew');
  press('Zablokuj');
  await screen.findByText(/^Brak odpowiedzi\. Sprawdź na stronie „Blokady”/);
  expect(screen.getByLabelText('Powód')).toHaveProperty('value', 'zalew');
});
