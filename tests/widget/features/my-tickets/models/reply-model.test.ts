import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { PartOutcome, UploadBatch } from '../../../../../browser/files/upload-batch.ts';
import type { Answer } from '../../../../../browser/http.ts';
import type { Message } from '../../../../../src/contract/tickets/message.ts';
import attachments from '../../../../../widget/features/attachments/attachments.tsx';
import { ReplyModel } from '../../../../../widget/features/my-tickets/models/reply-model.ts';
import type { ReplyEntry } from '../../../../../widget/features/my-tickets/reply-entry.ts';
import type { ThreadClient } from '../../../../../widget/features/my-tickets/thread-client.ts';
import type { WithCredentials } from '../../../../../widget/features/my-tickets/with-credentials.ts';
import { hasFlag } from '../../../../../widget/host-page/flags.ts';
import { openWidgetStore, type WidgetStore } from '../../../../../widget/outbox/widget-store.ts';
import { tooLongInWords } from '../../../../../widget/words/pl/sending.ts';
import { stopClock } from '../../../../support/widget-models.ts';
import { NOW } from '../../../../support/widget-nouns.ts';
import { aPanelPath } from '../../../../support/widget-storage.ts';
import { NOT_FOUND, ok } from '../../../../support/widget-threads.ts';

const MESSAGE: Message = {
  id: '1-2',
  from: 'customer',
  author: null,
  text: 'x',
  at: '2026-11-22T09:00:00Z',
  attachments: [],
};
const taken: Answer<Message> = ok(MESSAGE);
const silence: Answer<Message>[] = Array.from({ length: 6 }, () => ({ outcome: 'unanswered', retryAfter: 0 }));
const refused: Answer<Message> = NOT_FOUND;

const PART = 256 * 1024;

let numbers = 1_000_000;

function aNumber(): string {
  numbers += 1;
  return `${numbers}`;
}

/** One page with a thread open in it, whose service answers so, one after another. */
function aPage(answers: Answer<Message>[], number = aNumber(), panelPath = aPanelPath(), store = openWidgetStore()) {
  const sent: ReplyEntry[] = [];
  const withCredentials: WithCredentials = (_number, ask) => ask('t'.repeat(43));
  const send = vi.fn<ThreadClient['send']>(async (_number, _bearer, pending) => {
    sent.push(pending);
    const answer = answers.shift();
    if (!answer) throw new Error('sent more often than the test expects');
    return answer;
  });
  const parts: [name: string, start: number][] = [];
  const putPart = vi.fn(async ({ name, start, blob }: Parameters<UploadBatch['put']>[0]): Promise<PartOutcome> => {
    parts.push([name, start]);
    return { outcome: 'received', received: Math.min(start + PART, blob.size) };
  });
  const model = new ReplyModel({
    number,
    panelPath,
    withCredentials,
    store,
    client: { send },
    openFiles: attachments.openFiles,
    putPart,
    onSent: () => {},
    sleep: async () => {},
  });
  const next = (more: Answer<Message>[]) => aPage(more, number, panelPath, openWidgetStore());
  return { model, send, sent, panelPath, number, next, parts, putPart };
}

/** A page whose thread has been opened: what earlier pages left is here. */
async function anOpenPage(...from: Parameters<typeof aPage>) {
  const page = aPage(...from);
  await page.model.resume();
  return page;
}

const draftOf = (number: string) => openWidgetStore().get('drafts', number);
const outbox = () => openWidgetStore().all('outbox');

beforeEach(() => stopClock());

