import { type Signal, signal } from '@preact/signals';
import { fireEvent, render, screen } from '@testing-library/preact';
import type { ComponentType } from 'preact';
import { expect, test } from 'vitest';
import { Later } from '../../../desk/views/Later.tsx';
import { useLoaded } from '../../../desk/views/use-loaded.ts';

const Part = ({ text }: { text: string }) => <p>{text}</p>;

/** A button that asks for a part, whose loading ends as told. */
function showButton(answers: ('comes' | 'fails')[]) {
  const wanted = signal<object | null>(null);
  const load = async (): Promise<ComponentType<{ text: string }>> => {
    if (answers.shift() === 'fails') throw new Error('no network');
    return Part;
  };
  function Page() {
    return (
      <>
        <button
          type="button"
          onClick={() => {
            wanted.value = {};
          }}
        >
          Otwórz
        </button>
        <Later wanted={wanted.value} load={load} with={{ text: 'część' }} />
      </>
    );
  }
  render(<Page />);
  const opener = screen.getByRole('button', { name: 'Otwórz' });
  opener.focus();
  fireEvent.click(opener);
  return { opener, wanted };
}

test('a part that did not come says so, and comes by the next press, which leaves the focus where it was', async () => {
  const { opener } = showButton(['fails', 'comes']);
  await screen.findByText(/^Nie udało się wczytać tej części strony/);
  const again = screen.getByRole('button', { name: 'Spróbuj ponownie' });
  again.focus();
  fireEvent.click(again);
  await screen.findByText('część');
  expect(screen.queryByText(/^Nie udało się/)).toBeNull();
  expect(document.activeElement).toBe(opener);
});

test('whoever asks for it anew has it loaded anew', async () => {
  const { opener } = showButton(['fails', 'comes']);
  await screen.findByText(/^Nie udało się wczytać tej części strony/);
  fireEvent.click(opener);
  await screen.findByText('część');
});

test('what nobody wants is not shown', async () => {
  const { wanted } = showButton(['comes']);
  await screen.findByText('część');
  wanted.value = null;
  await expect.poll(() => screen.queryByText('część')).toBeNull();
});

test('what comes after something else was asked for is not shown, nor said to have failed', async () => {
  const coming = { first: Promise.withResolvers<string>(), second: Promise.withResolvers<string>() };
  const key: Signal<'first' | 'second'> = signal('first');
  function Page() {
    const [now] = useLoaded(key.value, (one) => coming[one].promise);
    return <p role="status">{typeof now === 'string' ? now : now.part}</p>;
  }
  render(<Page />);
  const shown = () => screen.getByRole('status').textContent;
  key.value = 'second';
  await expect.poll(shown).toBe('loading');
  coming.second.resolve('druga');
  await expect.poll(shown).toBe('druga');
  coming.first.reject(new Error('too late'));
  await coming.first.promise.catch(() => {});
  await Promise.resolve();
  expect(shown()).toBe('druga');
});

test('of two presses the second decides, also when the first ends after it', async () => {
  const attempts = [Promise.withResolvers<string>(), Promise.withResolvers<string>()];
  const answers = [Promise.reject(new Error('no network')), ...attempts.map(({ promise }) => promise)];
  let ask = () => {};
  function Page() {
    const [now, again] = useLoaded('part', () => answers.shift() as Promise<string>);
    ask = again;
    return <p role="status">{typeof now === 'string' ? now : now.part}</p>;
  }
  render(<Page />);
  const shown = () => screen.getByRole('status').textContent;
  await expect.poll(shown).toBe('failed');
  ask();
  ask();
  attempts[1]?.resolve('część');
  await expect.poll(shown).toBe('część');
  attempts[0]?.reject(new Error('too late'));
  await attempts[0]?.promise.catch(() => {});
  await Promise.resolve();
  expect(shown()).toBe('część');
});
