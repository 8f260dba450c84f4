import { signal } from '@preact/signals';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { DeskClient } from '../../../desk/client/desk-client.ts';
import type { DeskAnswer } from '../../../desk/client/desk-http.ts';
import { ComposerModel } from '../../../desk/models/composer-model.ts';
import { type DeskStore, NO_DRAFT } from '../../../desk/models/desk-kept.ts';
import { openDeskStore } from '../../../desk/models/desk-store.ts';
import { createDrafts, type Drafts } from '../../../desk/models/drafts.ts';
import type { DeskTicket } from '../../../src/contract/desk/read-ticket.ts';
import { ok, refused, SILENCE } from '../../support/http-answers.ts';
import { aDeskTicket } from '../a-desk-ticket.ts';

const OK: DeskAnswer<null> = ok(null);
const NEWER: DeskAnswer<null> = refused('newer-message');
const SIGNED_OUT: DeskAnswer<null> = { outcome: 'signed-out' };

let store: DeskStore;
let drafts: Drafts;
/** what the service was sent, one after another */
let asked: { kind: string; key: string; request: unknown }[];
let sent: string[];
beforeEach(async () => {
  store = await openDeskStore();
  drafts = createDrafts('a1', store);
  asked = [];
  sent = [];
});

/** A composer whose service answers as told, one answer after another; the last one stays. */
function aComposer(answers: DeskAnswer<null>[] = [OK], look: () => DeskTicket = () => aDeskTicket(), signature = '') {
  const ticket = signal<DeskTicket | null>(aDeskTicket());
  const send: DeskClient['send'] = async ({ kind, key, body }) => {
    asked.push({ kind, key, request: JSON.parse(body) });
    return (answers.length > 1 ? answers.shift() : answers[0]) ?? OK;
  };
  const composer = new ComposerModel({
    number: '1000015',
    agent: 'a1',
    store,
    drafts,
    ticket,
    signature: signal(signature),
    client: { send, putPart: async () => ({ outcome: 'unanswered', retryAfter: 0 }) },
    refresh: async () => {
      ticket.value = look();
    },
    onSent: (kind) => sent.push(kind),
    sleep: async () => {},
  });
  return { composer, ticket };
}

/** What another page of this browser finds, once everything is on the disk. */
async function loadAgain(): Promise<void> {
  await store.change();
  store = await openDeskStore();
  drafts = createDrafts('a1', store);
}

/** Everything that is kept of what was written. */
const kept = () => [...store.all('drafts'), ...store.all('outbox')];

