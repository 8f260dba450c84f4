import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DeskAnswer } from '../../../desk/client/desk-http.ts';
import { ComposerModel } from '../../../desk/models/composer-model.ts';
import { type DeskStore, NO_DRAFT } from '../../../desk/models/desk-kept.ts';
import { openDeskStore } from '../../../desk/models/desk-store.ts';
import { createDrafts } from '../../../desk/models/drafts.ts';
import { createHold, HOLD_MS, type Hold } from '../../../desk/models/hold.ts';
import type { DeskTicket } from '../../../src/contract/desk/read-ticket.ts';
import { ok, refused, SILENCE } from '../../support/http-answers.ts';
import { aDeskTicket } from '../a-desk-ticket.ts';

const NUMBER = '1000015';

let store: DeskStore;
let hold: Hold;
/** what the service was sent, and whether the page was being left */
let asked: { key: string; isLeaving: boolean | undefined }[];
beforeEach(async () => {
  store = await openDeskStore();
  hold = createHold();
  asked = [];
});
afterEach(() => hold.endAll('undone'));

/** The time of what waits has come: stepping the clock would end the patience with the database, too. */
const isDue = () => hold.endAll('due');

function aComposer(answer: DeskAnswer<null> = ok(null), look = () => aDeskTicket()) {
  const ticket = signal<DeskTicket | null>(aDeskTicket());
  return new ComposerModel({
    number: NUMBER,
    agent: 'a1',
    store,
    drafts: createDrafts('a1', store),
    hold,
    ticket,
    client: {
      putPart: async () => ({ outcome: 'unanswered', retryAfter: 0 }),
      send: async ({ key }, isLeaving) => {
        asked.push({ key, isLeaving });
        return answer;
      },
    },
    refresh: async () => {
      ticket.value = look();
    },
    onSent: () => {},
    sleep: async () => {},
  });
}

/** Writes a reply and presses Send: it waits. */
async function aReply(composer: ComposerModel, text = 'Proszę odświeżyć.') {
  composer.edit(text);
  const sent = composer.send();
  return { sent, key: hold.waiting.peek()[0]?.key ?? '' };
}

const kept = () => [...store.all('drafts'), ...store.all('outbox')];

