import { type Signal, signal } from '@preact/signals';
import { render, screen } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { TextArea } from '../../../desk/views/TextArea.tsx';

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox');

/** A field over a text, as the desk's models hold it. */
function show(text: Signal<string>, place = signal('a')) {
  const type = (typed: string) => {
    text.value = typed;
  };
  const Shown = () => (
    <>
      <button type="button">obok</button>
      <TextArea text={text.value} place={place.value} onText={type} />
    </>
  );
  render(<Shown />);
  return { place };
}

const undo = () => userEvent.keyboard('{Control>}z{/Control}');
const redo = () => userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');

describe('a text that the page changes', () => {
  test('is taken back by Ctrl+Z and comes again, and what was typed before can be undone too', async () => {
    const text = signal('');
    show(text);
    await userEvent.click(field());
    await userEvent.keyboard('Moja odpowiedź');
    text.value = 'Moja odpowiedź\n\nDzień dobry,\nsprawdzamy.';
    await expect.poll(() => field().value).toBe(text.value);
    await undo();
    expect([field().value, text.value]).toEqual(['Moja odpowiedź', 'Moja odpowiedź']);
    await redo();
    expect(text.value).toBe('Moja odpowiedź\n\nDzień dobry,\nsprawdzamy.');
    await undo();
    await undo();
    expect(text.value.length).toBeLessThan('Moja odpowiedź'.length);
  });

  test.each([
    ['in its middle', 'Numer: . Dziękujemy', 'Numer: {numer}. Dziękujemy'],
    ['as a whole', 'jedno', 'coś zupełnie innego'],
    ['by being made shorter', 'jedno i drugie', 'jedno'],
    ['within a character of two halves', 'a😀b', 'a😁b'],
    ['beside the same letters', 'aaaa', 'aaaaaa'],
    ['with other line ends', 'a\nb', 'a\nb\nc'],
  ])('%s, comes back as it was', async (_how, before, after) => {
    const text = signal(before);
    show(text);
    await userEvent.click(field());
    text.value = after;
    await expect.poll(() => field().value).toBe(after);
    await undo();
    expect(text.value).toBe(before);
  });

  test('leaves the cursor where it was in the text', async () => {
    const text = signal('początek koniec');
    show(text);
    await userEvent.click(field());
    field().setSelectionRange(15, 15);
    text.value = 'początek środek koniec';
    await expect.poll(() => field().value).toBe(text.value);
    expect([field().selectionStart, field().selectionEnd]).toEqual([22, 22]);
  });

  test('while the focus is elsewhere, leaves it there', async () => {
    const text = signal('jedno');
    show(text);
    await userEvent.click(screen.getByRole('button'));
    text.value = 'drugie';
    await expect.poll(() => field().value).toBe('drugie');
    expect(document.activeElement).toBe(screen.getByRole('button'));
  });
});

test.each([
  ['sent or discarded', ''],
  ['another place’s', 'Treść odpowiedzi'],
])('a text that is %s is not brought back', async (_what, next) => {
  const text = signal('');
  const { place } = show(text);
  await userEvent.click(field());
  await userEvent.keyboard('Notatka tylko dla nas');
  if (next) place.value = 'b';
  text.value = next;
  await expect.poll(() => field().value).toBe(next);
  await undo();
  expect([field().value, text.value]).toEqual([next, next]);
});

test('a text of any length is taken whole', async () => {
  const text = signal('');
  show(text);
  await userEvent.fill(field(), `${'x'.repeat(25_000)} koniec`);
  expect(text.value).toMatch(/ koniec$/);
});
