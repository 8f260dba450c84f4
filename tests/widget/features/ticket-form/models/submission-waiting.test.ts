import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Result } from '../../../../../browser/deliver.ts';
import type { TicketReceipt } from '../../../../../src/contract/tickets/open-ticket.ts';
import { hasFlag } from '../../../../../widget/host-page/flags.ts';
import { EMPTY_DRAFT } from '../../../../../widget/outbox/draft.ts';
import type { TicketEntry } from '../../../../../widget/outbox/ticket-entry.ts';
import { openWidgetStore } from '../../../../../widget/outbox/widget-store.ts';
import { fullDisk, stopClock, valuesOf } from '../../../../support/widget-models.ts';
import { aDraft, anEntry, NOW, ZURAW } from '../../../../support/widget-nouns.ts';
import { accepted, aPage, silence } from '../../../../support/widget-submission.ts';

const HOUR = 3_600_000;

beforeEach(() => {
  stopClock();
  vi.spyOn(Math, 'random').mockReturnValue(0); // tries follow one another without a pause
});

describe('a ticket that nobody answers', () => {
  test('waits after six tries, and the next page knows of it', async () => {
    const page = aPage([...silence]);
    await page.submit();
    const [entry] = await page.store.all('outbox');
    expect(page.submission.value).toEqual({ state: 'waiting', entry });
    expect(Boolean(hasFlag('outbox', page.panelPath))).toBe(true);
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
    const next = aPage([], page.panelPath, page.store);
    await next.model.resume();
    expect(Boolean(hasFlag('outbox', page.panelPath))).toBe(false);
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
    const next = aPage([accepted], first.panelPath);
    await next.model.resume();
    expect(next.sent).toEqual([first.sent[0]]);
    expect(next.submission.value.state).toBe('sent');
    expect(await next.store.all('outbox')).toEqual([]);
  });

  test('is left alone by another panel of the same origin', async () => {
    const first = aPage([...silence]);
    await first.submit();
    const other = aPage([]);
    await other.model.resume();
    expect([other.submission.value, other.sent]).toEqual([{ state: 'draft' }, []]);
    expect(await other.store.all('outbox')).toHaveLength(1);
  });
});

describe('a ticket that the service asks to wait for', () => {
  const busy: Result<TicketReceipt> = { outcome: 'unanswered', retryAfter: 3600 };
  const until = NOW + HOUR;

  test('waits at once, and it is known until when, on the next page too', async () => {
    const page = aPage([busy]);
    await page.submit();
    const [entry] = await page.store.all('outbox');
    expect(page.submission.value).toEqual({ state: 'waiting', entry, until });
    const next = aPage([], page.panelPath);
    await next.model.resume();
    expect([next.submission.value, next.sent]).toEqual([{ state: 'waiting', entry, until }, []]);
  });

  test('goes before that by a press', async () => {
    const page = aPage([busy]);
    await page.submit();
    const next = aPage([accepted], page.panelPath);
    await next.model.resume();
    await next.model.retry();
    expect(next.submission.value.state).toBe('sent');
  });

  test('can be changed before that', async () => {
    const page = aPage([busy]);
    await page.submit();
    await page.model.withdraw();
    expect([page.submission.value, page.form.draft.value.subject]).toEqual([{ state: 'draft' }, aDraft().subject]);
  });

  test.each([
    ['then', busy, HOUR],
    ['after some minutes, where nobody answered at all', silence, 120_000],
  ])('goes by itself %s', async (_what, answers, pause) => {
    const timers = vi.spyOn(window, 'setTimeout');
    const page = aPage([answers, accepted].flat());
    await page.submit();
    const [comeBack] = timers.mock.calls.find(([, wait]) => wait === pause) ?? [];
    stopClock(NOW + pause);
    (comeBack as () => void)();
    await expect.poll(() => page.submission.value.state).toBe('sent');
  });

  test('does not go by itself once it was taken back', async () => {
    const timers = vi.spyOn(window, 'setTimeout');
    const page = aPage([busy]);
    await page.submit();
    await page.model.withdraw();
    const [comeBack] = timers.mock.calls.find(([, wait]) => wait === HOUR) ?? [];
    (comeBack as () => void)();
    expect([page.submission.value, page.sent.length]).toEqual([{ state: 'draft' }, 1]);
  });
});

