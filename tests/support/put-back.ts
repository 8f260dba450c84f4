import { afterEach, vi } from 'vitest';
import { forgetServiceTime } from '../../browser/service-clock.ts';

/** Runs before every file whose worker takes another one after it: no test leaves its clock or its spies behind. */
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  forgetServiceTime();
});
