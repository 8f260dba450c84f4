import { signal } from '@preact/signals';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { hasFlag } from '../../../widget/host-page/flags.ts';
import { type Submission, SubmissionModel } from '../../../widget/models/submission-model.ts';
import { type Draft, EMPTY_DRAFT } from '../../../widget/outbox/draft.ts';
import type { Entry } from '../../../widget/outbox/entry.ts';
import { openKeeper } from '../../../widget/outbox/keeper.ts';
import type { Delivery } from '../../../widget/ticket-client.ts';
import { fullDisk, stopClock, valuesOf } from '../../support/widget-models.ts';
import { aDraft, aFollowedTicket, anEntry, aReceipt, NOW, ZURAW } from '../../support/widget-nouns.ts';
import { aDirectory } from '../../support/widget-storage.ts';

const HOUR = 3_600_000;
const accepted: Delivery = { outcome: 'accepted', receipt: aReceipt() };
const refused: Delivery = { outcome: 'refused', code: 'support-expired' };
const silence: Delivery[] = Array.from({ length: 6 }, () => ({ outcome: 'unanswered', retryAfter: 0 }));
const emptyDraft = { ...EMPTY_DRAFT, email: aDraft().email };

beforeEach(() => {
  stopClock();
  vi.spyOn(Math, 'random').mockReturnValue(0); // tries follow one another without a pause
});

/** A page of a panel, whose service answers so, one after another. */
function aPage(answers: Delivery[], directory = aDirectory(), keeper = openKeeper()) {
  const sent: Entry[] = [];
  const shown: Draft[] = [];
  const announced: unknown[] = [];
  const submission = signal<Submission>({ state: 'draft' });
  const openTicket = vi.fn(async (entry: Entry) => {
    sent.push(entry);
    const answer = answers.shift();
    if (!answer) throw new Error('sent more often than the test expects');
    return answer;
  });
  const model = new SubmissionModel({
    submission,
    client: { readShopStatus: async () => null, openTicket },
    keeper,
    directory,
    showDraft: (draft) => shown.push(draft),
    announce: (...event) => announced.push(event),
  });
  const states = valuesOf(submission);
  return {
    model,
    keeper,
    directory,
    submission,
    openTicket,
    sent,
    shown,
    announced,
    stateNames: () => states.map(({ state }) => state),
    submit: () => model.submit(aDraft(), ZURAW, emptyDraft),
  };
}

describe('a ticket that is accepted', () => {
  test('goes from the form over the wire to its receipt', async () => {
    const page = aPage([accepted]);
    await page.submit();
    expect(new Set(page.stateNames())).toEqual(new Set(['draft', 'sending', 'sent']));
    const { directory } = page;
    const token = page.sent[0]?.token ?? '';
    expect(page.submission.value).toEqual({ state: 'sent', ticket: aFollowedTicket({ token, directory }) });
    expect(page.announced).toEqual([['ticket-created', { number: '1000015' }]]);
  });

  test('is on the disk, and out of the form, before it is sent', async () => {
    const page = aPage([]);
    const kept: unknown[] = [];
    page.openTicket.mockImplementation(async () => {
      kept.push(await page.keeper.all('outbox'), await page.keeper.get('drafts', page.directory));
      return accepted;
    });
    await page.submit();
    expect(kept).toEqual([[expect.objectContaining({ draft: aDraft(), directory: page.directory })], emptyDraft]);
    expect(page.shown).toEqual([emptyDraft]);
  });

  test('leaves the outbox in the very change that keeps its receipt', async () => {
    const keeper = openKeeper();
    const change = vi.spyOn(keeper, 'change');
    const page = aPage([accepted], aDirectory(), keeper);
    await page.submit();
    const deletions = change.mock.calls.filter((edits) => edits.some(({ value }) => value === undefined));
    expect(deletions).toEqual([
      [
        { store: 'outbox', key: page.sent[0]?.key },
        { store: 'tickets', key: '1000015', value: expect.objectContaining({ receipt: aReceipt(), isSeen: false }) },
      ],
    ]);
    expect(await keeper.all('outbox')).toEqual([]);
  });

  test('is sent by a browser that keeps nothing too', async () => {
    const page = aPage([accepted], aDirectory(), fullDisk(openKeeper()));
    await page.submit();
    expect(page.submission.value.state).toBe('sent');
  });

  test('is shown as such on later pages, until the owner goes on', async () => {
    const first = aPage([accepted]);
    await first.submit();
    const second = aPage([], first.directory);
    await second.model.resume();
    expect(second.submission.value).toEqual(first.submission.value);
    await second.model.startAnother();
    expect(second.submission.value).toEqual({ state: 'draft' });
    const third = aPage([], first.directory);
    await third.model.resume();
    expect(third.submission.value).toEqual({ state: 'draft' });
    expect(await third.keeper.all('tickets')).toMatchObject([{ receipt: aReceipt(), isSeen: true }]);
  });
});

