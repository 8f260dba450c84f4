import { signal } from '@preact/signals';
import { fireEvent, render, screen } from '@testing-library/preact';
import { beforeEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ComposerModel } from '../../../desk/models/composer-model.ts';
import type { DeskStore } from '../../../desk/models/desk-kept.ts';
import type { DeskModel } from '../../../desk/models/desk-model.ts';
import { openDeskStore } from '../../../desk/models/desk-store.ts';
import { createDrafts } from '../../../desk/models/drafts.ts';
import type { OpenTicket } from '../../../desk/models/open-ticket.ts';
import { Composer } from '../../../desk/views/Composer.tsx';
import type { DeskMacro } from '../../../src/contract/desk/list-macros.ts';
import { ok } from '../../support/http-answers.ts';
import { aDeskTicket } from '../a-desk-ticket.ts';
import { aMacro } from '../pages/macros/a-macro.ts';

let store: DeskStore;
beforeEach(async () => {
  store = await openDeskStore();
});

/** The composer of one ticket, with these macros, over a service that takes everything. */
function openComposer(macros: DeskMacro[] = [], signature = '') {
  const sent: unknown[] = [];
  const ticket = aDeskTicket();
  const drafts = createDrafts('a1', store);
  const composer = new ComposerModel({
    number: ticket.ticket.number,
    agent: 'a1',
    store,
    drafts,
    ticket: signal(ticket),
    signature: signal(signature),
    client: {
      putPart: async () => ({ outcome: 'unanswered', retryAfter: 0 }),
      send: async ({ body }) => {
        sent.push(JSON.parse(body));
        return ok(null);
      },
    },
    refresh: async () => {},
    onSent: () => {},
  });
  const office = { read: async () => [] };
  const model = {
    me: signal({ id: 'a1', name: 'Ola' }),
    now: signal(Date.now()),
    office,
    macros: signal(macros),
    readMacros: () => {},
  };
  const open = { number: ticket.ticket.number, composer, presence: { write: () => {} } };
  render(<Composer model={model as unknown as DeskModel} open={open as unknown as OpenTicket} ticket={ticket} />);
  return { composer, number: ticket.ticket.number, sent };
}

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Treść/ });
const undo = () => userEvent.keyboard('{Control>}z{/Control}');

async function insert(title: string): Promise<void> {
  field().focus();
  await userEvent.click(await screen.findByRole('button', { name: 'Teksty' }));
  await userEvent.click(screen.getByRole('button', { name: title }));
}

test('what is typed in the same moment stands behind the macro', async () => {
  const { composer } = openComposer([aMacro('1', { title: 'Powitanie', text: 'Dzień dobry' })]);
  field().focus();
  await userEvent.click(await screen.findByRole('button', { name: 'Teksty' }));
  fireEvent.click(screen.getByRole('button', { name: 'Powitanie' }));
  document.execCommand('insertText', false, '!');
  await expect.poll(() => composer.text.value).toBe('Dzień dobry!');
  await new Promise((drawn) => setTimeout(drawn));
  expect([field().value, field().selectionStart]).toEqual(['Dzień dobry!', 12]);
});

describe('Ctrl+Z takes back', () => {
  test('a macro that was put in, and leaves what was typed', async () => {
    const { composer } = openComposer([aMacro('1', { title: 'Powitanie', text: 'Dzień dobry, tu {agent}.' })]);
    field().focus();
    await userEvent.keyboard('Moja odpowiedź');
    await insert('Powitanie');
    await expect.poll(() => field().value).toBe('Moja odpowiedź\n\nDzień dobry, tu Ola.');
    await expect.poll(() => document.activeElement).toBe(field());
    await undo();
    expect([field().value, composer.text.value]).toEqual(['Moja odpowiedź', 'Moja odpowiedź']);
  });

  test('what another tab wrote', async () => {
    const { composer, number } = openComposer();
    field().focus();
    await userEvent.keyboard('Moja odpowiedź');
    const elsewhere = createDrafts('a1', await openDeskStore());
    elsewhere.keep(number, { reply: 'Z innej karty', note: '', status: null, seen: 1 });
    await expect.poll(() => field().value).toBe('Z innej karty');
    await undo();
    expect(composer.text.value).toBe('Moja odpowiedź');
  });

  test('nothing of a note in the reply', async () => {
    openComposer();
    await userEvent.click(screen.getByRole('button', { name: /^Notatka/ }));
    await userEvent.keyboard('Tylko dla nas');
    await userEvent.click(screen.getByRole('button', { name: /^Odpowiedź/ }));
    await expect.poll(() => field().value).toBe('');
    await undo();
    expect(field().value).toBe('');
  });
});

