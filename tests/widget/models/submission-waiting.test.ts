import { beforeEach, describe, expect, test, vi } from 'vitest';
import { hasFlag } from '../../../widget/host-page/flags.ts';
import { EMPTY_DRAFT } from '../../../widget/outbox/draft.ts';
import type { Entry } from '../../../widget/outbox/entry.ts';
import type { Delivery } from '../../../widget/ticket-client.ts';
import { stopClock, valuesOf } from '../../support/widget-models.ts';
import { aDraft, anEntry, NOW } from '../../support/widget-nouns.ts';
import { accepted, aPage, silence } from '../../support/widget-submission.ts';

const HOUR = 3_600_000;

beforeEach(() => {
  stopClock();
  vi.spyOn(Math, 'random').mockReturnValue(0); // tries follow one another without a pause
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
    await page.model.startAnother();
    const next = aPage([], page.directory, page.keeper);
    await next.model.resume();
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
    const { model, sent, keeper, directory, shown, submission, entry } = await aPageAfter({ draft: outage });
    await model.withdraw();
    const back = { ...outage, earlier: { key: entry.key, token: entry.token, bodies: [entry.body] } };
    expect([submission.value, sent, shown]).toEqual([{ state: 'draft' }, [], [EMPTY_DRAFT, back]]);
    expect(await keeper.all('outbox')).toEqual([]);
    expect(await keeper.get('drafts', directory)).toEqual(back);
    expect(hasFlag('outbox', directory)).toBe(false);
  });
});
