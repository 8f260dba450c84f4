import { signal } from '@preact/signals';
import { render, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import type { DeskModel } from '../../../desk/models/desk-model.ts';
import { loadViews } from '../../../desk/views/list-parts.ts';
import type { CountedView } from '../../../src/contract/desk/views.ts';
import { ok } from '../../support/http-answers.ts';

const view = (id: number, name: string, waiting?: number): CountedView => ({
  id,
  name,
  query: '?tag=payu',
  isShared: false,
  ...(waiting !== undefined && { waiting }),
});

test('a kept view says how many of its tickets wait, up to 99; it is read again with the list', async () => {
  const listed = { views: [view(1, 'Mało', 7), view(2, 'Dużo', 100), view(3, 'Szukane')] };
  const standing = [{ query: '?proof=unproven', waiting: 3 }];
  const listViews = vi.fn(async () => ok({ ...listed, standing }));
  const readAt = signal('2026-11-22T09:00:00.000Z');
  const model = { client: { call: listViews }, lists: { readAt } } as unknown as DeskModel;
  const ViewsMenu = await loadViews();
  render(<ViewsMenu model={model} close={() => {}} />);
  const names = () => screen.getAllByRole('button').map(({ textContent }) => textContent);
  await expect.poll(names).toContain('Mało czeka: 7');
  expect(names()).toEqual(expect.arrayContaining(['Dużo czeka: 99+', 'Szukane', 'Bez potwierdzenia czeka: 3']));

  listed.views = [view(1, 'Mało', 6)];
  readAt.value = '2026-11-22T09:00:05.000Z';
  await expect.poll(names).toContain('Mało czeka: 6');
  expect(listViews).toHaveBeenCalledTimes(2);
});
