import { signal } from '@preact/signals';
import { describe, expect, test, vi } from 'vitest';
import type { Result } from '../../../../../browser/deliver.ts';
import type { PartOutcome } from '../../../../../browser/files/upload-batch.ts';
import type { TicketReceipt } from '../../../../../src/contract/tickets/open-ticket.ts';
import { FilesModel } from '../../../../../widget/features/attachments/files/files-model.ts';
import type { SentPart as Part } from '../../../../../widget/features/attachments/files/put-part.ts';
import { batchOfTicket } from '../../../../../widget/features/attachments/files/upload-batch.ts';
import type { Draft } from '../../../../../widget/outbox/draft.ts';
import { type TicketEntry, toTicketEntry } from '../../../../../widget/outbox/ticket-entry.ts';
import { openWidgetStore, type WidgetStore } from '../../../../../widget/outbox/widget-store.ts';
import { fullDisk } from '../../../../support/widget-models.ts';
import { aDraft, anEntry, NOW, ZURAW } from '../../../../support/widget-nouns.ts';
import { accepted } from '../../../../support/widget-submission.ts';

const PART = 256 * 1024;
const bigFile = (parts = 3) => new File([new Uint8Array(parts * PART - 5).fill(65)], 'duzy.log');
const textFile = (name = 'a.txt') => new File(['treść'], name);

/** A page whose service takes every part, unless the test wants otherwise. */
function aPage(
  answer?: (part: Part) => PartOutcome | undefined,
  store: WidgetStore = openWidgetStore(),
  typed = aDraft(),
) {
  const draft = signal<Draft>(typed);
  const parts: [name: string, start: number][] = [];
  const putPart = vi.fn(async (part: Part): Promise<PartOutcome> => {
    parts.push([part.name, part.start]);
    return answer?.(part) ?? { outcome: 'received', received: Math.min(part.start + PART, part.blob.size) };
  });
  const edit = (change: Pick<Draft, 'files'>) => {
    draft.value = { ...draft.peek(), ...change };
  };
  const model = new FilesModel({ draft, edit, store });
  const openTicket = vi.fn(async (): Promise<Result<TicketReceipt>> => accepted);
  const frozen = () => toTicketEntry(draft.peek(), ZURAW, '/panel/', NOW);
  const deliver = (entry: TicketEntry, isFromThisPage = true) =>
    model.deliver(batchOfTicket(entry, putPart), openTicket, isFromThisPage);
  return {
    model,
    draft,
    store,
    parts,
    putPart,
    openTicket,
    frozen,
    deliver,
    names: () => draft.peek().files.map(({ name }) => name),
  };
}

describe('files of a draft', () => {
  test('are kept in this browser, and their names in the draft', async () => {
    const page = aPage();
    await page.model.add([textFile('a.txt'), textFile('b.txt')]);
    expect(page.names()).toEqual(['a.txt', 'b.txt']);
    const next = aPage(undefined, page.store, page.draft.peek());
    const [first] = page.draft.peek().files;
    if (!first) throw new Error('no file');
    expect(await (await next.model.blobOf(first))?.text()).toBe('treść');
  });

  test('beyond the fifth are named with the reason', async () => {
    const { model, names } = aPage();
    await model.add(['1', '2', '3', '4', '5', '6', '7'].map((name) => textFile(`${name}.txt`)));
    expect(names()).toHaveLength(5);
    expect(model.notTaken.value).toEqual([
      { name: '6.txt', problem: 'too-many' },
      { name: '7.txt', problem: 'too-many' },
    ]);
  });

  test('that are removed are gone from this browser too', async () => {
    const { model, draft, store } = aPage();
    await model.add([textFile()]);
    const [file] = draft.peek().files;
    if (file) await model.remove(file);
    expect([draft.peek().files, await store.all('files')]).toEqual([[], []]);
  });

  test('that are edited leave nothing of what they were', async () => {
    const { model, draft, store } = aPage();
    await model.add([textFile()]);
    const [file] = draft.peek().files;
    if (file) await model.replace(file, new Blob(['zasłonięte']));
    const kept = await store.all('files');
    expect(await Promise.all(kept.map(({ blob }) => blob.text()))).toEqual(['zasłonięte']);
    expect(draft.peek().files.map(({ id }) => id)).toEqual(kept.map(({ id }) => id));
  });

  test('change places', async () => {
    const { model, draft, names } = aPage();
    await model.add(['a.txt', 'b.txt', 'c.txt'].map(textFile));
    const [first, , third] = draft.peek().files;
    if (third) model.raise(third);
    if (first) model.raise(first);
    expect(names()).toEqual(['a.txt', 'c.txt', 'b.txt']);
  });

  test('that nothing names any more are swept, those of drafts, tickets and other tabs are not', async () => {
    const { model, store, draft } = aPage();
    await model.add([textFile()]);
    const old = { blob: new Blob(['x']), keptAt: Date.now() - 2 * 3_600_000 };
    const fileOf = (id: string) => ({ id, name: 'a.txt', type: '', bytes: 1 });
    await store.change(
      { store: 'files', key: 'forgotten', value: { ...old, id: 'forgotten' } },
      { store: 'files', key: 'of-a-draft', value: { ...old, id: 'of-a-draft' } },
      { store: 'files', key: 'on-its-way', value: { ...old, id: 'on-its-way' } },
      { store: 'files', key: 'of-this-minute', value: { ...old, id: 'of-this-minute', keptAt: Date.now() } },
      { store: 'drafts', key: '/inny/', value: aDraft({ files: [fileOf('of-a-draft')] }) },
      { store: 'outbox', key: 'k', value: anEntry({ draft: aDraft({ files: [fileOf('on-its-way')] }) }) },
    );
    const ahead = { ...old, id: 'of-a-wrong-clock', keptAt: Date.now() + 365 * 24 * 3_600_000 };
    await store.change({ store: 'files', key: ahead.id, value: ahead });
    await model.sweep();
    const redated = (await store.get('files', ahead.id))?.keptAt;
    expect(redated).toBeLessThanOrEqual(Date.now());
    await store.change({ store: 'files', key: ahead.id, value: { ...ahead, keptAt: old.keptAt } });
    await model.sweep();
    const left = (await store.all('files')).map(({ id }) => id);
    expect(left.toSorted()).toEqual(
      ['of-a-draft', 'of-this-minute', 'on-its-way', ...draft.peek().files.map(({ id }) => id)].toSorted(),
    );
  });
});

