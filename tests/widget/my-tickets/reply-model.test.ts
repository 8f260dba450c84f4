import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Message } from '../../../src/contract/message.ts';
import { hasFlag } from '../../../widget/host-page/flags.ts';
import { ReplyModel } from '../../../widget/my-tickets/models/reply-model.ts';
import type { AskWithBearer } from '../../../widget/my-tickets/opener.ts';
import type { Pending } from '../../../widget/my-tickets/reply.ts';
import { openReplyKeeper, type ReplyKeeper } from '../../../widget/my-tickets/reply-keeper.ts';
import type { Answer, ThreadClient } from '../../../widget/my-tickets/thread-client.ts';
import { stopClock } from '../../support/widget-models.ts';
import { NOW } from '../../support/widget-nouns.ts';
import { aDirectory } from '../../support/widget-storage.ts';

const MESSAGE: Message = {
  id: '1-2',
  from: 'customer',
  author: null,
  text: 'x',
  at: '2026-11-22T09:00:00Z',
  attachments: [],
};
const taken: Answer<Message> = { outcome: 'ok', value: MESSAGE, etag: '' };
const silence: Answer<Message>[] = Array.from({ length: 6 }, () => ({ outcome: 'unanswered', retryAfter: 0 }));
const refused: Answer<Message> = { outcome: 'refused', code: 'not-found' };

let numbers = 1_000_000;

function aNumber(): string {
  numbers += 1;
  return `${numbers}`;
}

/** One page with a thread open in it, whose service answers so, one after another. */
function aPage(answers: Answer<Message>[], number = aNumber(), directory = aDirectory(), replies = openReplyKeeper()) {
  const sent: Pending[] = [];
  const askWithBearer: AskWithBearer = (_number, ask) => ask('t'.repeat(43));
  const send = vi.fn<ThreadClient['send']>(async (_number, _bearer, pending) => {
    sent.push(pending);
    const answer = answers.shift();
    if (!answer) throw new Error('sent more often than the test expects');
    return answer;
  });
  const model = new ReplyModel({
    number,
    directory,
    askWithBearer,
    replies,
    client: { send },
    onSent: () => {},
    sleep: async () => {},
  });
  const next = (more: Answer<Message>[]) => aPage(more, number, directory);
  return { model, send, sent, directory, number, next };
}

beforeEach(() => stopClock());

