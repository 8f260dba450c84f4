import { signal } from '@preact/signals';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { OutboxEntry } from '../../browser/outbox-entry.ts';
import { ComposerModel } from '../../desk/models/composer-model.ts';
import { openDeskStore } from '../../desk/models/desk-store.ts';
import { createDrafts } from '../../desk/models/drafts.ts';
import { PhoneModel } from '../../desk/pages/phone/phone-model.ts';
import type { DeskTicket } from '../../src/contract/desk/read-ticket.ts';
import attachments from '../../widget/features/attachments/attachments.tsx';
import { ReplyModel } from '../../widget/features/my-tickets/models/reply-model.ts';
import { DraftModel } from '../../widget/features/ticket-form/models/draft-model.ts';
import { type Submission, SubmissionModel } from '../../widget/features/ticket-form/models/submission-model.ts';
import { openWidgetStore } from '../../widget/outbox/widget-store.ts';
import { aDeskTicket } from '../desk/a-desk-ticket.ts';
import { aShop } from '../desk/pages/a-shop.ts';
import { ok, refused, SILENCE } from '../support/http-answers.ts';
import { stopClock } from '../support/widget-models.ts';
import { aDraft, aReceipt, NOW, ZURAW } from '../support/widget-nouns.ts';
import { aPanelPath } from '../support/widget-storage.ts';

/** How the service answers one try. */
type Answer = 'taken' | 'refused' | 'nothing';

/** A request as the service gets it. */
type Sent = Pick<OutboxEntry, 'key' | 'body'>;

/** One page in which something is written, whatever it is. */
interface Writer {
  /** brings back what earlier pages left, and sends what may go without asking, or by a press where the desk wants one */
  resume: () => Promise<unknown>;
  write: (text: string) => void;
  /** sends what is written, or again what waits */
  send: () => Promise<unknown>;
  /** the text as its writer sees it */
  text: () => string;
  state: () => string;
  /** what lies in the outbox */
  outbox: () => Promise<OutboxEntry[]>;
}

/** Opens such a page. Pages of one `where` are pages of one panel, thread or agent, one after another or side by side. */
type Open = (send: (sent: Sent) => Promise<Answer>, where: string) => Promise<Writer>;

/** What a thread answers to a reply, as far as it is looked at. */
const STATUS = { number: '1000015', status: 'solved', answerBy: null } as const;

function answerOf<T>(answer: Answer, value: T) {
  if (answer === 'taken') return ok(value);
  return answer === 'refused' ? refused('thread-full') : SILENCE;
}
const sleep = async () => {};

const aTicket: Open = async (send, panelPath) => {
  const store = openWidgetStore();
  const submission = signal<Submission>({ state: 'draft' });
  const form = new DraftModel(store, panelPath);
  await form.restore();
  const model = new SubmissionModel({
    submission,
    store,
    panelPath,
    form,
    client: {
      readShopStatus: async () => null,
      addMessage: async () => ok(null),
      openTicket: async (entry) => answerOf(await send(entry), aReceipt()),
    },
    onNotKept: () => {},
    announce: () => {},
  });
  return {
    resume: () => model.resume(true),
    write: (description) => form.edit({ description }),
    send: () => {
      const draft = aDraft({ ...form.draft.peek(), subject: 'Temat', topic: 'configuration', email: 'a@b.pl' });
      return 'entry' in submission.peek() ? model.retry() : model.submit(draft, ZURAW);
    },
    text: () => form.draft.peek().description,
    state: () => (submission.peek().state === 'sent' ? 'draft' : submission.peek().state),
    outbox: () => store.all('outbox'),
  };
};

const aReply: Open = async (send, number) => {
  const store = openWidgetStore();
  const model = new ReplyModel({
    number,
    panelPath: '/zarzadzanie/',
    store,
    withCredentials: (_number, ask) => ask('t'.repeat(43)),
    client: { send: async (_number, _bearer, entry) => answerOf(await send(entry), STATUS) },
    openFiles: attachments.openFiles,
    putPart: async () => SILENCE,
    onSent: () => {},
    sleep,
  });
  return {
    resume: model.resume,
    write: model.edit,
    send: () => ('entry' in model.sending.peek() ? model.retry() : model.submit()),
    text: () => model.text.peek(),
    state: () => model.sending.peek().state,
    outbox: () => store.all('outbox'),
  };
};

const composer =
  (kind: 'reply' | 'note'): Open =>
  async (send, number) => {
    const store = await openDeskStore();
    const model = new ComposerModel({
      number,
      agent: 'a1',
      store,
      drafts: createDrafts('a1', store),
      ticket: signal<DeskTicket | null>(aDeskTicket()),
      client: {
        send: async (entry) => answerOf(await send(entry), {}),
        putPart: async () => ({ outcome: 'unanswered', retryAfter: 0 }),
      },
      refresh: async () => {},
      onSent: () => {},
      sleep,
    });
    model.choose(kind);
    return {
      resume: async () => model.resend(),
      write: model.edit,
      send: model.send,
      text: () => model.text.peek(),
      state: () => model.sending.peek().state,
      outbox: async () => [...(await openDeskStore()).all('outbox')],
    };
  };

