import { beforeEach, describe, expect, test, vi } from 'vitest';
import { DraftModel } from '../../../widget/features/ticket-form/models/draft-model.ts';
import { OtherDraftsModel } from '../../../widget/features/ticket-form/models/other-drafts-model.ts';
import { openWidgetStore } from '../../../widget/outbox/widget-store.ts';
import { EARLIER, writeFirstPomoc, writePomoc } from '../../support/earlier-databases.ts';
import { stopClock } from '../../support/widget-models.ts';
import { aDraft } from '../../support/widget-nouns.ts';
import { accepted, aPage } from '../../support/widget-submission.ts';

const { DIRECTORY, DRAFT, ENTRY, TICKET, FILE, APART } = EARLIER;

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
