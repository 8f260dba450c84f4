import { beforeEach, expect, test, vi } from 'vitest';
import { createSignInThrottle, type SignInThrottle } from '../../../src/api/desk/sign-in-throttle.ts';

let throttle: SignInThrottle;
beforeEach(() => {
  vi.useFakeTimers();
  throttle = createSignInThrottle();
});

/** How many of so many attempts go on. */
async function passed(attempts: { address: string; email: string }[]): Promise<number> {
  const answers = await Promise.all(attempts.map((attempt) => throttle.count(attempt)));
  return answers.filter((answer) => answer === null).length;
}

function times(count: number, attempt: (index: number) => { address: string; email: string }) {
  return Array.from({ length: count }, (_, index) => attempt(index));
}

const ANNA = { address: '192.0.2.1', email: 'anna@shopgold.pl' };

test('five wrong passwords for one address from one machine, the sixth waits', async () => {
  expect(await passed(times(20, () => ANNA))).toBe(5);
  expect(await passed([{ ...ANNA, email: 'ewa@shopgold.pl' }])).toBe(1);
  expect(await passed([{ ...ANNA, address: '192.0.2.2' }])).toBe(1);
});

test('twenty from one machine, whatever addresses it tries', async () => {
  expect(await passed(times(100, (index) => ({ ...ANNA, email: `${index}@shopgold.pl` })))).toBe(20);
  expect(await passed([{ ...ANNA, address: '192.0.2.2' }])).toBe(1);
});

test('fifty for one address, from however many machines', async () => {
  expect(await passed(times(200, (index) => ({ ...ANNA, address: `192.0.2.${index}` })))).toBe(50);
  expect(await passed([{ address: '192.0.2.250', email: 'ewa@shopgold.pl' }])).toBe(1);
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

test('a right password takes its attempt back, and the slips before it on that machine', async () => {
  for (let round = 0; round < 30; round++) {
    expect(await passed(times(5, () => ANNA))).toBe(5);
    await throttle.forgive(ANNA);
    for (let slip = 0; slip < 4; slip++) await throttle.forgive(ANNA); // as if each had been right
  }
  expect(await passed(times(20, () => ANNA))).toBe(5);
});
