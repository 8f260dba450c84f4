import { beforeEach, describe, expect, test, vi } from 'vitest';
import attachments from '../../../widget/features/attachments/attachments.tsx';
import { carryOverReplies } from '../../../widget/features/my-tickets/carry-over-replies.ts';
import { ReplyModel } from '../../../widget/features/my-tickets/models/reply-model.ts';
import type { ReplyEntry } from '../../../widget/features/my-tickets/reply-entry.ts';
import { DraftModel } from '../../../widget/features/ticket-form/models/draft-model.ts';
import { OtherDraftsModel } from '../../../widget/features/ticket-form/models/other-drafts-model.ts';
import { openWidgetStore, readOutbox } from '../../../widget/outbox/widget-store.ts';
import {
  deletePomocReplies,
  EARLIER,
  readPomocReplies,
  writeFirstPomoc,
  writePomoc,
  writePomocReplies,
} from '../../support/earlier-databases.ts';
import { stopClock } from '../../support/widget-models.ts';
import { aDraft } from '../../support/widget-nouns.ts';
import { accepted, aPage } from '../../support/widget-submission.ts';

const { DIRECTORY, DRAFT, ENTRY, TICKET, FILE, APART, REPLY, STATUS } = EARLIER;

beforeEach(() => {
  stopClock();
  sessionStorage.clear();
  vi.spyOn(Math, 'random').mockReturnValue(0); // tries follow one another without a pause
});

describe.each([
  ['the first version', writeFirstPomoc],
  ['the second version', writePomoc],
])('the database of %s', (_what, write) => {
  beforeEach(write);

  test('gives its draft to the form', async () => {
    const form = new DraftModel(openWidgetStore(), DIRECTORY);
    await form.restore();
    const { subject, description, email } = DRAFT;
    expect(form.draft.value).toMatchObject({ subject, description, email, files: expect.anything() });
  });

  test('has its ticket sent, under its key and to the last byte, and its receipt kept', async () => {
    const page = aPage([accepted], DIRECTORY);
    await page.model.resume();
    expect(page.sent).toMatchObject([{ key: ENTRY.key, token: ENTRY.token, body: ENTRY.body }]);
    expect(page.submission.value.state).toBe('sent');
    expect(await page.store.all('outbox')).toEqual([]);
    expect(await page.store.isDurable()).toBe(true);
  });

  test('keeps the tickets that are followed', async () => {
    expect(await openWidgetStore().get('tickets', TICKET.receipt.number)).toEqual(TICKET);
  });
});

describe('the database of the second version', () => {
  beforeEach(writePomoc);

  test('gives the bytes of files', async () => {
    const store = openWidgetStore();
    expect(await (await store.get('files', FILE.id))?.blob.text()).toBe('abcd');
    expect(await store.get('drafts', DIRECTORY)).toMatchObject({ files: [FILE] });
  });

  test('offers the text of a tab of its own, which can be brought into the form', async () => {
    const store = openWidgetStore();
    const form = new DraftModel(store, DIRECTORY);
    await form.restore();
    const others = new OtherDraftsModel(store, DIRECTORY, form);
    await others.refresh();
    const [other] = others.others.value;
    expect(other).toMatchObject({ subject: 'Druga sprawa' });
    await others.open(other ?? aDraft());
    expect(form.draft.value).toMatchObject({ subject: 'Druga sprawa', description: 'Zupełnie inna' });
    expect(await store.get('drafts', APART)).toBeUndefined();
    expect(others.others.value).toMatchObject([{ subject: DRAFT.subject }]);
  });
});

describe('the database of replies', () => {
  beforeEach(writePomocReplies);

  /** A thread that is opened after the upgrade. */
  async function aThread(number: string, store = openWidgetStore()) {
    const sent: ReplyEntry[] = [];
    const model = new ReplyModel({
      number,
      panelPath: DIRECTORY,
      store,
      carriedOver: carryOverReplies(store),
      withCredentials: (_number, ask) => ask('t'.repeat(43)),
      client: {
        send: async (_number, _bearer, entry) => {
          sent.push(entry);
          return { outcome: 'ok', value: { status: 'solved' }, etag: '' } as never;
        },
      },
      openFiles: attachments.openFiles,
      putPart: async () => ({ outcome: 'unanswered', retryAfter: 0 }),
      onSent: () => {},
    });
    await model.resume();
    return { model, sent, store };
  }

  test('gives the text that was being written, with its file and the bytes of that', async () => {
    const { model, store } = await aThread(REPLY.number);
    expect(model.text.value).toBe(REPLY.draft);
    expect(await store.get('drafts', REPLY.number)).toMatchObject({ files: [FILE] });
    expect(await (await store.get('files', FILE.id))?.blob.text()).toBe('abcd');
  });

  test.each([REPLY, STATUS])(
    'has what is on its way sent, under its key and to the last byte: $pending.kind',
    async (kept) => {
      const { sent, store } = await aThread(kept.number);
      const { key, body, kind } = kept.pending;
      expect(sent).toMatchObject([{ key, body, kind }]);
      expect((await readOutbox(store)).replies.map(({ thread }) => thread)).not.toContain(kept.number);
    },
  );

  test('is empty then', async () => {
    await aThread(REPLY.number);
    await expect.poll(readPomocReplies).toEqual([]);
  });

  test('may be filled again by a page that is still open: nothing is doubled, nothing written over', async () => {
    const store = openWidgetStore();
    await carryOverReplies(store);
    await writePomocReplies();
    await carryOverReplies(store);
    const kept = await store.get('drafts', REPLY.number);
    expect([kept?.description, kept?.files.length]).toEqual([REPLY.draft, 1]);
    await store.change({ store: 'drafts', key: REPLY.number, value: aDraft({ description: 'Pisane potem' }) });
    await writePomocReplies();
    await carryOverReplies(store);
    expect((await store.get('drafts', REPLY.number))?.description).toBe(`Pisane potem\n\n${REPLY.draft}`);
    expect((await readOutbox(store)).replies).toHaveLength(2);
  });

  test('holds nothing that a page of the earlier build would take for a ticket of its panel', async () => {
    const store = openWidgetStore();
    await carryOverReplies(store);
    const seenByIt = (await store.all('outbox')).filter((entry) => 'directory' in entry);
    expect(seenByIt).toEqual([]);
  });
});

test('where there is no database of replies none is made', async () => {
  await deletePomocReplies();
  await carryOverReplies(openWidgetStore());
  const names = (await indexedDB.databases()).map(({ name }) => name);
  expect(names).not.toContain('pomoc-replies');
});
