import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { serviceNow } from '../../../browser/service-clock.ts';
import { createBoundary, FLOOR_MS, JITTER_MS } from '../../../desk/models/boundary.ts';

let reads = 0;
let boundary: ReturnType<typeof createBoundary>;
beforeEach(() => {
  vi.useFakeTimers();
  reads = 0;
  boundary = createBoundary(() => {
    reads += 1;
  });
});
afterEach(() => {
  boundary.clear();
  vi.useRealTimers();
});

/** An instant so many milliseconds from now. */
const inMs = (milliseconds: number) => new Date(serviceNow() + milliseconds).toISOString();
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

test('lists are read when the instant has come, once, and not before', async () => {
  boundary.set(inMs(60_000));
  await pass(59_000);
  expect(reads).toBe(0);
  await pass(1000 + JITTER_MS);
  expect(reads).toBe(1);
  await pass(600_000);
  expect(reads).toBe(1);
});

test('an instant that is past is no reason to read without a pause', async () => {
  boundary.set(inMs(-1000));
  await pass(FLOOR_MS - 1);
  expect(reads).toBe(0);
  await pass(1 + JITTER_MS);
  expect(reads).toBe(1);
});

test('the last instant counts, and none ends the wait', async () => {
  boundary.set(inMs(10_000));
  boundary.set(inMs(100_000));
  await pass(50_000);
  expect(reads).toBe(0);
  boundary.set(null);
  await pass(600_000);
  expect(reads).toBe(0);
});

test('a hidden page waits until it is shown', async () => {
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  boundary.set(inMs(1000));
  await pass(FLOOR_MS + JITTER_MS);
  expect(reads).toBe(0);
  hidden.mockRestore();
});
