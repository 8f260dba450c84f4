import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type DeliverDeps, deliver, type Result } from '../../browser/deliver.ts';
import type { Claim } from '../../browser/lease.ts';
import type { OutboxEntry } from '../../browser/outbox-entry.ts';
import type { Lease } from '../../browser/store.ts';
import { stopClock } from '../support/widget-models.ts';
import { NOW } from '../support/widget-nouns.ts';

const accepted: Result<string> = { outcome: 'ok', value: '1000015' };
const refused: Result<string> = { outcome: 'refused', code: 'support-expired', status: 422 };
const signedOut: Result<string> = { outcome: 'refused', code: 'unauthorised', status: 401 };
const unanswered = (retryAfter = 0): Result<string> => ({ outcome: 'unanswered', retryAfter });

const MINE: Claim = { claim: 'mine' };
const GONE: Claim = { claim: 'gone' };
const takenUntil = (until: number): Claim => ({ claim: 'taken', until });

beforeEach(() => stopClock());

/** A service that answers so, one after another; pauses pass at once. What another page holds is the test's to say. */
function run(results: Result<string>[], otherwise: Partial<DeliverDeps<OutboxEntry, string>> = {}) {
  const entry: OutboxEntry = { key: 'k'.repeat(22), body: '{"text":"Zażółć"}', draft: 'Zażółć', createdAt: NOW };
  const sent: OutboxEntry[] = [];
  const pauses: number[] = [];
  const tries: number[] = [];
  const claims: { until: number; isMine: boolean; pause: Lease['pause']; obeys: boolean }[] = [];
  const claim = async (_key: string, { until, holder, pause }: Lease, _now: number, obeys: boolean): Promise<Claim> => {
    claims.push({ until, isMine: holder === 'this-page', pause, obeys });
    return MINE;
  };
  const done = deliver(entry, {
    send: async (one) => {
      sent.push(one);
      return results.shift() ?? unanswered();
    },
    claim,
    holder: 'this-page',
    onTry: (count) => tries.push(count),
    signal: new AbortController().signal,
    isKept: true,
    sleep: async (pause) => void pauses.push(pause),
    ...otherwise,
  });
  return { entry, sent, pauses, tries, claims, done };
}

describe('delivering', () => {
  test.each([accepted, refused])('ends with the first answer', async (answer) => {
    const { done, sent, pauses, tries } = run([answer]);
    expect(await done).toBe(answer);
    expect([sent.length, pauses, tries]).toEqual([1, [], [1]]);
  });

  test('sends the same key and bytes each time', async () => {
    const { entry, sent, done } = run([unanswered(), unanswered(), accepted]);
    expect(await done).toBe(accepted);
    expect(sent).toEqual([entry, entry, entry]);
  });

  test('gives up after six tries, with five pauses between them', async () => {
    const { done, sent, pauses, tries } = run([]);
    expect(await done).toEqual({ outcome: 'unanswered' });
    expect([sent.length, pauses.length, tries]).toEqual([6, 5, [1, 2, 3, 4, 5, 6]]);
  });

  test('stops for somebody who is not signed in: what was written waits', async () => {
    const { done, sent, pauses } = run([signedOut]);
    expect(await done).toEqual({ outcome: 'unanswered' });
    expect([sent.length, pauses]).toEqual([1, []]);
  });

  test.each([
    ['shortest', 0, [0, 0, 0, 0, 0]],
    ['longest', 1 - Number.EPSILON, [2000, 4000, 8000, 16_000, 30_000]],
  ])('pauses grow up to half a minute, with full jitter: the %s', async (_what, random, expected) => {
    vi.spyOn(Math, 'random').mockReturnValue(random);
    const { pauses, done } = run([]);
    await done;
    expect(pauses.map(Math.round)).toEqual(expected);
  });

  test('waits at least as long as the service asks', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const { pauses, done } = run([unanswered(5), unanswered(), accepted]);
    await done;
    expect(pauses).toEqual([5000, 0]);
  });

  test('does not wait in silence for longer: it ends, and says until when', async () => {
    const { sent, pauses, done } = run([unanswered(600)]);
    expect(await done).toEqual({ outcome: 'unanswered', notBefore: NOW + 600_000 });
    expect([sent.length, pauses]).toEqual([1, []]);
  });

  test('pauses for real, by the clock of the page', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.001);
    const waits = vi.spyOn(window, 'setTimeout');
    const results = [unanswered(), accepted];
    await run(results, { sleep: undefined } as never).done;
    expect(waits).toHaveBeenCalledWith(expect.anything(), 2);
  });
});

