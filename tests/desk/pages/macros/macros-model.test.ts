import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { DeskAnswer } from '../../../../desk/client/desk-http.ts';
import { createKeptDraft } from '../../../../desk/pages/macros/macro-draft.ts';
import type { MacrosClient } from '../../../../desk/pages/macros/macros-client.ts';
import { MacrosModel } from '../../../../desk/pages/macros/macros-model.ts';
import type { DeskMacro } from '../../../../src/contract/desk/list-macros.ts';
import { ok, refused, SILENCE } from '../../../support/http-answers.ts';
import { aMacro } from './a-macro.ts';

const OK: DeskAnswer<null> = ok(null);
const CONFLICT: DeskAnswer<null> = refused('conflict');

beforeEach(() => localStorage.clear());

/** The page's model over a service that has these texts, and answers changes as told, one after another. */
async function aPage(
  macros: DeskMacro[] = [aMacro('1'), aMacro('2'), aMacro('3')],
  answers: DeskAnswer<null>[] = [OK],
) {
  const service = { macros, archived: [] as DeskMacro[] };
  const asked: unknown[][] = [];
  const next = () => (answers.length > 1 ? answers.shift() : answers[0]) ?? OK;
  const client: MacrosClient = {
    list: async () => ok(service.macros),
    listArchived: async () => ok(service.archived),
    async add(...words) {
      asked.push(['add', ...words]);
      const answer = next();
      return answer.outcome === 'ok' ? ok(aMacro('new')) : answer;
    },
    async change(...words) {
      asked.push(['change', ...words]);
      return next();
    },
    async archive(...words) {
      asked.push(['archive', ...words]);
      return next();
    },
    async order(ids) {
      asked.push(['order', ids.join('')]);
      return next();
    },
  };
  const onChanged = vi.fn();
  const model = new MacrosModel({ client, kept: createKeptDraft('a1', localStorage), onChanged });
  await model.refresh();
  return { model, editor: model.editor, service, asked, onChanged };
}

const shown = (model: MacrosModel) => model.own.value.map(({ id }) => id).join('');

describe('a text that is changed', () => {
  test('goes with the version it is written over, and the composer learns of it', async () => {
    const { editor, asked, onChanged } = await aPage([aMacro('1', { version: 7 })]);
    editor.edit(aMacro('1', { version: 7 }));
    editor.type({ title: '  Nowy tytuł ', status: 'solved' });
    expect(await editor.save()).toBe('1');
    expect(asked).toEqual([
      ['change', '1', { title: 'Nowy tytuł', text: 'Treść 1', status: 'solved', followUp: null, version: 7 }],
    ]);
    expect([editor.draft.value, editor.saving.value.state, onChanged.mock.calls.length]).toEqual([null, 'none', 1]);
  });

  test('over a newer one is refused: that is shown, what is typed stays, and the next press goes over what was shown', async () => {
    const { editor, service, asked } = await aPage([aMacro('1')], [CONFLICT, OK]);
    editor.edit(aMacro('1'));
    editor.type({ text: 'Moje' });
    service.macros = [aMacro('1', { text: 'Cudze', version: 2 })];
    expect(await editor.save()).toBeNull();
    expect(editor.saving.value).toMatchObject({ state: 'conflict', now: { text: 'Cudze' } });
    expect(editor.draft.value?.text).toBe('Moje');
    expect(await editor.save()).toBe('1');
    expect(asked.map(([, , body]) => (body as { version: number }).version)).toEqual([1, 2]);
  });

  test('may give way to the newer one', async () => {
    const { editor, service } = await aPage([aMacro('1')], [CONFLICT]);
    editor.edit(aMacro('1'));
    editor.type({ text: 'Moje' });
    service.macros = [aMacro('1', { text: 'Cudze', status: 'solved', version: 2 })];
    await editor.save();
    editor.takeTheirs();
    expect(editor.draft.value).toMatchObject({ text: 'Cudze', status: 'solved', version: 2 });
    expect(editor.saving.value.state).toBe('none');
  });

  test('gives way to no other while something is typed in it', async () => {
    const { editor } = await aPage();
    expect(editor.edit(aMacro('1'))).toBe(true);
    expect(editor.edit(aMacro('2'))).toBe(true);
    editor.type({ text: 'Coś' });
    expect([editor.edit(aMacro('1')), editor.add(), editor.edit(aMacro('2'))]).toEqual([false, false, true]);
    expect(editor.draft.value).toMatchObject({ id: '2', text: 'Coś' });
    editor.cancel();
    expect(editor.edit(aMacro('1'))).toBe(true);
  });

  test('stands still while it is saved: what is typed, thrown away or begun meanwhile would be lost', async () => {
    const { editor } = await aPage(undefined, [SILENCE]);
    editor.edit(aMacro('1'));
    const saving = editor.save();
    editor.type({ text: 'Za późno' });
    editor.cancel();
    expect(editor.edit(aMacro('2'))).toBe(false);
    expect(editor.draft.value).toMatchObject({ id: '1', text: 'Treść 1' });
    await saving;
    editor.type({ text: 'Teraz' });
    expect(editor.draft.value?.text).toBe('Teraz');
  });

  test('is there again on a page that is opened anew, and gone once it is saved', async () => {
    const first = await aPage();
    first.editor.edit(aMacro('2'));
    first.editor.type({ text: 'Napisane' });
    const second = await aPage();
    expect(second.editor.draft.value).toMatchObject({ id: '2', text: 'Napisane', version: 1 });
    await second.editor.save();
    expect((await aPage()).editor.draft.value).toBeNull();
  });
});

