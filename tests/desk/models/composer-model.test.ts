import { signal } from '@preact/signals';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Change } from '../../../desk/client/desk-client.ts';
import type { DeskAnswer } from '../../../desk/client/desk-http.ts';
import { ComposerModel } from '../../../desk/models/composer-model.ts';
import { createDrafts, type Drafts, NO_DRAFT } from '../../../desk/models/drafts.ts';
import type { DeskTicket } from '../../../src/contract/desk/read-ticket.ts';
import type { ReplyToTicketRequest } from '../../../src/contract/desk/reply-to-ticket.ts';
import { ok, refused, SILENCE } from '../../support/http-answers.ts';
import { aDeskTicket, aMessage } from '../a-desk-ticket.ts';

const OK: DeskAnswer<null> = ok(null);
const NEWER: DeskAnswer<null> = refused('newer-message');

let drafts: Drafts;
let asked: { key: string; request: ReplyToTicketRequest }[];
let changes: Change[];
let sent: string[];
beforeEach(() => {
  localStorage.clear();
  drafts = createDrafts('a1', localStorage);
  asked = [];
  changes = [];
  sent = [];
});

/** A composer whose service answers as told, one answer after another; the last one stays. */
function aComposer(answers: DeskAnswer<null>[] = [OK], look: () => DeskTicket = () => aDeskTicket()) {
  const ticket = signal<DeskTicket | null>(aDeskTicket());
  const next = () => (answers.length > 1 ? answers.shift() : answers[0]) ?? OK;
  const composer = new ComposerModel({
    number: '1000015',
    drafts,
    ticket,
    client: {
      answer: async (_, key, request) => {
        asked.push({ key, request });
        return next();
      },
      change: async (_, change) => {
        changes.push(change);
        return next();
      },
    },
    look: async () => {
      ticket.value = look();
    },
    onSent: (kind) => sent.push(kind),
    sleep: async () => {},
  });
  return { composer, ticket };
}

describe('a reply', () => {
  test('is sent with its status and how many messages it has seen, and leaves nothing behind', async () => {
    const { composer } = aComposer();
    composer.edit('  Proszę odświeżyć.  ');
    composer.leaveAs('solved');
    expect(await composer.send()).toBe(true);
    expect(asked[0]?.request).toEqual({ text: 'Proszę odświeżyć.', status: 'solved', seenMessages: 1 });
    expect([composer.text.value, sent, localStorage.length]).toEqual(['', ['reply'], 0]);
  });

  test('of spaces alone is not sent', async () => {
    const { composer } = aComposer();
    composer.edit('   ');
    expect(await composer.send()).toBe(false);
    expect(asked).toEqual([]);
  });

  test('that nobody answers goes again by itself, under the same key', async () => {
    const { composer } = aComposer([SILENCE, SILENCE, OK]);
    composer.edit('Raz.');
    await composer.send();
    expect(asked).toHaveLength(3);
    expect(new Set(asked.map(({ key }) => key)).size).toBe(1);
    expect(composer.sending.value.state).toBe('none');
  });

  test('that nobody ever answers waits with its text; unchanged it keeps its key, also after the page was loaded anew', async () => {
    const { composer } = aComposer([SILENCE]);
    composer.edit('Raz.');
    await composer.send();
    expect([composer.sending.value.state, composer.text.value]).toEqual(['waiting', 'Raz.']);
    drafts = createDrafts('a1', localStorage);
    const { composer: later } = aComposer([OK]);
    expect(later.sending.value.state).toBe('waiting');
    await later.send();
    expect(asked.at(-1)?.key).toBe(asked[0]?.key);
    expect(asked.at(-1)?.request).toEqual(asked[0]?.request);
  });

  test('that was changed meanwhile goes under another key', async () => {
    const { composer } = aComposer([SILENCE]);
    composer.edit('Raz.');
    await composer.send();
    composer.edit('Dwa.');
    await composer.send();
    expect(asked.at(-1)?.key).not.toBe(asked[0]?.key);
  });
});

describe('a message that came while a reply was written', () => {
  test('is not counted as seen', async () => {
    const { composer, ticket } = aComposer();
    composer.edit('Zaczęte');
    ticket.value = aDeskTicket(2);
    expect([composer.isBehind.value, composer.seen.value]).toEqual([true, 1]);
    await composer.send();
    expect(asked[0]?.request.seenMessages).toBe(1);
  });

  test('is seen by a reply that is begun after it', () => {
    const { composer, ticket } = aComposer();
    ticket.value = aDeskTicket(2);
    composer.edit('Zaczęte');
    expect([composer.isBehind.value, composer.seen.value]).toEqual([false, 2]);
  });

  test('refuses the reply, which keeps its text; the next press sends it over what is shown', async () => {
    const { composer } = aComposer([NEWER, OK], () => aDeskTicket(2));
    composer.edit('Odpowiedź');
    expect(await composer.send()).toBe(false);
    expect([composer.sending.value, composer.text.value]).toEqual([{ state: 'newer', shown: 2 }, 'Odpowiedź']);
    await composer.send();
    expect(asked.map(({ request }) => request.seenMessages)).toEqual([1, 2]);
    expect(asked[0]?.key).not.toBe(asked[1]?.key);
  });

  test('refuses again when one more came since', async () => {
    let count = 2;
    const { composer } = aComposer([NEWER, NEWER, OK], () => aDeskTicket(count));
    composer.edit('Odpowiedź');
    await composer.send();
    count = 3;
    await composer.send();
    await composer.send();
    expect(asked.map(({ request }) => request.seenMessages)).toEqual([1, 2, 3]);
  });

  test('is found behind a draft of yesterday', () => {
    drafts.keep('1000015', { ...NO_DRAFT, reply: 'Wczorajsze', seen: 1 });
    const { composer, ticket } = aComposer();
    ticket.value = aDeskTicket(2);
    expect([composer.text.value, composer.isBehind.value]).toEqual(['Wczorajsze', true]);
  });
});