describe('a ticket that asks before it goes', () => {
  const outage = aDraft({ topic: 'outage', facts: ['shop-down'] });

  /** A page that finds such an entry of an earlier one. */
  async function aPageAfter(otherwise: Partial<TicketEntry>, answers: Result<TicketReceipt>[] = []) {
    const page = aPage(answers);
    const entry = anEntry({ directory: page.panelPath, ...otherwise });
    await page.store.change({ store: 'outbox', key: entry.key, value: entry });
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
    const { model, sent, store, panelPath, shown, submission, entry } = await aPageAfter({ draft: outage });
    await model.withdraw();
    const back = { ...outage, earlier: { key: entry.key, token: entry.token, bodies: [entry.body] } };
    expect([submission.value, sent, shown]).toEqual([{ state: 'draft' }, [], [EMPTY_DRAFT, back]]);
    expect(await store.all('outbox')).toEqual([]);
    expect(await store.get('drafts', panelPath)).toEqual(back);
    expect(Boolean(hasFlag('outbox', panelPath))).toBe(false);
  });
});

describe('a text that is wanted back', () => {
  test('while it waits goes under its old key the next time, for it may have arrived', async () => {
    const page = aPage([...silence, accepted]);
    await page.submit();
    await page.model.withdraw();
    expect(page.submission.value).toEqual({ state: 'draft' });
    expect(await page.store.all('outbox')).toEqual([]);
    const changed = { ...page.form.draft.value, description: 'Poprawione' };
    await page.model.submit(changed, ZURAW);
    expect(page.submission.value.state).toBe('sent');
    expect(new Set(page.sent.map(({ key }) => key)).size).toBe(1);
    expect(page.sent.at(-1)).toMatchObject({ earlier: [page.sent[0]?.body] });
  });

  test('while it is being sent comes back once the try is over, if nobody answered that', async () => {
    const page = aPage([]);
    const answer = Promise.withResolvers<Result<TicketReceipt>>();
    page.openTicket.mockReturnValue(answer.promise);
    const submitting = page.submit();
    await expect.poll(() => page.openTicket).toHaveBeenCalledTimes(1);
    await page.model.withdraw();
    expect(page.submission.value.state).toBe('sending');
    answer.resolve({ outcome: 'unanswered', retryAfter: 0 });
    await submitting;
    expect(page.submission.value).toEqual({ state: 'draft' });
    expect(page.form.draft.value).toMatchObject({ ...aDraft(), earlier: { bodies: [expect.any(String)] } });
  });

  test('while it is being sent is a ticket all the same, if the try is answered', async () => {
    const page = aPage([]);
    const answer = Promise.withResolvers<Result<TicketReceipt>>();
    page.openTicket.mockReturnValue(answer.promise);
    const submitting = page.submit();
    await expect.poll(() => page.openTicket).toHaveBeenCalledTimes(1);
    await page.model.withdraw();
    answer.resolve(accepted);
    await submitting;
    expect(page.submission.value.state).toBe('sent');
  });
});

describe('a ticket of another page', () => {
  test('that was sent there meanwhile shows its receipt here, and goes no second time', async () => {
    const first = aPage([...silence, accepted]);
    await first.submit();
    const other = aPage([...silence], first.panelPath);
    await other.model.resume();
    expect(other.submission.value.state).toBe('waiting');
    await first.model.retry();
    await other.model.resume();
    expect(other.submission.value).toEqual(first.submission.value);
    expect(other.sent).toHaveLength(6);
  });

  test('that was taken back there leaves the form here', async () => {
    const first = aPage([...silence]);
    await first.submit();
    const other = aPage([...silence], first.panelPath);
    await other.model.resume();
    await first.model.withdraw();
    await other.model.resume();
    expect(other.submission.value).toEqual({ state: 'draft' });
  });

  test('goes when the network is back, without a word in a form that stands open', async () => {
    const open = aPage([accepted]);
    await open.model.resume();
    const first = aPage([...silence], open.panelPath);
    await first.submit();
    await open.model.resume();
    expect(open.submission.value).toEqual({ state: 'draft' });
    expect(await open.store.all('outbox')).toEqual([]);
    expect(await open.store.all('tickets')).toMatchObject([{ isSeen: false }]);
  });
});

test('a ticket in a browser whose database answers no more is sent all the same, and people are told', async () => {
  const store = openWidgetStore();
  await store.isDurable();
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockReturnValue({
    objectStore: () => ({ put() {}, delete() {}, get: () => ({}), getAll: () => ({}), getKey: () => ({}) }),
    commit() {},
  } as never);
  const page = aPage([accepted], undefined, store);
  await page.submit();
  expect(page.submission.value.state).toBe('sent');
  expect(page.howOftenNotKept()).toBeGreaterThan(0);
  expect(await page.model.tickets()).toHaveLength(1);
});

test('a ticket that no disk took is sent all the same, also by a later press, and people are told', async () => {
  const page = aPage([...silence, accepted], undefined, fullDisk(openWidgetStore()));
  await page.submit();
  expect(page.submission.value.state).toBe('waiting');
  expect(page.howOftenNotKept()).toBeGreaterThan(0);
  await page.model.retry();
  expect(page.submission.value.state).toBe('sent');
});
