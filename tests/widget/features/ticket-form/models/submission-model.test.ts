import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Result } from '../../../../../browser/deliver.ts';
import type { TicketReceipt } from '../../../../../src/contract/tickets/open-ticket.ts';
import { hasFlag } from '../../../../../widget/host-page/flags.ts';
import { EMPTY_DRAFT } from '../../../../../widget/outbox/draft.ts';
import { openWidgetStore } from '../../../../../widget/outbox/widget-store.ts';
import { fullDisk, stopClock } from '../../../../support/widget-models.ts';
import { aDraft, aFollowedTicket, aReceipt } from '../../../../support/widget-nouns.ts';
import { aPanelPath } from '../../../../support/widget-storage.ts';
import { accepted, aPage, emptyDraft, refused } from '../../../../support/widget-submission.ts';

beforeEach(() => {
  stopClock();
  vi.spyOn(Math, 'random').mockReturnValue(0); // tries follow one another without a pause
});

describe('a ticket that is accepted', () => {
  test('goes from the form over the wire to its receipt', async () => {
    const page = aPage([accepted]);
    await page.submit();
    expect(new Set(page.stateNames())).toEqual(new Set(['draft', 'sending', 'sent']));
    const { panelPath } = page;
    const { token = '', key: written = '' } = page.sent[0] ?? {};
    const ticket = aFollowedTicket({ token, written, directory: panelPath });
    expect(page.submission.value).toEqual({ state: 'sent', ticket });
    expect(page.announced).toEqual([['ticket-created', { number: '1000015' }]]);
  });

  test('is on the disk, and out of the form, before it is sent', async () => {
    const page = aPage([]);
    const kept: unknown[] = [];
    page.openTicket.mockImplementation(async () => {
      kept.push(await page.store.all('outbox'), await page.store.get('drafts', page.panelPath));
      return accepted;
    });
    await page.submit();
    expect(kept).toEqual([[expect.objectContaining({ draft: aDraft(), directory: page.panelPath })], emptyDraft]);
    expect(page.shown).toEqual([EMPTY_DRAFT, emptyDraft]);
  });

  test('leaves the outbox in the very change that keeps its receipt', async () => {
    const store = openWidgetStore();
    const change = vi.spyOn(store, 'change');
    const page = aPage([accepted], aPanelPath(), store);
    await page.submit();
    const deletions = change.mock.calls.filter((edits) => edits.some(({ value }) => value === undefined));
    expect(deletions).toEqual([
      [
        { store: 'outbox', key: page.sent[0]?.key },
        { store: 'leases', key: page.sent[0]?.key },
        { store: 'tickets', key: '1000015', value: expect.objectContaining({ receipt: aReceipt(), isSeen: false }) },
      ],
    ]);
    expect(await store.all('outbox')).toEqual([]);
  });

  test('is sent by a browser that keeps nothing too', async () => {
    const page = aPage([accepted], aPanelPath(), fullDisk(openWidgetStore()));
    await page.submit();
    expect(page.submission.value.state).toBe('sent');
  });

  test('is shown as such on later pages, until the owner goes on', async () => {
    const first = aPage([accepted]);
    await first.submit();
    const second = aPage([], first.panelPath);
    await second.model.resume();
    expect(second.submission.value).toEqual(first.submission.value);
    await second.model.startAnother();
    expect(second.submission.value).toEqual({ state: 'draft' });
    const third = aPage([], first.panelPath);
    await third.model.resume();
    expect(third.submission.value).toEqual({ state: 'draft' });
    expect(await third.store.all('tickets')).toMatchObject([{ receipt: aReceipt(), isSeen: true }]);
  });
});

describe('a ticket that is refused', () => {
  test('is back in the form, and out of the outbox', async () => {
    const page = aPage([refused]);
    await page.submit();
    expect(page.submission.value).toEqual({ state: 'not-sent', code: 'support-expired' });
    expect(page.shown).toEqual([EMPTY_DRAFT, emptyDraft, aDraft()]);
    expect(await page.store.all('outbox')).toEqual([]);
    expect(await page.store.get('drafts', page.panelPath)).toEqual(aDraft());
    expect(page.announced).toEqual([['error', { code: 'support-expired' }]]);
    const next = aPage([], page.panelPath, page.store);
    await next.model.resume();
    expect(Boolean(hasFlag('outbox', page.panelPath))).toBe(false);
  });

  test('has a new key and a new token the next time', async () => {
    const page = aPage([refused, accepted]);
    await page.submit();
    await page.submit();
    expect(new Set(page.sent.flatMap(({ key, token }) => [key, token])).size).toBe(4);
  });
});

test('what an earlier page left does not come between a ticket that is being sent', async () => {
  const page = aPage([]);
  const answer = Promise.withResolvers<Result<TicketReceipt>>();
  page.openTicket.mockReturnValue(answer.promise);
  await page.store.change({ store: 'tickets', key: '1000023', value: aFollowedTicket({ directory: page.panelPath }) });
  const resuming = page.model.resume();
  const submitting = page.submit();
  await resuming;
  expect(page.submission.value).toMatchObject({ state: 'sending', entry: { draft: aDraft() } });
  answer.resolve(accepted);
  await submitting;
  expect(page.openTicket).toHaveBeenCalledTimes(1);
});

describe('the newest ticket of this browser vouches for the next one', () => {
  const vouchers = ({ sent }: ReturnType<typeof aPage>) => sent.map(({ body }) => JSON.parse(body).vouchedBy);

  test('on the same page, and not for itself', async () => {
    const page = aPage([accepted, accepted]);
    await page.submit();
    await page.model.startAnother();
    await page.submit();
    expect(vouchers(page)).toEqual([undefined, { number: '1000015', token: page.sent[0]?.token }]);
  });

  test('on a later page of the same panel, and on no page of another', async () => {
    const first = aPage([accepted]);
    await first.store.change({
      store: 'tickets',
      key: '1000007',
      value: aFollowedTicket({ receipt: aReceipt({ number: '1000007' }), directory: first.panelPath, isSeen: true }),
    });
    await first.submit();
    const later = aPage([accepted], first.panelPath);
    await later.model.resume();
    await later.model.startAnother();
    await later.submit();
    expect(vouchers(later)).toEqual([{ number: '1000015', token: first.sent[0]?.token }]);
    const elsewhere = aPage([accepted]);
    await elsewhere.model.resume();
    await elsewhere.submit();
    expect(vouchers(elsewhere)).toEqual([undefined]);
  });
});
