import { fireEvent, render, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { MacroMenu } from '../../../desk/views/MacroMenu.tsx';
import { aMacro } from '../pages/macros/a-macro.ts';

const MACROS = [
  aMacro('1', { title: 'Płatności łączone', status: 'solved' }),
  aMacro('2', { title: 'Powitanie', text: 'Dzień dobry' }),
  aMacro('N8', { kind: 'scope', title: 'N8 · Pliki CSV', text: 'nie obejmuje weryfikacji' }),
];

function openMenu(topic = 'configuration') {
  const [insert, refresh, submit] = [vi.fn(), vi.fn(), vi.fn()];
  render(
    <form onSubmit={submit} onKeyDown={submit}>
      <MacroMenu macros={MACROS} topic={topic} refresh={refresh} insert={insert} />
    </form>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Teksty' }));
  return { insert, refresh, submit };
}

const offered = () =>
  [...document.querySelectorAll('.menu-list section button')].map((button) => button.firstChild?.textContent);
const type = (value: string) => fireEvent.input(screen.getByRole('searchbox'), { target: { value } });

test('opening it reads the texts anew and leads to the search', async () => {
  const { refresh } = openMenu();
  await expect.poll(() => refresh.mock.calls.length).toBe(1);
  await expect.poll(() => document.activeElement).toBe(screen.getByRole('searchbox'));
  expect(offered()).toEqual(['Płatności łączone', 'Powitanie', 'N8 · Pliki CSV']);
  expect(screen.getByText('→ Rozwiązane')).toBeTruthy();
});

test.each([
  ['platnosci LACZ', ['Płatności łączone']],
  ['dzien dobry', ['Powitanie']],
  ['n8', ['N8 · Pliki CSV']],
  ['nic takiego', []],
])('%j finds %j', async (asked, found) => {
  openMenu();
  type(asked);
  await expect.poll(offered).toEqual(found);
  expect(screen.queryByText('Żaden tekst nie pasuje.') !== null).toBe(found.length === 0);
});

test('a ticket about a rule is offered the text of that rule first: Enter is enough', async () => {
  const { insert } = openMenu('N8');
  expect(offered()).toEqual(['N8 · Pliki CSV', 'Płatności łączone', 'Powitanie']);
  fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'Enter' });
  await expect.poll(() => insert.mock.calls).toEqual([[MACROS[2]]]);
});

test('Enter takes the first, and nothing of it reaches the answer around', async () => {
  const { insert, submit } = openMenu();
  type('weryfikacji');
  await expect.poll(offered).toHaveLength(1);
  fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'Enter', ctrlKey: true });
  expect(insert.mock.calls).toEqual([[MACROS[2]]]);
  expect(submit).not.toHaveBeenCalled();
  expect(offered()).toEqual([]);
});

test('while an input method composes, Enter takes no text and Escape closes nothing', () => {
  const { insert } = openMenu();
  const search = screen.getByRole('searchbox');
  fireEvent.keyDown(search, { key: 'Enter', isComposing: true });
  fireEvent.keyDown(search, { key: 'Escape', isComposing: true });
  expect([insert.mock.calls, search.isConnected]).toEqual([[], true]);
});
