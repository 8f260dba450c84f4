import { beforeEach, expect, test, vi } from 'vitest';
import { type Attempt, createSignInThrottle, type SignInThrottle } from '../../../src/api/desk/sign-in-throttle.ts';
import { addressWidths } from '../../../src/api/http/client-address.ts';

let throttle: SignInThrottle;
/** The waits so far, in seconds; each ends at once unless it is held. */
let waits: number[];
let isHeld: boolean;
let held: (() => void)[];
beforeEach(() => {
  vi.useFakeTimers();
  [waits, isHeld, held] = [[], false, []];
  throttle = createSignInThrottle(async (milliseconds) => {
    waits.push(milliseconds / 1000);
    if (isHeld) await new Promise<void>((resolve) => held.push(resolve));
  });
});

/** How many of so many attempts go on. */
async function passed(attempts: Attempt[]): Promise<number> {
  let count = 0;
  for (const attempt of attempts) if ((await throttle.count(attempt)) === null) count++;
  return count;
}

function times(count: number, attempt: (index: number) => Attempt) {
  return Array.from({ length: count }, (_, index) => attempt(index));
}

function from(address: string, email = 'anna@shopgold.pl', browser: string | null = null): Attempt {
  return { address: addressWidths(address), email, browser };
}

const ANNA = from('192.0.2.1');

test('five wrong passwords for one address from one machine, the sixth waits', async () => {
  expect(await passed(times(20, () => ANNA))).toBe(5);
  expect(await passed([from('192.0.2.1', 'ewa@shopgold.pl')])).toBe(1);
  expect(await passed([from('192.0.2.2')])).toBe(1);
});

test('however many come at once', async () => {
  const answers = await Promise.all(times(20, () => ANNA).map((attempt) => throttle.count(attempt)));
  expect(answers.filter((answer) => answer === null)).toHaveLength(5);
});

test('twenty from one machine, whatever addresses it tries', async () => {
  expect(await passed(times(100, (index) => from('192.0.2.1', `${index}@shopgold.pl`)))).toBe(20);
  expect(await passed([from('192.0.2.2')])).toBe(1);
});

test('forty from one /48 of IPv6, or from one /56, whatever addresses it tries from which of its networks', async () => {
  const email = (index: number) => `${index}@shopgold.pl`;
  expect(await passed(times(60, (index) => from(`2001:db8:1:${index.toString(16)}00::1`, email(index))))).toBe(40);
  expect(await passed(times(60, (index) => from(`2001:db8:2:${index.toString(16)}::1`, email(index))))).toBe(40);
  expect(await passed(times(60, (index) => from(`2001:db8:3::${index.toString(16)}`, email(index))))).toBe(20);
});

test('nobody is refused for what others try under the same e-mail address, but after twenty each one waits longer, up to five seconds', async () => {
  expect(await passed(times(200, (index) => from(`192.0.2.${index}`)))).toBe(200);
  expect(waits.slice(0, 6)).toEqual([1, 2, 3, 4, 5, 5]);
  expect(waits).toHaveLength(180);
  expect(Math.max(...waits)).toBe(5);
  waits = [];
  await passed([from('192.0.2.250', 'ewa@shopgold.pl')]);
  expect(waits).toEqual([]);
});

test('five wait for one e-mail address at a time, a hundred in all; the next comes again in five seconds', async () => {
  isHeld = true;
  const asked: Promise<unknown>[] = [];
  const ask = async (attempt: Attempt) => {
    const before = waits.length;
    const answer = throttle.count(attempt);
    asked.push(answer);
    for (let turn = 0; turn < 50 && waits.length === before; turn++) await Promise.resolve();
    return waits.length > before ? 'waits' : answer;
  };
  let network = 0;
  const next = (email: string) => from(`10.${network >> 8}.${network++ & 255}.1`, email);
  for (let agent = 0; agent < 20; agent++) {
    await passed(times(20, () => next(`${agent}@shopgold.pl`)));
    for (let place = 0; place < 5; place++) expect(await ask(next(`${agent}@shopgold.pl`))).toBe('waits');
    expect(await ask(next(`${agent}@shopgold.pl`))).toEqual({ retryAfterSeconds: 5 });
  }
  await passed(times(20, () => next('last@shopgold.pl')));
  expect(await ask(next('last@shopgold.pl'))).toEqual({ retryAfterSeconds: 5 });
  for (const go of held) go();
  await Promise.all(asked);
  expect(await ask(next('last@shopgold.pl'))).toBe('waits');
});

test('a known browser has ten tries of its own, whatever strangers do, and takes none from them', async () => {
  const here = from('192.0.2.1', 'anna@shopgold.pl', 'a browser');
  await passed(times(100, (index) => from(`192.0.2.${index}`)));
  await passed(times(30, (index) => from('192.0.2.1', `${index}@shopgold.pl`)));
  waits = [];
  expect(await passed(times(30, () => here))).toBe(10);
  expect(waits).toEqual([]);
  expect(await passed([{ ...here, browser: 'another browser' }])).toBe(1);
});

test('after a quarter of an hour it may be tried again, and the wait that was told is that long', async () => {
  await passed(times(5, () => ANNA));
  vi.advanceTimersByTime(60_000);
  const wait = (await throttle.count(ANNA))?.retryAfterSeconds ?? 0;
  expect(wait).toBe(14 * 60);
  vi.advanceTimersByTime(wait * 1000 - 1);
  expect(await throttle.count(ANNA)).not.toBeNull();
  vi.advanceTimersByTime(1);
  expect(await throttle.count(ANNA)).toBeNull();
});

test('trying on while waiting does not make the wait longer', async () => {
  await passed(times(5, () => ANNA));
  vi.advanceTimersByTime(14 * 60_000);
  await passed(times(50, () => ANNA));
  vi.advanceTimersByTime(60_000);
  expect(await throttle.count(ANNA)).toBeNull();
});

test('a right password takes its attempt back, and the slips before it on that machine or in that browser', async () => {
  for (const attempt of [ANNA, from('192.0.2.1', 'anna@shopgold.pl', 'a browser')]) {
    const most = attempt.browser === null ? 5 : 10;
    for (let round = 0; round < 30; round++) {
      expect(await passed(times(most, () => attempt))).toBe(most);
      await throttle.forgive(attempt);
      for (let slip = 0; slip < most - 1; slip++) await throttle.takeBack(attempt); // as if each had been right
    }
  }
  expect(waits).toEqual([]);
});

test('an attempt whose password was not checked is none', async () => {
  for (let round = 0; round < 100; round++) {
    expect(await throttle.count(ANNA)).toBeNull();
    await throttle.takeBack(ANNA);
  }
  expect(waits).toEqual([]);
  expect(await passed(times(20, () => ANNA))).toBe(5);
});