describe('a ticket that is refused', () => {
  test('is back in the form, and out of the outbox', async () => {
    const page = aPage([refused]);
    await page.submit();
    expect(page.submission.value).toEqual({ state: 'not-sent', code: 'support-expired' });
    expect(page.shown).toEqual([emptyDraft, aDraft()]);
    expect(await page.keeper.all('outbox')).toEqual([]);
    expect(await page.keeper.get('drafts', page.directory)).toEqual(aDraft());
    expect(page.announced).toEqual([['error', { code: 'support-expired' }]]);
    expect(hasFlag('outbox', page.directory)).toBe(false);
  });

  test('has a new key and a new token the next time', async () => {
    const page = aPage([refused, accepted]);
    await page.submit();
    await page.submit();
    expect(new Set(page.sent.flatMap(({ key, token }) => [key, token])).size).toBe(4);
  });
});

describe('a ticket that nobody answers', () => {
  test('waits after six tries, and the next page knows of it', async () => {
    const page = aPage([...silence]);
    await page.submit();
    const [entry] = await page.keeper.all('outbox');
    expect(page.submission.value).toEqual({ state: 'waiting', entry });
    expect(hasFlag('outbox', page.directory)).toBe(true);
    expect(page.announced).toEqual([]);
  });

  test('counts its tries', async () => {
    const page = aPage([...silence]);
    const values = valuesOf(page.submission);
    await page.submit();
    const tries = values.flatMap((now) => (now.state === 'sending' ? [now.tries] : []));
    expect([...new Set(tries)]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('goes again with the same key and the same bytes', async () => {
    const page = aPage([...silence, accepted]);
    await page.submit();
    await page.model.retry();
    expect(page.submission.value.state).toBe('sent');
    expect(new Set(page.sent.map(({ key }) => key)).size).toBe(1);
    expect(new Set(page.sent.map(({ body }) => body)).size).toBe(1);
    expect(page.sent).toHaveLength(7);
    expect(hasFlag('outbox', page.directory)).toBe(false);
  });

  test('goes once, however often it is pressed', async () => {
    const page = aPage([...silence, accepted]);
    await page.submit();
    await Promise.all([page.model.retry(), page.model.retry()]);
    expect(page.sent).toHaveLength(7);
  });

  test('goes by itself on the next page, the same to the last byte', async () => {
    const first = aPage([...silence]);
    await first.submit();
    const next = aPage([accepted], first.directory);
    await next.model.resume();
    expect(next.sent).toEqual([first.sent[0]]);
    expect(next.submission.value.state).toBe('sent');
    expect(await next.keeper.all('outbox')).toEqual([]);
  });

  test('is left alone by another panel of the same origin', async () => {
    const first = aPage([...silence]);
    await first.submit();
    const other = aPage([]);
    await other.model.resume();
    expect([other.submission.value, other.sent]).toEqual([{ state: 'draft' }, []]);
    expect(await other.keeper.all('outbox')).toHaveLength(1);
  });
});

describe('a ticket that asks before it goes', () => {
  const outage = aDraft({ topic: 'outage', facts: ['shop-down'] });

  /** A page that finds such an entry of an earlier one. */
  async function aPageAfter(otherwise: Partial<Entry>, answers: Delivery[] = []) {
    const page = aPage(answers);
    const entry = anEntry({ directory: page.directory, ...otherwise });
    await page.keeper.change({ store: 'outbox', key: entry.key, value: entry });
    await page.model.resume();
    return { ...page, entry };
  }

  test.each([
    ['of an outage', { draft: outage }],
    ['older than a day', { createdAt: NOW - 24 * HOUR - 1 }],
  ])('is one %s', async (_what, otherwise) => {
    const { submission, entry, sent } = await aPageAfter(otherwise);
    expect([submission.value, sent]).toEqual([{ state: 'asking', entry }, []]);
  });

  test('goes when told', async () => {
    const { model, sent, entry, submission } = await aPageAfter({ draft: outage }, [accepted]);
    await model.retry();
    expect([sent, submission.value.state]).toEqual([[entry], 'sent']);
  });

  test('is back in the form when told, and nothing of it is sent', async () => {
    const { model, sent, keeper, directory, shown, submission } = await aPageAfter({ draft: outage });
    await model.withdraw();
    expect([submission.value, sent, shown]).toEqual([{ state: 'draft' }, [], [outage]]);
    expect(await keeper.all('outbox')).toEqual([]);
    expect(await keeper.get('drafts', directory)).toEqual(outage);
    expect(hasFlag('outbox', directory)).toBe(false);
  });
});

test('what an earlier page left does not come between a ticket that is being sent', async () => {
  const page = aPage([]);
  const answer = Promise.withResolvers<Delivery>();
  page.openTicket.mockReturnValue(answer.promise);
  await page.keeper.change({ store: 'tickets', key: '1000023', value: aFollowedTicket({ directory: page.directory }) });
  const resuming = page.model.resume();
  const submitting = page.submit();
  await resuming;
  expect(page.submission.value).toMatchObject({ state: 'sending', entry: { draft: aDraft() } });
  answer.resolve(accepted);
  await submitting;
  expect(page.openTicket).toHaveBeenCalledTimes(1);
});