const aCall: Open = async (send, agent) => {
  const store = await openDeskStore();
  const model = new PhoneModel({
    agent,
    store,
    client: {
      findShops: async () => ok([]),
      open: async (key, body) => answerOf(await send({ key, body }), { number: '1000015' }),
    },
    isShown: () => true,
    onOpened: () => {},
    sleep,
  });
  return {
    resume: async () => {
      if (model.sending.peek().state === 'waiting') await model.send();
    },
    write: (description) => model.edit({ shop: aShop(), subject: 'Temat', email: 'a@b.pl', description }),
    send: model.send,
    text: () => model.draft.peek().description,
    state: () => model.sending.peek().state,
    outbox: async () => [...(await openDeskStore()).all('outbox')],
  };
};

let count = 0;
const aNumber = () => `${1_000_000 + ++count}`;

beforeEach(() => {
  stopClock();
  vi.spyOn(Math, 'random').mockReturnValue(0);
  sessionStorage.clear();
});

describe.each<[string, Open, () => string]>([
  ["a buyer's ticket", aTicket, aPanelPath],
  ["an owner's reply", aReply, aNumber],
  ["an agent's reply", composer('reply'), aNumber],
  ["an agent's note", composer('note'), aNumber],
  ['a call', aCall, aNumber],
])('%s', (_what, open, aPlace) => {
  /** Opens pages one after another; the service answers so, and then nothing. */
  function aService(answers: Answer[] = []) {
    const sent: Sent[] = [];
    const where = aPlace();
    const send = async ({ key, body }: Sent): Promise<Answer> => {
      sent.push({ key, body });
      return answers.shift() ?? 'nothing';
    };
    const page = async () => {
      const writer = await open(send, where);
      await writer.resume();
      return writer;
    };
    return { sent, page, answers, where };
  }

  test('lies in the outbox with its key before it is sent, and nowhere once it is taken', async () => {
    let kept: OutboxEntry[] = [];
    const page = await open(async () => {
      kept = await page.outbox();
      return 'taken';
    }, aPlace());
    await page.resume();
    page.write('Najpierw na dysk');
    await page.send();
    expect(kept).toMatchObject([{ key: expect.stringMatching(/^[\w-]{22}$/), createdAt: NOW }]);
    expect([await page.outbox(), page.text(), page.state()]).toEqual([[], '', 'draft']);
  });

  test('goes again and again under one key as the same bytes, on the next page too', async () => {
    const { sent, page, answers } = aService();
    const first = await page();
    first.write('Tylko raz');
    await first.send();
    expect(first.state()).toBe('waiting');
    answers.push('taken');
    const tries = sent.length;
    const next = await page();
    if (next.state() === 'waiting') await next.send();
    await expect.poll(next.state).toBe('draft');
    expect([sent.length, tries > 1]).toEqual([tries + 1, true]);
    expect(new Set(sent.map(({ key, body }) => `${key} ${body}`)).size).toBe(1);
    expect(await next.outbox()).toEqual([]);
  });

  test('goes once, however often it is pressed', async () => {
    const { sent, page } = aService(['taken', 'taken', 'taken']);
    const writer = await page();
    writer.write('Raz');
    await Promise.all([writer.send(), writer.send(), writer.send()]);
    expect(sent).toHaveLength(1);
  });

  test('that is refused is text again, and goes under another key the next time', async () => {
    const { sent, page } = aService(['refused', 'taken']);
    const writer = await page();
    writer.write('Pierwsza');
    await writer.send();
    expect([writer.state(), writer.text(), await writer.outbox()]).toEqual(['not-sent', 'Pierwsza', []]);
    await writer.send();
    expect(new Set(sent.map(({ key }) => key)).size).toBe(2);
    expect(writer.state()).toBe('draft');
  });

  test('that is refused is there again on the next page', async () => {
    const { page } = aService(['refused']);
    const writer = await page();
    writer.write('Jutro poprawię');
    await writer.send();
    await expect.poll(async () => (await page()).text()).toBe('Jutro poprawię');
  });

  test('that waited for a day asks before it goes', async () => {
    const { sent, page, answers } = aService();
    const first = await page();
    first.write('Wczoraj');
    await first.send();
    const tries = sent.length;
    stopClock(NOW + 25 * 3_600_000);
    answers.push('taken');
    const later = await page();
    expect([later.state(), sent.length]).toEqual(['asking', tries]);
    await later.send();
    expect(sent.at(-1)).toEqual(sent[0]);
  });

  test('goes without the characters that no service takes', async () => {
    const { sent, page } = aService(['taken']);
    const writer = await page();
    writer.write('a\u0000b\u001b\ud83dc');
    await writer.send();
    expect(Object.values(JSON.parse(sent[0]?.body ?? ''))).toContain('ab\ufffdc');
  });

  test('in two tabs goes from one at a time, and is not sent by the other once it was taken', async () => {
    const { sent, page, answers, where } = aService();
    const one = await page();
    one.write('W dwóch kartach');
    await one.send();
    // A tab of the same panel that has read it before it is taken in the first one.
    const other = await open(async ({ key, body }) => {
      sent.push({ key, body });
      return 'nothing';
    }, where);
    await other.resume();
    answers.push('taken');
    await one.send();
    await expect.poll(one.state).toBe('draft');
    const tries = sent.length;
    await other.send();
    await expect.poll(other.state).toBe('draft');
    expect([sent.length, new Set(sent.map(({ key }) => key)).size]).toEqual([tries, 1]);
    await expect.poll(other.text).toBe('');
  });
});