describe('of several pages one sends', () => {
  test('the one with the lease, which ends six seconds after its page', async () => {
    const { claims, done } = run([accepted]);
    await done;
    expect(claims[0]).toMatchObject({ until: NOW + 6000, isMine: true });
    expect(claims.at(-1)?.until).toBe(0);
  });

  test('another one waits until it has it', async () => {
    const held = [takenUntil(NOW + 6000), takenUntil(NOW + 8000), takenUntil(NOW + 10_000)];
    const { done, sent, tries } = run([accepted], { claim: async () => held.shift() ?? MINE });
    expect(await done).toBe(accepted);
    expect([sent.length, tries]).toEqual([1, [0, 0, 1]]);
  });

  test('nobody is told that another one sends where that one has gone, and only its lease is left', async () => {
    const held = [takenUntil(NOW + 6000), takenUntil(NOW + 6000), takenUntil(NOW + 6000)];
    const { done, sent, tries } = run([accepted], { claim: async () => held.shift() ?? MINE });
    expect(await done).toBe(accepted);
    expect([sent.length, tries]).toEqual([1, [1]]);
  });

  test('one that has not got the lease leaves it alone', async () => {
    const stop = new AbortController();
    const claim = vi.fn(async () => takenUntil(NOW + 6000));
    await run([], { claim, signal: stop.signal, sleep: async () => stop.abort() }).done;
    expect(claim).toHaveBeenCalledTimes(1);
  });

  test('a page that finds the ticket gone sends nothing', async () => {
    const { done, sent } = run([], { claim: async () => GONE });
    expect(await done).toEqual({ outcome: 'gone' });
    expect(sent).toEqual([]);
  });

  test('a page that goes away lets go at once', async () => {
    const answer = Promise.withResolvers<Result<string>>();
    const { claims, done } = run([], { send: () => answer.promise });
    await expect.poll(() => claims.length).toBe(1);
    dispatchEvent(new Event('pagehide'));
    await expect.poll(() => claims.at(-1)?.until).toBe(0);
    answer.resolve(accepted);
    await done;
  });

  test('what the service asks to wait, the next page is told too', async () => {
    const { claims, done } = run([unanswered(600)]);
    await done;
    expect(claims.at(-1)).toMatchObject({ until: 0, pause: { from: NOW, until: NOW + 600_000 } });
  });

  test('and waits, unless somebody presses', async () => {
    const paused: Claim = { claim: 'paused', until: NOW + 600_000 };
    const claim = async (...[, , , obeys]: Parameters<DeliverDeps<OutboxEntry, string>['claim']>) =>
      obeys ? paused : MINE;
    const waits = run([], { claim });
    expect(await waits.done).toEqual({ outcome: 'unanswered', notBefore: NOW + 600_000 });
    expect(waits.sent).toEqual([]);
    const pressed = run([unanswered(), accepted], { claim, isPressed: true });
    expect(await pressed.done).toEqual({ outcome: 'unanswered', notBefore: NOW + 600_000 });
    expect(pressed.sent).toHaveLength(1);
  });

  test('a disk that takes no lease does not keep a ticket from being sent', async () => {
    const claim = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    expect(await run([accepted], { claim }).done).toBe(accepted);
  });

  test('nor does an outbox that never had it', async () => {
    const { done } = run([accepted], { claim: async () => GONE, isKept: false });
    expect(await done).toBe(accepted);
  });
});

test('somebody who wants the text back ends the sending between two tries', async () => {
  const stop = new AbortController();
  const { done, sent } = run([unanswered(), accepted], { signal: stop.signal, sleep: async () => stop.abort() });
  expect(await done).toEqual({ outcome: 'unanswered' });
  expect(sent).toHaveLength(1);
});