describe('a text that is longer than the service takes', () => {
  test.each([
    ['by typing', async () => fireEvent.input(field(), { target: { value: `${'x'.repeat(20_002)} koniec` } })],
    ['by a macro', () => insert('Długi')],
  ])('%s, is kept to its end; it says how much too long it is, and is not sent', async (_how, write) => {
    const { composer, sent } = openComposer([aMacro('1', { title: 'Długi', text: `${'y'.repeat(4995)}koniec` })]);
    composer.edit('x'.repeat(15_100));
    await expect.poll(() => field().value.length).toBe(15_100);
    field().setSelectionRange(15_100, 15_100);
    await write();
    await expect.poll(() => field().value.endsWith('koniec')).toBe(true);
    const over = field().value.length - 20_000;
    const words = await screen.findByText(new RegExp(`za długi o ${over} znak`));
    expect([field().ariaInvalid, field().getAttribute('aria-describedby')]).toEqual(['true', words.id]);
    fireEvent.keyDown(field(), { key: 'Enter', ctrlKey: true });
    await expect.poll(() => screen.getByRole('alert').textContent).toContain('Nie wysłano');
    expect([sent, composer.text.value.endsWith('koniec')]).toEqual([[], true]);

    composer.edit(composer.text.value.slice(over));
    fireEvent.keyDown(field(), { key: 'Enter', ctrlKey: true });
    await expect.poll(() => sent.length).toBe(1);
  });
});

describe('the signature', () => {
  const OLA = 'Pozdrawiam\nOla Nowak';
  const shown = () => document.querySelector<HTMLElement>('.signature');
  const off = () => screen.getByRole('button', { name: 'Bez podpisu' });
  const write = async (text: string) => {
    field().focus();
    await userEvent.keyboard(text);
  };
  const send = () => userEvent.keyboard('{Control>}{Enter}{/Control}');
  const textOf = (request: unknown) => (request as { text: string }).text;

  test('stands under the reply as it is sent, describes the field, and is none of its text', async () => {
    const { sent } = openComposer([], OLA);
    expect(shown()).toBeNull();
    await write('Już działa.');
    await expect.poll(() => shown()?.firstElementChild?.textContent).toBe(OLA);
    await expect.poll(() => field().ariaDescribedByElements?.map(({ textContent }) => textContent)).toEqual([OLA]);
    expect(field().value).toBe('Już działa.');
    await send();
    await expect.poll(() => sent.map(textOf)).toEqual([`Już działa.\n\n${OLA}`]);
  });

  test('is under no note', async () => {
    const { sent } = openComposer([], OLA);
    await userEvent.click(screen.getByRole('button', { name: /^Notatka/ }));
    await write('Tylko dla nas');
    expect(shown()).toBeNull();
    await send();
    await expect.poll(() => sent.map(textOf)).toEqual(['Tylko dla nas']);
  });

  test('is taken off this reply, and stands under the next one', async () => {
    const { sent } = openComposer([], OLA);
    await write('Bez.');
    await userEvent.click(off());
    await expect.poll(() => off().ariaPressed).toBe('true');
    expect(shown()?.firstElementChild?.textContent).toBe('');
    field().focus();
    await send();
    await expect.poll(() => sent.map(textOf)).toEqual(['Bez.']);
    await write('Z.');
    await send();
    await expect.poll(() => sent.map(textOf)).toEqual(['Bez.', `Z.\n\n${OLA}`]);
  });

  test('is not added to a text that ends with it', async () => {
    const { composer, sent } = openComposer([], OLA);
    field().focus();
    composer.edit(`Już.\n\n${OLA}\n`);
    await expect.poll(() => field().value).toContain('Już.');
    expect(shown()).toBeNull();
    await send();
    await expect.poll(() => sent.map(textOf)).toEqual([`Już.\n\n${OLA}`]);
  });

  test('counts in the length', async () => {
    const { composer, sent } = openComposer([], OLA);
    composer.edit('x'.repeat(20_000));
    field().focus();
    await expect.poll(() => composer.over.value).toBe(OLA.length + 2);
    await send();
    expect(sent).toEqual([]);
    composer.sign(false);
    expect(composer.over.value).toBe(0);
  });
});
