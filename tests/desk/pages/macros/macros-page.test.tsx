import { fireEvent, render, screen, within } from '@testing-library/preact';
import { beforeEach, expect, test } from 'vitest';
import { MacrosPage } from '../../../../desk/pages/macros/MacrosPage.tsx';
import { en } from '../../../../desk/pages/macros/words/en.ts';
import { pl } from '../../../../desk/pages/macros/words/pl.ts';
import type { DeskMacro } from '../../../../src/contract/desk/list-macros.ts';
import { HOSTILE_STRINGS } from '../../../support/hostile-strings.ts';
import { refused } from '../../../support/http-answers.ts';
import { aDesk, aPretendedService } from '../a-page.ts';
import { shapeOf } from '../shape-of.ts';
import { aMacro } from './a-macro.ts';

beforeEach(() => localStorage.clear());

const CLAUSE = aMacro('N8', { kind: 'scope', title: 'N8 · Pliki', text: 'Pomoc techniczna nie obejmuje plików (N8).' });

async function openPage(own: DeskMacro[], archived: DeskMacro[] = [], away?: Promise<void>) {
  const service = { own, archived };
  const pretended = aPretendedService({
    'GET /api/desk/macros': () => ({ body: { macros: [...service.own, CLAUSE], signature: null } }),
    'GET /api/desk/macros/archived': () => ({ body: { macros: service.archived } }),
    'POST /api/desk/macros/order': () => ({ body: null }),
    'POST /api/desk/macros/1': () => refused('conflict'),
    'POST /api/desk/macros/2/archived': async () => {
      await away;
      return { body: null };
    },
  });
  const desk = aDesk();
  render(<MacrosPage model={desk} http={pretended.http} id={null} />);
  await screen.findByText('N8 · Pliki');
  return { ...pretended, service, desk };
}

const titles = () => [...document.querySelectorAll('.macro strong')].map(({ textContent }) => textContent);

test('both languages have the same words', () => {
  expect(shapeOf(en)).toEqual(shapeOf(pl));
});

test('a text is moved by its buttons, which keep the focus and do nothing at the end', async () => {
  const { told } = await openPage([aMacro('1'), aMacro('2')]);
  const up = screen.getByRole('button', { name: 'Wyżej: Tekst 2' });
  up.focus();
  fireEvent.click(up);
  await expect.poll(titles).toEqual(['Tekst 2', 'Tekst 1']);
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('Wyżej: Tekst 2');
  expect(document.activeElement?.ariaDisabled).toBe('true');
  await expect.poll(() => screen.queryByText('Tekst 2: miejsce 1 z 2')).toBeTruthy();
  await expect.poll(() => told('/api/desk/macros/order').map(({ body }) => body)).toEqual([{ ids: ['2', '1'] }]);
});

test.each([
  ['comes to the button for a new one', 'Archiwizuj: Tekst 2', 'Nowy tekst'],
  ['stays where it has moved on to meanwhile', 'Edytuj: Tekst 1', 'Edytuj: Tekst 1'],
])('when a text is archived, the focus %s', async (_, movedTo, end) => {
  const away = Promise.withResolvers<void>();
  const { service } = await openPage([aMacro('1'), aMacro('2')], [], away.promise);
  const button = (name: string) => screen.getByRole('button', { name });
  button('Archiwizuj: Tekst 2').focus();
  fireEvent.click(button('Archiwizuj: Tekst 2'));
  button(movedTo).focus();
  service.own = [aMacro('1')];
  away.resolve();
  await expect.poll(titles).not.toContain('Tekst 2');
  expect(document.activeElement).toBe(button(end));
});

test('a variable is put in where the cursor stands, and the preview says what a customer would read', async () => {
  await openPage([aMacro('1', { text: 'Dzień dobry,' })]);
  fireEvent.click(screen.getByRole('button', { name: 'Edytuj: Tekst 1' }));
  const field = (await screen.findByLabelText('Treść')) as HTMLTextAreaElement;
  field.setSelectionRange(11, 11);
  fireEvent.click(screen.getByRole('button', { name: /^\{imie\}/ }));
  await expect.poll(() => field.value).toBe('Dzień dobry{imie},');
  fireEvent.input(field, { target: { value: 'Dzień dobry {imie}, {agent}, {cena}' } });
  const preview = screen.getByRole('region', { name: 'Podgląd z\u00a0przykładowymi danymi' });
  await expect.poll(() => preview.textContent).toContain('Dzień dobry Anna, Ola Nowak, {cena}');
  await screen.findByText(/Nie ma takiej zmiennej: \{cena\}/);
});

test('what a text lacks is said at its field, which gets the focus', async () => {
  await openPage([]);
  fireEvent.click(screen.getByRole('button', { name: 'Nowy tekst' }));
  const title = (await screen.findByLabelText('Tytuł')) as HTMLInputElement;
  expect(document.activeElement).toBe(title);
  fireEvent.input(title, { target: { value: 'Nowy' } });
  fireEvent.click(screen.getByRole('button', { name: 'Zapisz' }));
  await screen.findByText('Treść ma mieć od 1 do 5000 znaków.');
  expect(document.activeElement).toBe(screen.getByLabelText(/^Treść/));
});

test('over a change of somebody else’s nothing is saved: how it reads now is shown, and what is typed stays', async () => {
  const { service } = await openPage([aMacro('1')]);
  fireEvent.click(screen.getByRole('button', { name: 'Edytuj: Tekst 1' }));
  const field = (await screen.findByLabelText('Treść')) as HTMLTextAreaElement;
  fireEvent.input(field, { target: { value: 'Moja treść' } });
  const by = { id: 'a2', name: 'Jan Kos' };
  service.own = [aMacro('1', { text: 'Treść Jana', version: 2, changed: { at: '2026-11-22T09:05:00Z', by } })];
  fireEvent.click(screen.getByRole('button', { name: 'Zapisz' }));
  const alert = await screen.findByText(/zmienił się ten tekst \(Jan Kos, 22\.11\.2026, 10:05\)/);
  expect(within(alert.parentElement as HTMLElement).getByText('Treść Jana')).toBeTruthy();
  expect(field.value).toBe('Moja treść');
  expect(screen.getByRole('button', { name: 'Zapisz mimo to' })).toBeTruthy();
});

test('the rules are read only, and what is put away can be brought back', async () => {
  const { told, desk } = await openPage([aMacro('1')], [aMacro('2')]);
  expect(screen.queryByRole('button', { name: /N8/ })).toBeNull();
  expect(screen.getByText(CLAUSE.text)).toBeTruthy();
  fireEvent.click(screen.getByText('Zarchiwizowane', { exact: false }));
  fireEvent.click(screen.getByRole('button', { name: 'Przywróć: Tekst 2' }));
  await expect.poll(() => told('/api/desk/macros/2/archived').map(({ body }) => body)).toEqual([{ isArchived: false }]);
  await expect.poll(() => desk.readMacros.mock.calls.length).toBe(1);
});

test('hostile titles and texts stay text', async () => {
  const hostile = HOSTILE_STRINGS.filter((text) => text.trim() !== '' && text.length <= 5000).slice(0, 250);
  await openPage(hostile.map((text, index) => aMacro(`m${index}`, { title: text, text })));
  const shown = [...document.querySelectorAll('.macro strong, .macro .macro-text')];
  expect(shown.map((element) => element.textContent)).toEqual(hostile.flatMap((text) => [text, text]));
  expect(shown.filter((element) => element.childElementCount > 0)).toEqual([]);
});
