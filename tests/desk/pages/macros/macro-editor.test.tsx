import { fireEvent, render, screen } from '@testing-library/preact';
import { beforeEach, expect, test } from 'vitest';
import type { DeskAnswer } from '../../../../desk/client/desk-http.ts';
import { EditorModel } from '../../../../desk/pages/macros/editor-model.ts';
import { MacroEditor } from '../../../../desk/pages/macros/MacroEditor.tsx';
import { createKeptDraft } from '../../../../desk/pages/macros/macro-draft.ts';
import { ok, SILENCE } from '../../../support/http-answers.ts';
import { aMacro } from './a-macro.ts';

beforeEach(() => localStorage.clear());

test('while a text is saved its fields are read and not written, and its buttons do nothing', async () => {
  const answer = Promise.withResolvers<DeskAnswer<null>>();
  const editor = new EditorModel({
    client: { add: async () => ok(aMacro('new')), change: () => answer.promise },
    kept: createKeptDraft('a1', localStorage),
    refresh: async () => null,
  });
  editor.edit(aMacro('1', { text: 'Dzień dobry,' }));
  render(<MacroEditor editor={editor} agent="Ola Nowak" />);
  const field = screen.getByLabelText<HTMLTextAreaElement>('Treść');
  fireEvent.click(screen.getByRole('button', { name: 'Zapisz' }));
  await screen.findByRole('button', { name: 'Zapisywanie…' });
  expect([field.readOnly, screen.getByLabelText<HTMLInputElement>('Tytuł').readOnly]).toEqual([true, true]);
  fireEvent.click(screen.getByRole('button', { name: /^\{imie\}/ }));
  fireEvent.change(screen.getByRole('combobox'), { target: { value: 'solved' } });
  fireEvent.click(screen.getByRole('button', { name: 'Odrzuć' }));
  expect(screen.getByRole<HTMLSelectElement>('combobox').value).toBe('');
  answer.resolve(SILENCE);
  await screen.findByRole('button', { name: 'Zapisz' });
  expect([field.readOnly, field.value]).toEqual([false, 'Dzień dobry,']);
});
