import { fireEvent, render, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import type { OpenTicket } from '../../../desk/models/open-ticket.ts';
import { MergedTickets } from '../../../desk/views/MergedTickets.tsx';

const MERGED = {
  number: '1000015',
  subject: 'Znowu kurier',
  proof: 'panel',
  isSamePerson: false,
  undoUntil: null,
} as const;

function show(otherwise: object) {
  const change = vi.fn();
  render(
    <MergedTickets open={{ ticket: { change } } as unknown as OpenTicket} merged={[{ ...MERGED, ...otherwise }]} />,
  );
  return change;
}

test('that the sender is the same person is said with one press, for the merged number', () => {
  const change = show({});
  fireEvent.click(screen.getByRole('button', { name: 'Ta sama osoba – nadawca zgłoszenia 1000015' }));
  expect(change).toHaveBeenCalledExactlyOnceWith({ kind: 'same-person', body: {} }, '1000015');
  expect(screen.queryByRole('button', { name: /Rozłącz/ })).toBeNull();
});

test('a merge is undone while that is possible, and what was said needs no button', () => {
  const change = show({ isSamePerson: true, undoUntil: '2026-12-01T09:00:00Z' });
  fireEvent.click(screen.getByRole('button', { name: 'Rozłącz zgłoszenie 1000015' }));
  expect(change).toHaveBeenCalledExactlyOnceWith({ kind: 'unmerge', body: {} }, '1000015');
  expect(screen.getAllByRole('button')).toHaveLength(1);
});
