import { fireEvent, render, screen } from '@testing-library/preact';
import { beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { DeskAnswer } from '../../../../desk/client/desk-http.ts';
import { EditorModel } from '../../../../desk/pages/macros/editor-model.ts';
import { MacroEditor } from '../../../../desk/pages/macros/MacroEditor.tsx';
import { createKeptDraft } from '../../../../desk/pages/macros/macro-draft.ts';
import { ok, refused, SILENCE } from '../../../support/http-answers.ts';
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
  fireEvent.change(screen.getByRole('combobox', { name: 'Status po wysłaniu' }), { target: { value: 'solved' } });
  fireEvent.click(screen.getByRole('button', { name: 'Odrzuć' }));
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Status po wysłaniu' }).value).toBe('');
  answer.resolve(SILENCE);
  await screen.findByRole('button', { name: 'Zapisz' });
  expect([field.readOnly, field.value]).toEqual([false, 'Dzień dobry,']);
});

/** An editor of a text that somebody else changes as soon as it is saved. */
function openEditor(text: string) {
  const theirs = aMacro('1', { text: 'Ich tekst', version: 2 });
  const editor = new EditorModel({
    client: { add: async () => ok(theirs), change: async () => refused('conflict') },
    kept: createKeptDraft('a1', localStorage),
    refresh: async () => theirs,
  });
  editor.edit(aMacro('1', { text }));
  render(<MacroEditor editor={editor} agent="Ola Nowak" />);
  return { editor, field: screen.getByLabelText<HTMLTextAreaElement>('Treść') };
}

const undo = () => userEvent.keyboard('{Control>}z{/Control}');

test('Ctrl+Z takes a variable out again, and brings back what was typed before the other text was taken', async () => {
  const { editor, field } = openEditor('Numer: ');
  await userEvent.click(field);
  await userEvent.keyboard('{Control>}{End}{/Control}');
  await userEvent.click(screen.getByRole('button', { name: /^\{numer\}/ }));
  await expect.poll(() => [field.value, field.selectionStart]).toEqual(['Numer: {numer}', 14]);
  await undo();
  expect(editor.draft.value?.text).toBe('Numer: ');

  fireEvent.click(screen.getByRole('button', { name: 'Zapisz' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Weź ten tekst' }));
  await expect.poll(() => field.value).toBe('Ich tekst');
  await undo();
  expect(editor.draft.value?.text).toBe('Numer: ');
});

test('what is typed in the same moment stands behind the variable', async () => {
  const { editor, field } = openEditor('Numer: ');
  fireEvent.click(screen.getByRole('button', { name: /^\{numer\}/ }));
  document.execCommand('insertText', false, '.');
  await expect.poll(() => editor.draft.value?.text).toBe('Numer: {numer}.');
  await new Promise((drawn) => setTimeout(drawn));
  expect([field.value, field.selectionStart]).toEqual(['Numer: {numer}.', 15]);
});

test('what does not fit is kept, with how much too long it is; a variable is put in all the same', async () => {
  const { editor, field } = openEditor('x'.repeat(5000));
  await userEvent.click(screen.getByRole('button', { name: /^\{numer\}/ }));
  await screen.findByText(/za długi o 7 znaków, mieści się 5/);
  expect([field.value.length, await editor.save()]).toEqual([5007, null]);
  fireEvent.input(screen.getByLabelText('Tytuł'), { target: { value: 'x'.repeat(81) } });
  await screen.findByText(/za długi o 1 znak, mieści się 80/);
});
