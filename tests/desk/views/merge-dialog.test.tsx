import { fireEvent, render, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import type { OpenTicket } from '../../../desk/models/open-ticket.ts';
import { MergeDialog } from '../../../desk/views/MergeDialog.tsx';
import type { Proof } from '../../../src/contract/lists.ts';
import { aDeskTicket } from '../a-desk-ticket.ts';

function openDialog(proof: Proof): void {
  const { ticket, ...rest } = aDeskTicket();
  const isVouched = proof === 'unverified' ? false : null;
  render(
    <MergeDialog
      open={{} as OpenTicket}
      ticket={{ ...rest, ticket: { ...ticket, proof, isVouched } }}
      onClose={vi.fn()}
    />,
  );
}

test('whoever merges is told who will read the one thread', () => {
  openDialog('verified');
  expect(screen.getByText(/Niepotwierdzony nadawca przeczyta w.niej tylko własne wiadomości/)).toBeTruthy();
  expect(screen.queryByText('Niezweryfikowany')).toBeNull();
});

test('and that the sender may be anybody, where that is so', () => {
  openDialog('unverified');
  expect(screen.getByText('Niezweryfikowany')).toBeTruthy();
});

test.each([
  ['a wrong digit', '1000016', /Taki numer nie istnieje/],
  ['no number', '', /Taki numer nie istnieje/],
  ['its own number', aDeskTicket().ticket.number, /To numer tego zgłoszenia/],
])('%s is refused in words at the field, until something else is typed', async (_, typed, said) => {
  openDialog('verified');
  const field = screen.getByLabelText<HTMLInputElement>('Numer zgłoszenia, które zostanie');
  fireEvent.input(field, { target: { value: typed } });
  expect(screen.queryByText(said)).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Połącz' }));
  const error = await screen.findByText(said);
  expect([field.ariaInvalid, field.getAttribute('aria-describedby')]).toEqual(['true', error.id]);
  expect(document.activeElement).toBe(field);
  fireEvent.input(field, { target: { value: '10' } });
  await expect.poll(() => screen.queryByText(said)).toBeNull();
});

test('Escape that ends a composition is not the dialog’s', () => {
  openDialog('verified');
  const field = screen.getByLabelText('Numer zgłoszenia, które zostanie');
  expect(fireEvent.keyDown(field, { key: 'Escape', isComposing: true })).toBe(false);
  expect(fireEvent.keyDown(field, { key: 'Escape' })).toBe(true);
});