describe('a new text', () => {
  test('goes again under the same key when nobody answered', async () => {
    const { editor, asked } = await aPage([], [SILENCE, OK]);
    editor.add();
    editor.type({ title: 'Nowy', text: 'Treść' });
    expect(await editor.save()).toBeNull();
    expect(editor.saving.value.state).toBe('unanswered');
    expect(await editor.save()).toBe('new');
    expect(asked[0]).toEqual(asked[1]);
    expect(asked[0]?.[1]).toMatch(/^[\w-]{22}$/);
  });

  test('typed on after nobody answered is added anew when the first one had arrived', async () => {
    const used: DeskAnswer<null> = refused('idempotency-key-reused');
    const { editor, asked } = await aPage([], [SILENCE, used, OK]);
    editor.add();
    editor.type({ title: 'Nowy', text: 'Treść' });
    await editor.save();
    editor.type({ text: 'Treść i coś jeszcze' });
    expect(await editor.save()).toBe('new');
    expect(asked[2]?.[2]).toMatchObject({ text: 'Treść i coś jeszcze' });
    expect(new Set(asked.map(([, key]) => key)).size).toBe(2);
  });

  test('without title or text is not sent, and both are named', async () => {
    const { editor, asked } = await aPage();
    editor.add();
    editor.type({ title: ' ', text: '\n' });
    expect(editor.errors.value).toEqual([]);
    expect(await editor.save()).toBeNull();
    expect([editor.errors.value, asked]).toEqual([['title', 'text'], []]);
    editor.type({ title: 'Tytuł' });
    expect(editor.errors.value).toEqual(['text']);
  });

  test('names what is no variable before it is saved', async () => {
    const { editor } = await aPage();
    editor.add();
    editor.type({ text: '{imie} {Imię} {cena}' });
    expect(editor.unknown.value).toEqual(['{Imię}', '{cena}']);
  });
});

describe('the order', () => {
  test('is shown at once and sent until the service has what is shown', async () => {
    const { model, asked, onChanged } = await aPage();
    model.move('3', -1);
    model.move('3', -1);
    expect(shown(model)).toBe('312');
    expect(model.moved.value).toEqual({ title: 'Tekst 3', place: 1, count: 3 });
    await expect.poll(() => onChanged.mock.calls.length).toBe(1);
    expect(asked.at(-1)).toEqual(['order', '312']);
  });

  test('does not go past its ends', async () => {
    const { model, asked } = await aPage();
    model.move('1', -1);
    model.move('3', 1);
    expect([shown(model), asked]).toEqual(['123', []]);
  });

  test('is read anew when there are other texts by now', async () => {
    const { model, service } = await aPage(undefined, [CONFLICT]);
    service.macros = [aMacro('1'), aMacro('3')];
    model.move('2', -1);
    await expect.poll(() => shown(model)).toBe('13');
    expect(model.failure.value).toBe('conflict');
  });
});
