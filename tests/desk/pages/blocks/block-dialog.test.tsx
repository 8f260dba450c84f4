import { signal } from '@preact/signals';
import { fireEvent, render, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import type { DeskModel } from '../../../../desk/models/desk-model.ts';
import { BlockDialog } from '../../../../desk/pages/blocks/BlockDialog.tsx';
import { type Pretended, SILENCE } from '../../../support/http-answers.ts';
import { aDesk, aPretendedService } from '../a-page.ts';

const SHOPS = [
  { id: 7, name: 'Księgarnia Żuraw' },
  { id: 8, name: 'Rowery Koło' },
];

function openDialog(second: Pretended[] = [], role = 'agent') {
  const pretended = aPretendedService({
    'POST /api/desk/shops/7/blocks': () => ({ body: { id: 1 } }),
    'POST /api/desk/shops/8/blocks': () => second.shift() ?? { body: { id: 2 } },
  });
  const refresh = vi.fn();
  const blocking = signal<typeof SHOPS | null>(SHOPS);
  const desk = { ...aDesk(role), blocking, open: signal({ ticket: null, refresh }) } as unknown as DeskModel;
  render(<BlockDialog shops={SHOPS} model={desk} http={pretended.http} />);
  return { ...pretended, refresh, blocking };
}

const block = () => fireEvent.click(screen.getByRole('button', { name: 'Zablokuj' }));
const giveReason = () => fireEvent.input(screen.getByLabelText('Powód'), { target: { value: 'zalew' } });

test('blocks the shops it was opened for, says so, and the open ticket is read again', async () => {
  const { refresh, blocking, told } = openDialog();
  giveReason();
  block();
  await screen.findByText(/^Zablokowane do .*: Rowery Koło\.$/);
  await screen.findByText(/^Zablokowane do .*: Księgarnia Żuraw\.$/);
  expect([told('/api/desk/shops/7/blocks').length, told('/api/desk/shops/8/blocks').length]).toEqual([1, 1]);
  expect(refresh).toHaveBeenCalledOnce();
  await expect.poll(() => document.activeElement?.localName).toBe('h2');
  fireEvent.click(screen.getByRole('button', { name: 'Zamknij' }));
  expect(blocking.value).toBeNull();
});

test('after a failure only what is left is blocked by the next press', async () => {
  const { told } = openDialog([SILENCE]);
  giveReason();
  block();
  await screen.findByText(/^Brak odpowiedzi\./);
  expect([...document.querySelectorAll('.block-shops li')].map(({ textContent }) => textContent)).toEqual([
    'Rowery Koło',
  ]);
  await screen.findByText(/^Zablokowane do .*: Księgarnia Żuraw\.$/);
  block();
  await screen.findByRole('button', { name: 'Zamknij' });
  expect([told('/api/desk/shops/7/blocks').length, told('/api/desk/shops/8/blocks').length]).toEqual([1, 2]);
});

test('without a reason nothing is blocked, and the field says what it wants', async () => {
  const { asked } = openDialog();
  block();
  await screen.findByText('Powód ma od 3 do 200 znaków.');
  expect(document.activeElement).toBe(screen.getByLabelText('Powód'));
  expect(asked).toEqual([]);
});

test('a range that nobody typed is asked for, and is not called wrong', async () => {
  const { asked } = openDialog([], 'admin');
  fireEvent.click(screen.getByLabelText('Zakres adresów sieci'));
  giveReason();
  block();
  await screen.findByText('Wpisz adres albo zakres adresów.');
  expect(screen.queryByText(/za szeroki/)).toBeNull();
  expect(asked).toEqual([]);
});