describe('a ticket with files', () => {
  test('goes after them, and frees them once it is taken', async () => {
    const page = aPage();
    await page.model.add([bigFile(), textFile()]);
    const entry = page.frozen();
    expect(await page.deliver(entry)).toEqual(accepted);
    expect(page.parts).toEqual([
      ['duzy.log', 0],
      ['duzy.log', PART],
      ['duzy.log', 2 * PART],
      ['a.txt', 0],
    ]);
    const { attachments } = JSON.parse(entry.body);
    expect(page.putPart.mock.calls.map(([{ id, token }]) => [id, token])).toEqual(
      [attachments[0], attachments[0], attachments[0], attachments[1]].map((id) => [id, entry.token]),
    );
    expect(page.openTicket).toHaveBeenCalledTimes(1);
    expect(await page.store.all('files')).toEqual([]);
  });

  test('goes from a browser that keeps nothing too', async () => {
    const page = aPage(undefined, fullDisk(openWidgetStore()));
    await page.model.add([textFile()]);
    expect(await page.deliver(page.frozen())).toEqual(accepted);
    expect(page.parts).toEqual([['a.txt', 0]]);
  });

  test('waits when a part is not answered, and goes on at that part', async () => {
    let isDown = true;
    const page = aPage(({ start }) => (isDown && start > 0 ? { outcome: 'unanswered', retryAfter: 3 } : undefined));
    await page.model.add([bigFile(2)]);
    const entry = page.frozen();
    expect(await page.deliver(entry)).toEqual({ outcome: 'unanswered', retryAfter: 3 });
    expect(page.openTicket).not.toHaveBeenCalled();
    isDown = false;
    expect(await page.deliver(entry)).toEqual(accepted);
    expect(page.parts.map(([, start]) => start)).toEqual([0, PART, PART]);
  });

  test('goes on where the service says, on a page that knows nothing of earlier parts', async () => {
    const page = aPage(({ start }) => (start === 0 ? { outcome: 'received', received: 2 * PART } : undefined));
    await page.model.add([bigFile(3)]);
    await page.deliver(page.frozen(), false);
    expect(page.parts.map(([, start]) => start)).toEqual([0, 2 * PART]);
  });

  test('is not sent when a file is refused; the file says why', async () => {
    const page = aPage(({ name }) => (name === 'b.txt' ? { outcome: 'refused', code: 'quota-exceeded' } : undefined));
    await page.model.add([textFile('a.txt'), textFile('b.txt')]);
    expect(await page.deliver(page.frozen())).toEqual({
      outcome: 'refused',
      code: 'file-refused',
    });
    expect(page.openTicket).not.toHaveBeenCalled();
    expect(page.model.refusals.value).toEqual({ [page.draft.peek().files[1]?.id ?? '']: 'quota-exceeded' });
    expect(await page.store.all('files')).toHaveLength(2);
  });

  test('does not go round for ever when the service stands still', async () => {
    const page = aPage(() => ({ outcome: 'received', received: 0 }));
    await page.model.add([textFile()]);
    expect(await page.deliver(page.frozen())).toEqual({
      outcome: 'refused',
      code: 'file-refused',
    });
    expect(page.parts).toHaveLength(2);
  });

  test('brings its files once more when the service has swept them', async () => {
    const page = aPage();
    await page.model.add([textFile()]);
    page.openTicket.mockResolvedValueOnce({ outcome: 'refused', code: 'invalid-request' });
    expect(await page.deliver(page.frozen())).toEqual(accepted);
    expect(page.parts).toHaveLength(2);
  });

  test('can be stopped while its files are on their way', async () => {
    const page = aPage(() => {
      expect(page.model.canStop.value).toBe(true);
      page.model.stop();
      return { outcome: 'unanswered', retryAfter: 0 };
    });
    await page.model.add([textFile()]);
    expect(await page.deliver(page.frozen())).toEqual({ outcome: 'refused', code: 'cancelled' });
    expect([page.model.canStop.value, page.openTicket.mock.calls.length]).toEqual([false, 0]);
  });

  test.each([
    ['of an earlier page', false, 1],
    ['that was asked for once', true, 2],
  ])('%s cannot be stopped: the service may have it', async (_what, isFromThisPage, times) => {
    const couldStop: boolean[] = [];
    const page = aPage(() => {
      couldStop.push(page.model.canStop.value);
      return undefined;
    });
    await page.model.add([textFile()]);
    page.openTicket.mockResolvedValue({ outcome: 'unanswered', retryAfter: 0 });
    const entry = page.frozen();
    for (let tries = 0; tries < times; tries++) await page.deliver(entry, isFromThisPage);
    expect(couldStop).toEqual([isFromThisPage]);
    expect(page.model.canStop.value).toBe(false);
  });
});
