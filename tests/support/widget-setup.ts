import { cleanup, configure } from '@testing-library/preact';
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';
import { service } from './widget-service.ts';
import { clearStorage } from './widget-storage.ts';

/** Runs before every file of the browser project: the service is always a pretended one, and the console stays quiet. */

/** What the console got that nobody expected: a warning of a library is a mistake of ours. */
const complaints: unknown[][] = [];

// Machines are shared: what is waited for may take longer than the second that is waited otherwise.
configure({ asyncUtilTimeout: 10_000 });

beforeAll(() => service.start());

beforeEach(() => {
  for (const kind of ['error', 'warn'] as const) {
    vi.spyOn(console, kind).mockImplementation((...words) => void complaints.push(words));
  }
});

afterEach(async () => {
  cleanup();
  service.worker.resetHandlers();
  vi.restoreAllMocks();
  document.body.replaceChildren();
  await clearStorage();
  expect(complaints.splice(0)).toEqual([]);
});

afterAll(() => service.worker.stop());