describe('a reply', () => {
  test('takes up what is added to it, after what is typed, here or on an earlier page, and has kept it then', async () => {
    const page = await anOpenPage([]);
    page.model.edit('Pisane tu');
    await page.model.append('Z formularza');
    expect((await draftOf(page.number))?.description).toBe('Pisane tu\n\nZ formularza');
    const { model } = page.next([]);
    await model.append('I jeszcze');
    expect(model.text.value).toBe('Pisane tu\n\nZ formularza\n\nI jeszcze');
  });

  test('longer than the service takes stays whole, says so, and is not sent', async () => {
    const { model, sent } = await anOpenPage([]);
    model.edit('x'.repeat(20_001));
    expect(await model.submit()).toBe(false);
    expect([sent, model.text.value.length, model.lengthError.value]).toEqual([[], 20_001, tooLongInWords(20_000, 1)]);
  });

  test('that the service asks to wait for says until when, and goes by a press or is text again', async () => {
    const busy = { outcome: 'unanswered', retryAfter: 3600 } as const;
    const page = await anOpenPage([busy, busy]);
    page.model.edit('Zaraz');
    await page.model.submit();
    const waiting = { state: 'waiting', until: NOW + 3_600_000 };
    expect(page.model.sending.value).toMatchObject(waiting);
    const { model } = page.next([taken]);
    await model.resume();
    expect(model.sending.value).toMatchObject(waiting);
    await model.retry();
    expect(model.sending.value).toEqual({ state: 'draft' });
    page.model.edit('Drugie');
    await page.model.retry();
    await page.model.submit();
    await page.model.withdraw();
    expect(page.model.text.value).toBe('Drugie');
  });

  test('is kept as it is typed, and there again on the next page', async () => {
    const page = await anOpenPage([]);
    page.model.edit('Niedokoń');
    page.model.edit('Niedokończone');
    await expect.poll(async () => (await draftOf(page.number))?.description).toBe('Niedokończone');
    const { model } = page.next([]);
    await model.resume();
    expect(model.text.value).toBe('Niedokończone');
  });

  test('is kept to the last letter though the page goes away while an earlier one is being written', async () => {
    const change = vi.fn<WidgetStore['change']>(() => new Promise(() => {}));
    const { model } = await anOpenPage([], aNumber(), aPanelPath(), { ...openWidgetStore(), change });
    model.edit('Niedoko');
    await expect.poll(() => change.mock.calls.length).toBe(1);
    model.edit('Niedokończone');
    dispatchEvent(new Event('pagehide'));
    const kept = change.mock.calls.map(([edit]) => edit?.value);
    expect(kept).toMatchObject([{ description: 'Niedoko' }, { description: 'Niedokończone' }]);
  });

  test('that is taken leaves nothing behind', async () => {
    const { model, sent, number } = await anOpenPage([taken]);
    model.edit('Dziękuję');
    expect(await model.submit()).toBe(true);
    expect(sent.map(({ body }) => JSON.parse(body))).toEqual([{ text: 'Dziękuję' }]);
    expect([model.text.value, model.sending.value]).toEqual(['', { state: 'draft' }]);
    expect([await draftOf(number), await outbox()]).toEqual([undefined, []]);
  });

  test('is on the disk, with its key, before it is sent', async () => {
    const page = await anOpenPage([]);
    let kept: unknown;
    page.send.mockImplementation(async () => {
      kept = [await draftOf(page.number), ...(await outbox())];
      return taken;
    });
    page.model.edit('Naj');
    page.model.edit('Najpierw na dysk');
    await page.model.submit();
    expect(kept).toMatchObject([{ description: '' }, { thread: page.number, key: expect.any(String) }]);
  });

  test('with nothing in it is not sent', async () => {
    const { model, sent } = await anOpenPage([]);
    model.edit(' \n ');
    expect([await model.submit(), sent]).toEqual([false, []]);
  });

  test('goes again and again as the same bytes with the same key, on the next page too', async () => {
    const page = await anOpenPage([...silence]);
    page.model.edit('Tylko raz');
    await page.model.submit();
    expect(page.model.sending.value.state).toBe('waiting');
    expect(Boolean(hasFlag('replies', page.panelPath))).toBe(true);
    const later = page.next([taken]);
    await later.model.resume();
    const all = [...page.sent, ...later.sent];
    expect(all).toHaveLength(7);
    expect(new Set(all.map(({ key, body }) => `${key} ${body}`)).size).toBe(1);
    expect(later.model.sending.value).toEqual({ state: 'draft' });
  });

  test('that is taken back is text again, and is not sent', async () => {
    const page = await anOpenPage([...silence]);
    page.model.edit('Wczoraj');
    await page.model.submit();
    stopClock(NOW + 25 * 3_600_000);
    const later = page.next([]);
    await later.model.resume();
    await later.model.withdraw();
    expect([later.model.text.value, later.model.sending.value.state]).toEqual(['Wczoraj', 'draft']);
  });

  test('that is refused is in the box again, before what was typed since; the next has a new key', async () => {
    const { model, sent } = await anOpenPage([refused, taken]);
    model.edit('Pierwsza');
    const sending = model.submit();
    model.edit('Druga');
    await sending;
    expect(model.sending.value).toEqual({ state: 'not-sent', code: 'not-found' });
    expect(model.text.value).toBe('Pierwsza\n\nDruga');
    await model.submit();
    expect(new Set(sent.map(({ key }) => key)).size).toBe(2);
  });

  test('is not sent twice by a second press', async () => {
    const { model, sent } = await anOpenPage([taken]);
    model.edit('Raz');
    await Promise.all([model.submit(), model.submit(), model.move('solved')]);
    expect(sent).toHaveLength(1);
  });
});

