import { signal } from '@preact/signals';
import { render, screen } from '@testing-library/preact';
import { useRef } from 'preact/hooks';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { MentionList } from '../../../desk/views/MentionList.tsx';
import { loadPageWords } from '../../../desk/words/words.ts';

const AGENTS = [
  { id: 'm', name: 'Marek Król' },
  { id: 'w', name: 'Ewa Wójcik' },
];

test('the name of a colleague is found behind an @ by any of its words, and inserted by Enter; then it says whom the note tells', async () => {
  await loadPageWords('files');
  const text = signal('');
  function Note() {
    const field = useRef<HTMLTextAreaElement>(null);
    const edit = (typed: string) => {
      text.value = typed;
    };
    return (
      <>
        <textarea ref={field} aria-label="notatka" onInput={({ currentTarget }) => edit(currentTarget.value)} />
        <MentionList field={field} text={text.value} agents={AGENTS} edit={edit} />
      </>
    );
  }
  render(<Note />);
  const field = screen.getByLabelText<HTMLTextAreaElement>('notatka');
  await userEvent.type(field, 'Zobacz @');
  expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['Marek Król', 'Ewa Wójcik']);
  await userEvent.type(field, 'woj');
  const option = screen.getByRole('option', { name: 'Ewa Wójcik', selected: true });
  expect(field.getAttribute('aria-activedescendant')).toBe(option.id);
  await userEvent.keyboard('{Enter}');
  expect([field.value, text.value]).toEqual(['Zobacz @Ewa Wójcik ', 'Zobacz @Ewa Wójcik ']);
  expect(screen.queryByRole('listbox')).toBeNull();
  screen.getByText('Powiadomienie: Ewa Wójcik');
  await userEvent.type(field, 'ma@sklep');
  expect(screen.queryByRole('listbox')).toBeNull();
});