describe('a reply', () => {
  test('is sent with its status and how many messages it has seen, and leaves nothing behind', async () => {
    const { composer } = aComposer();
    composer.edit('  Proszę odświeżyć.  ');
    composer.leaveAs('solved');
    expect(await composer.send()).toBe(true);
    expect(asked[0]?.request).toEqual({ text: 'Proszę odświeżyć.', status: 'solved', seenMessages: 1 });
    expect([composer.text.value, sent, kept()]).toEqual(['', ['reply'], []]);
  });

  test('of spaces alone is not sent', async () => {
    const { composer } = aComposer();
    composer.edit('   ');
    expect(await composer.send()).toBe(false);
    expect(asked).toEqual([]);
  });

  test('that nobody ever answers waits with its text; unchanged it keeps its key, also after the page was loaded anew', async () => {
    const { composer } = aComposer([SILENCE]);
    composer.edit('Raz.');
    await composer.send();
    expect([composer.sending.value.state, composer.text.value]).toEqual(['waiting', 'Raz.']);
    await loadAgain();
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
    expect(asked[0]?.request).toMatchObject({ seenMessages: 1 });
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
    expect(asked.map(({ request }) => request)).toMatchObject([{ seenMessages: 1 }, { seenMessages: 2 }]);
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
    expect(asked.map(({ request }) => request)).toMatchObject([1, 2, 3].map((seenMessages) => ({ seenMessages })));
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
  await loadAgain();
  const { composer } = aComposer();
  expect([composer.sending.value.state, composer.status.value]).toEqual(['waiting', 'solved']);
  expect(await composer.send()).toBe(true);
  expect(new Set(asked.map(({ key }) => key)).size).toBe(1);
  expect(asked.map(({ request }) => request)).toMatchObject(asked.map(() => ({ status: 'solved' })));
});

test('who empties what waits has given it up', async () => {
  const { composer } = aComposer([SILENCE]);
  composer.edit('Jednak nie.');
  await composer.send();
  composer.edit('');
  expect([composer.sending.value.state, kept()]).toEqual(['draft', []]);
});

describe('a note', () => {
  test('left unfinished is what its writer comes back to', () => {
    drafts.keep('1000015', { ...NO_DRAFT, note: 'Dzwonił o' });
    expect(aComposer().composer.kind.value).toBe('note');
  });

  test('has its own draft, which is sent alone', async () => {
    const { composer } = aComposer();
    composer.edit('Odpowiedź');
    composer.choose('note');
    expect(composer.text.value).toBe('');
    composer.edit('Dzwonił.');
    await composer.send();
    expect(asked).toEqual([{ kind: 'note', key: expect.any(String), request: { text: 'Dzwonił.' } }]);
    expect([sent, composer.reply.value, composer.note.value]).toEqual([['note'], 'Odpowiedź', '']);
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
  expect(createDrafts('a2', store).get('1000015').reply).toBe('');
  expect(createDrafts('a1', store).get('1000015').reply).toBe('Oli');
});

test('a note can be written and sent while a reply waits', async () => {
  const { composer } = aComposer([SILENCE]);
  composer.edit('Odpowiedź');
  await composer.send();
  composer.choose('note');
  expect([composer.sending.value.state, composer.text.value]).toEqual(['draft', '']);
  composer.edit('Dzwonił.');
  composer.choose('reply');
  expect([composer.sending.value.state, composer.text.value, composer.note.value]).toEqual([
    'waiting',
    'Odpowiedź',
    'Dzwonił.',
  ]);
});

test('without a session nothing is sent again and again: it waits until somebody is signed in', async () => {
  const { composer } = aComposer([SIGNED_OUT, OK]);
  composer.edit('Raz.');
  await composer.send();
  expect([asked.length, composer.sending.value.state]).toEqual([1, 'waiting']);
  composer.resend();
  await expect.poll(() => composer.sending.value.state).toBe('draft');
  expect(asked[1]?.key).toBe(asked[0]?.key);
});

test('what another tab has sent, and this one never heard of, goes no second time and stands here no longer', async () => {
  vi.spyOn(BroadcastChannel.prototype, 'postMessage').mockImplementation(() => {});
  const first = aComposer([SILENCE, SILENCE, SILENCE, OK]).composer;
  first.edit('Raz.');
  await first.send();
  await loadAgain();
  const { composer } = aComposer();
  expect([composer.text.value, composer.sending.value.state]).toEqual(['Raz.', 'waiting']);
  await first.send();
  const tries = asked.length;
  await composer.send();
  expect([asked.length, composer.text.value, composer.sending.value.state, kept()]).toEqual([tries, '', 'draft', []]);
});

describe('a reply that was sent with a signature, and is not stored', () => {
  const signedOne = (answers: DeskAnswer<null>[]) => aComposer(answers, undefined, 'Pozdrawiam\nOla');

  test('is a text without it again when it is refused', async () => {
    const { composer } = signedOne([refused('invalid-request')]);
    composer.edit('Już.');
    expect(await composer.send()).toBe(false);
    expect(asked.map(({ request }) => request)).toMatchObject([{ text: 'Już.\n\nPozdrawiam\nOla' }]);
    expect(composer.text.value).toBe('Już.');
    await loadAgain();
    expect(signedOne([OK]).composer.text.value).toBe('Już.');
  });

  test('waits as it was frozen, also without the signature, when nobody answers', async () => {
    const { composer } = signedOne([SILENCE]);
    composer.edit('Już.');
    composer.sign(false);
    expect(await composer.send()).toBe(false);
    await loadAgain();
    const later = signedOne([OK]).composer;
    expect([later.text.value, later.isUnsigned.value]).toEqual(['Już.', true]);
  });
});