describe('a reply', () => {
  test('takes up what is added to it, after what is typed, here or on an earlier page, and has kept it then', async () => {
    const page = aPage([]);
    page.model.edit('Pisane tu');
    await page.model.append('Z formularza');
    expect((await openReplyKeeper().get(page.number))?.draft).toBe('Pisane tu\n\nZ formularza');
    const { model } = page.next([]);
    await model.append('I jeszcze');
    expect(model.text.value).toBe('Pisane tu\n\nZ formularza\n\nI jeszcze');
  });

  test('is kept as it is typed, and there again on the next page', async () => {
    const page = aPage([]);
    page.model.edit('Niedokoń');
    page.model.edit('Niedokończone');
    await expect.poll(async () => (await openReplyKeeper().get(page.number))?.draft).toBe('Niedokończone');
    const { model } = page.next([]);
    await model.resume();
    expect(model.text.value).toBe('Niedokończone');
  });

  test('is kept to the last letter though the page goes away while an earlier one is being written', async () => {
    const keep = vi.fn<ReplyKeeper['keep']>(() => new Promise(() => {}));
    const { model } = aPage([], aNumber(), aDirectory(), { ...openReplyKeeper(), keep });
    model.edit('Niedoko');
    await expect.poll(() => keep.mock.calls.length).toBe(1);
    model.edit('Niedokończone');
    dispatchEvent(new Event('pagehide'));
    expect(keep.mock.calls.map(([{ draft }]) => draft)).toEqual(['Niedoko', 'Niedokończone']);
  });

  test('that is taken leaves nothing behind', async () => {
    const { model, sent, number } = aPage([taken]);
    model.edit('Dziękuję');
    expect(await model.submit()).toBe(true);
    expect(sent.map(({ body }) => JSON.parse(body))).toEqual([{ text: 'Dziękuję' }]);
    expect([model.text.value, model.sending.value]).toEqual(['', { state: 'none' }]);
    expect(await openReplyKeeper().get(number)).toBeUndefined();
  });

  test('is on the disk, with its key, before it is sent', async () => {
    const page = aPage([]);
    let kept: unknown;
    page.send.mockImplementation(async () => {
      kept = await openReplyKeeper().get(page.number);
      return taken;
    });
    page.model.edit('Naj');
    page.model.edit('Najpierw na dysk');
    await page.model.submit();
    expect(kept).toMatchObject({ draft: '', pending: { text: 'Najpierw na dysk', key: expect.any(String) } });
  });

  test('with nothing in it is not sent', async () => {
    const { model, sent } = aPage([]);
    model.edit(' \n ');
    expect([await model.submit(), sent]).toEqual([false, []]);
  });

  test('without the characters that no service takes', async () => {
    const { model, sent } = aPage([taken]);
    model.edit('a\u0000b\ud83d');
    await model.submit();
    expect(JSON.parse(sent[0]?.body ?? '')).toEqual({ text: 'ab\ufffd' });
  });

  test('goes again and again as the same bytes with the same key, on the next page too', async () => {
    const page = aPage([...silence]);
    page.model.edit('Tylko raz');
    await page.model.submit();
    expect(page.model.sending.value.state).toBe('waiting');
    expect(hasFlag('replies', page.directory)).toBe(true);
    const later = page.next([taken]);
    await later.model.resume();
    const all = [...page.sent, ...later.sent];
    expect(all).toHaveLength(7);
    expect(new Set(all.map(({ key, body }) => `${key} ${body}`)).size).toBe(1);
    expect(later.model.sending.value).toEqual({ state: 'none' });
  });

  test('that waited for a day asks before it goes', async () => {
    const page = aPage([...silence]);
    page.model.edit('Wczoraj');
    await page.model.submit();
    stopClock(NOW + 25 * 3_600_000);
    const later = page.next([taken]);
    await later.model.resume();
    expect([later.model.sending.value.state, later.sent]).toEqual(['asking', []]);
    await later.model.retry();
    expect(later.sent).toEqual([page.sent[0]]);
  });

  test('that is taken back is text again, and is not sent', async () => {
    const page = aPage([...silence]);
    page.model.edit('Wczoraj');
    await page.model.submit();
    stopClock(NOW + 25 * 3_600_000);
    const later = page.next([]);
    await later.model.resume();
    await later.model.withdraw();
    expect([later.model.text.value, later.model.sending.value.state]).toEqual(['Wczoraj', 'none']);
  });

  test('that is refused is in the box again, before what was typed since; the next has a new key', async () => {
    const { model, sent } = aPage([refused, taken]);
    model.edit('Pierwsza');
    const sending = model.submit();
    model.edit('Druga');
    await sending;
    expect(model.sending.value).toEqual({ state: 'refused', code: 'not-found' });
    expect(model.text.value).toBe('Pierwsza\n\nDruga');
    await model.submit();
    expect(new Set(sent.map(({ key }) => key)).size).toBe(2);
  });

  test('is not sent twice by a second press', async () => {
    const { model, sent } = aPage([taken]);
    model.edit('Raz');
    await Promise.all([model.submit(), model.submit(), model.move('solved')]);
    expect(sent).toHaveLength(1);
  });
});

test('calling a ticket solved goes the same way, and leaves what is being typed', async () => {
  const { model, sent } = aPage([taken]);
  model.edit('Jeszcze piszę');
  await model.move('solved');
  expect(sent).toMatchObject([{ kind: 'status', body: '{"status":"solved"}' }]);
  expect(model.text.value).toBe('Jeszcze piszę');
});
