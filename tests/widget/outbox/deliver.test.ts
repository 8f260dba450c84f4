import { describe, expect, test, vi } from 'vitest';
import { deliver } from '../../../widget/outbox/deliver.ts';
import type { Entry } from '../../../widget/outbox/entry.ts';
import type { Delivery } from '../../../widget/ticket-client.ts';
import { anEntry, aReceipt } from '../../support/widget-nouns.ts';

const accepted: Delivery = { outcome: 'accepted', receipt: aReceipt() };
const refused: Delivery = { outcome: 'refused', code: 'support-expired' };
const unanswered = (retryAfter = 0): Delivery => ({ outcome: 'unanswered', retryAfter });

/** Delivers one entry to a service that answers so, one after another; nobody sleeps, but every pause is noted. */
async function deliverTo(answers: Delivery[]) {
  const sent: Entry[] = [];
  const tries: number[] = [];
  const pauses: number[] = [];
  const client = {
    readShopStatus: async () => null,
    openTicket: async (entry: Entry) => {
      sent.push(entry);
      return answers[sent.length - 1] ?? unanswered();
    },
  };
  const entry = anEntry();
  const delivery = await deliver(
    entry,
    client,
    (count) => tries.push(count),
    async (pause) => pauses.push(pause),
  );
  return { entry, delivery, sent, tries, pauses };
}

test.each([
  ['accepted', accepted],
  ['refused', refused],
])('%s ends it at once', async (_what, answer) => {
  const { delivery, tries, pauses } = await deliverTo([answer]);
  expect(delivery).toBe(answer);
  expect(tries).toEqual([1]);
  expect(pauses).toEqual([]);
});

test.each([
  ['accepted', accepted],
  ['refused', refused],
])('%s after silence ends it', async (_what, answer) => {
  const { delivery, tries } = await deliverTo([unanswered(), unanswered(), answer]);
  expect(delivery).toBe(answer);
  expect(tries).toEqual([1, 2, 3]);
});

test('after six tries the entry waits, without a last pause', async () => {
  const { delivery, tries, pauses } = await deliverTo([]);
  expect(delivery).toEqual(unanswered());
  expect(tries).toEqual([1, 2, 3, 4, 5, 6]);
  expect(pauses).toHaveLength(5);
});

test('the sixth try may still succeed', async () => {
  const silence = Array.from({ length: 5 }, () => unanswered());
  expect((await deliverTo([...silence, accepted])).delivery).toBe(accepted);
});

test('every try sends the very same entry, with the same key', async () => {
  const { entry, sent } = await deliverTo([]);
  expect(sent).toHaveLength(6);
  expect(sent.filter((other) => other !== entry)).toEqual([]);
});

describe('pauses', () => {
  test('may take any length up to a limit that doubles, and never exceeds half a minute', async () => {
    const random = vi.spyOn(Math, 'random').mockReturnValue(0);
    expect((await deliverTo([])).pauses).toEqual([0, 0, 0, 0, 0]);
    random.mockReturnValue(1);
    expect((await deliverTo([])).pauses).toEqual([2000, 4000, 8000, 16_000, 30_000]);
  });

  test('are never shorter than Retry-After', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const { pauses } = await deliverTo([unanswered(7), unanswered(120), accepted]);
    expect(pauses).toEqual([8000, 122_000]);
  });
});