describe('a reply that was sent', () => {
  test('waits ten seconds in the store, with its time, and goes then, once', async () => {
    const composer = aComposer();
    const { sent, key } = await aReply(composer);
    expect(store.get('outbox', key)).toMatchObject({ kind: 'reply', number: NUMBER, notBefore: expect.any(Number) });
    expect([asked, composer.going.value?.draft.text]).toEqual([[], 'Proszę odświeżyć.']);
    isDue();
    expect(await sent).toBe(true);
    expect(asked).toEqual([{ key, isLeaving: false }]);
    expect([composer.text.value, composer.going.value, hold.waiting.value, kept()]).toEqual(['', null, [], []]);
  });

  test('is a draft again once it was undone, and is never sent', async () => {
    const composer = aComposer();
    composer.leaveAs('solved');
    const { sent, key } = await aReply(composer);
    hold.end(key, 'undone');
    expect(await sent).toBe(true);
    isDue();
    expect([composer.text.value, composer.status.value, composer.going.value]).toEqual([
      'Proszę odświeżyć.',
      'solved',
      null,
    ]);
    expect(kept()).toMatchObject([{ reply: 'Proszę odświeżyć.', status: 'solved' }]);
    expect(asked).toEqual([]);
  });

  test('undone in the moment of the press, before it is on the disk, is not sent either', async () => {
    const composer = aComposer();
    composer.edit('Za szybko.');
    const sent = composer.send();
    hold.end(hold.waiting.peek()[0]?.key ?? '', 'undone');
    await sent;
    expect([composer.text.value, composer.sending.value, asked]).toEqual(['Za szybko.', { state: 'draft' }, []]);
  });

  test('goes at once when the page is left, by a request that outlives it', async () => {
    const { sent, key } = await aReply(aComposer());
    dispatchEvent(new PageTransitionEvent('pagehide'));
    await sent;
    expect(asked).toEqual([{ key, isLeaving: true }]);
  });

  test('goes at once when its writer signs out, who is told whether it went', async () => {
    const { key } = await aReply(aComposer());
    expect(await hold.settle()).toBe(true);
    expect(asked).toEqual([{ key, isLeaving: false }]);
    await aReply(aComposer(SILENCE));
    expect(await hold.settle()).toBe(false);
    // Nothing waits any more: a second press signs out, and the reply goes when its writer is back.
    expect(await hold.settle()).toBe(true);
    expect(store.all('outbox')).toHaveLength(1);
    await store.change({ store: 'outbox', key: store.all('outbox')[0]?.key ?? '' });
  });

  test('of a page that died is sent by the next one under the same key, without waiting again', async () => {
    const { key } = await aReply(aComposer());
    await store.change();
    const stored = store.get('outbox', key);
    // Another page, which never saw this wait.
    hold = createHold();
    store = await openDeskStore();
    await store.change({ store: 'leases', key }, { store: 'outbox', key, value: stored });
    const later = aComposer();
    expect(later.sending.value.state).toBe('waiting');
    later.resend();
    await vi.waitUntil(() => later.sending.value.state === 'draft');
    expect(asked).toEqual([{ key, isLeaving: false }]);
  });

  test('that another tab took back meanwhile is not sent', async () => {
    const composer = aComposer();
    const { sent, key } = await aReply(composer);
    await store.change(
      { store: 'outbox', key },
      createDrafts('a1', store).row(NUMBER, { ...NO_DRAFT, reply: 'Inaczej.' }),
    );
    isDue();
    await sent;
    expect([asked, composer.text.value]).toEqual([[], 'Inaczej.']);
  });

  test.each([
    ['newer-message', 'newer'],
    ['thread-full', 'not-sent'],
  ] as const)('and is refused after the wait (%s) is a draft with its text', async (code, state) => {
    const composer = aComposer(refused(code), () => aDeskTicket(2));
    const { sent } = await aReply(composer);
    isDue();
    expect(await sent).toBe(false);
    expect([composer.sending.value.state, composer.text.value, composer.going.value]).toEqual([
      state,
      'Proszę odświeżyć.',
      null,
    ]);
    expect(kept()).toMatchObject([{ reply: 'Proszę odświeżyć.' }]);
  });

  test('and that nobody answers after the wait stays in the store, to be sent again', async () => {
    const composer = aComposer(SILENCE);
    const { sent, key } = await aReply(composer);
    isDue();
    await sent;
    expect([composer.sending.value.state, store.get('outbox', key)?.key]).toEqual(['waiting', key]);
  });
});

test('the wait ends by itself after ten seconds, and one that is over ends no other', async () => {
  vi.useFakeTimers();
  const alone = createHold();
  const reply = { kind: 'reply', number: NUMBER, agent: 'a1', body: '{}', createdAt: 0 } as const;
  const draft = { text: 'Tak.', status: 'solved', seen: 1 };
  for (const key of ['first', 'second']) {
    alone.begin({ ...reply, draft, key, notBefore: Date.now() + HOLD_MS }, Promise.resolve(true));
    vi.advanceTimersByTime(HOLD_MS / 2);
  }
  expect(alone.waiting.value.map(({ key }) => key)).toEqual(['second']);
  expect(await alone.ended('first')).toBe('due');
  alone.end('second', 'undone');
  vi.advanceTimersByTime(HOLD_MS);
  expect([await alone.ended('second'), alone.waiting.value]).toEqual(['undone', []]);
  vi.useRealTimers();
});

test('a note goes at once: nobody outside reads it', async () => {
  const composer = aComposer();
  composer.choose('note');
  composer.edit('Dzwonić po 10.');
  await composer.send();
  expect([asked.length, hold.waiting.value]).toEqual([1, []]);
});
