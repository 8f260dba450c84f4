import { render, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import type { OpenTicket } from '../../../desk/models/desk-model.ts';
import { MergeDialog } from '../../../desk/views/MergeDialog.tsx';
import { aDeskTicket } from '../a-desk-ticket.ts';

function openDialog(proof: string): void {
  const { ticket, ...rest } = aDeskTicket();
  render(<MergeDialog open={{} as OpenTicket} ticket={{ ...rest, ticket: { ...ticket, proof } }} onClose={vi.fn()} />);
}

test('whoever merges is told who will read the one thread', () => {
  openDialog('verified');
  expect(screen.getByText(/nadawca każdego ze zgłoszeń przeczyta ją całą/)).toBeTruthy();
  expect(screen.queryByText('Niezweryfikowany')).toBeNull();
});

test('and that the sender may be anybody, where that is so', () => {
  openDialog('unverified');
  expect(screen.getByText('Niezweryfikowany')).toBeTruthy();
});