test('calling a ticket solved goes the same way, and leaves what is being typed', async () => {
  const { model, sent } = await anOpenPage([taken]);
  model.edit('Jeszcze piszę');
  await model.move('solved');
  expect(sent).toMatchObject([{ kind: 'status', body: '{"status":"solved"}' }]);
  expect(model.text.value).toBe('Jeszcze piszę');
});

describe('a reply with files', () => {
  const aFile = (name = 'a.txt', parts = 1) => new File([new Uint8Array(parts * PART - 5).fill(65)], name);
  const kept = () => openWidgetStore().all('files');

  /** A reply with one file that was written here. */
  async function written(answers: Answer<Message>[], ...files: File[]) {
    const page = await anOpenPage(answers);
    page.model.edit('W załączniku');
    await page.model.open(files.length > 0 ? files : [aFile()]);
    return page;
  }

  test('sends the files first, then itself with their names, and leaves nothing behind', async () => {
    const { model, parts, putPart, sent, number } = await written([taken], aFile('a.log', 2), aFile('b.txt'));
    await model.submit();
    expect(parts).toEqual([
      ['a.log', 0],
      ['a.log', PART],
      ['b.txt', 0],
    ]);
    const { attachments } = JSON.parse(sent[0]?.body ?? '');
    expect([...new Set(putPart.mock.calls.map(([{ id }]) => id))]).toEqual(attachments);
    expect(attachments).toHaveLength(2);
    expect([await draftOf(number), await outbox(), await kept()]).toEqual([undefined, [], []]);
  });

  test('is there again on the next page, with their bytes', async () => {
    const page = await written([]);
    await expect.poll(async () => (await draftOf(page.number))?.files).toHaveLength(1);
    const later = page.next([taken]);
    await later.model.resume();
    await expect.poll(() => later.model.files.value).not.toBeNull();
    await later.model.submit();
    expect(later.parts).toEqual([['a.txt', 0]]);
    expect(JSON.parse(later.sent[0]?.body ?? '').attachments).toHaveLength(1);
  });

  test('that nobody answered goes on the next page as the same bytes, its files before it', async () => {
    const page = await written([...silence]);
    await page.model.submit();
    expect(page.model.sending.value.state).toBe('waiting');
    const later = page.next([taken]);
    await later.model.resume();
    expect(later.parts).toEqual([['a.txt', 0]]);
    expect(new Set([...page.sent, ...later.sent].map(({ key, body }) => `${key} ${body}`)).size).toBe(1);
    await expect.poll(kept).toEqual([]);
  });

  test('is not sent when a file is refused: text and file are in the box again', async () => {
    const { model, putPart, sent } = await written([]);
    putPart.mockResolvedValueOnce({ outcome: 'refused', code: 'quota-exceeded' });
    await model.submit();
    expect(sent).toEqual([]);
    expect(model.sending.value).toEqual({ state: 'not-sent', code: 'file-refused' });
    expect([model.text.value, await kept()]).toEqual(['W załączniku', [expect.anything()]]);
  });

  test('takes no more files than may come back to it', async () => {
    const page = await written([], ...['1', '2', '3', '4', '5'].map((name) => aFile(`${name}.txt`)));
    const answered = Promise.withResolvers<PartOutcome>();
    page.putPart.mockReturnValueOnce(answered.promise);
    const sending = page.model.submit();
    await expect.poll(() => page.putPart.mock.calls.length).toBe(1);
    await page.model.open([aFile('6.txt')]);
    await page.model.files.value?.settled();
    answered.resolve({ outcome: 'refused', code: 'quota-exceeded' });
    await sending;
    const names = (await draftOf(page.number))?.files.map(({ name }) => name);
    expect(names).toEqual(['1.txt', '2.txt', '3.txt', '4.txt', '5.txt']);
  });
});