test('a reply goes again after a reload as it went before: the same status, the same key', async () => {
  const first = aComposer([SILENCE]).composer;
  first.edit('Gotowe.');
  first.leaveAs('solved');
  await first.send();
  first[Symbol.dispose]();
  const { composer } = aComposer();
  expect([composer.sending.value.state, composer.status.value]).toEqual(['waiting', 'solved']);
  expect(await composer.send()).toBe(true);
  expect(new Set(asked.map(({ key }) => key)).size).toBe(1);
  expect(new Set(asked.map(({ request }) => request.status))).toEqual(new Set(['solved']));
});

test('who empties what waits has given it up', async () => {
  const { composer } = aComposer([SILENCE]);
  composer.edit('Jednak nie.');
  await composer.send();
  composer.edit('');
  expect([composer.sending.value.state, drafts.get('1000015').attempt]).toEqual(['none', null]);
});

describe('a note', () => {
  test('left unfinished is what its writer comes back to', () => {
    drafts.keep('1000015', { ...NO_DRAFT, note: 'Dzwonił o' });
    expect(aComposer().composer.kind.value).toBe('note');
  });

  test('that was stored while neither the answer nor the thread came is not stored twice, after a reload neither', async () => {
    let isCut = true;
    const stored = aDeskTicket(1, [aMessage(1, { id: 9, kind: 'note', text: 'Dzwonił.', position: null })]);
    const first = aComposer([SILENCE]);
    first.composer.choose('note');
    first.composer.edit('Dzwonił.');
    expect(await first.composer.send()).toBe(false);
    first.composer[Symbol.dispose]();
    const ticket = signal<DeskTicket | null>(stored);
    const again = new ComposerModel({
      number: '1000015',
      drafts,
      ticket,
      client: {
        answer: async () => OK,
        change: async (_, change) => {
          changes.push(change);
          return OK;
        },
      },
      look: async () => {
        if (!isCut) ticket.value = { ...stored };
      },
      onSent: (kind) => sent.push(kind),
      sleep: async () => {},
    });
    expect([again.kind.value, again.sending.value.state]).toEqual(['note', 'waiting']);
    expect(await again.send()).toBe(false);
    isCut = false;
    expect(await again.send()).toBe(true);
    expect(changes.length).toBe(1);
  });

  test('has its own draft and goes without a key', async () => {
    const { composer } = aComposer();
    composer.edit('Odpowiedź');
    composer.choose('note');
    expect(composer.text.value).toBe('');
    composer.edit('Dzwonił.');
    await composer.send();
    expect([changes, sent, composer.reply.value]).toEqual([
      [{ kind: 'note', body: { text: 'Dzwonił.' } }],
      ['note'],
      'Odpowiedź',
    ]);
  });

  test('that was stored though nobody answered is not asked for again', async () => {
    const note = aMessage(1, { id: 9, kind: 'note', text: 'Dzwonił.', position: null });
    const { composer } = aComposer([SILENCE], () => aDeskTicket(1, [note]));
    composer.choose('note');
    composer.edit('Dzwonił.');
    expect(await composer.send()).toBe(true);
    expect(composer.text.value).toBe('');
  });

  test('that was not stored waits with its text', async () => {
    const { composer } = aComposer([SILENCE]);
    composer.choose('note');
    composer.edit('Dzwonił.');
    expect(await composer.send()).toBe(false);
    expect([composer.sending.value.state, composer.text.value]).toEqual(['waiting', 'Dzwonił.']);
  });
});

test('drafts of two agents on one machine do not mix', () => {
  drafts.keep('1000015', { ...NO_DRAFT, reply: 'Oli', seen: 1 });
  expect(createDrafts('a2', localStorage).get('1000015').reply).toBe('');
  expect(createDrafts('a1', localStorage).get('1000015').reply).toBe('Oli');
});

test('what is kept and makes no sense is no draft', () => {
  localStorage.setItem('desk.draft.a1.1000015', '{"reply":');
  expect(createDrafts('a1', localStorage).get('1000015').reply).toBe('');
});
