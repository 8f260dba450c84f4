import { cleanup, configure } from '@testing-library/preact';
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';
import { page } from 'vitest/browser';
import { forgetServiceTime } from '../../browser/service-clock.ts';
import { PAGE_NAMES } from '../../desk/pages/page-names.ts';
import { loadPageWords, loadWords } from '../../desk/words/words.ts';
import { service } from './widget-service.ts';
import { clearStorage } from './widget-storage.ts';

/**
 * Runs before every file of the browser project: the service is always a pretended one, and the console stays quiet. A page
 * takes file after file: no test leaves its clock, its spies, its address, its window's size, attributes of
 * `html` and `body` or what it kept behind.
 */

/** Where a page stands when a file begins, and how large it is: what Vitest gives a window unless told otherwise. */
const ADDRESS = location.href;
const SIZE = { width: 414, height: 896 };

/** Attributes of the elements that every page has. */
const ATTRIBUTES = new Map(
  [document.documentElement, document.head, document.body].map((element) => [element, attributesOf(element)]),
);

function attributesOf(element: Element): Map<string, string> {
  return new Map([...element.attributes].map(({ name, value }) => [name, value]));
}

function putBackAttributes(): void {
  for (const [element, before] of ATTRIBUTES) {
    for (const name of attributesOf(element).keys()) if (!before.has(name)) element.removeAttribute(name);
    for (const [name, value] of before) element.setAttribute(name, value);
  }
}

/** What the console got that nobody expected: a warning of a library is a mistake of ours. */
const complaints: unknown[][] = [];

// Machines are shared: what is waited for may take longer than the second that is waited otherwise.
configure({ asyncUtilTimeout: 10_000 });

beforeAll(async () => {
  await service.start();
  await loadWords();
  await Promise.all(
    [...PAGE_NAMES, 'history' as const, 'opened' as const, 'alarmAdvice' as const, 'keyList' as const].map(
      loadPageWords,
    ),
  );
});

beforeEach(() => {
  for (const kind of ['error', 'warn'] as const) {
    vi.spyOn(console, kind).mockImplementation((...words) => void complaints.push(words));
  }
});

afterEach(async () => {
  cleanup();
  service.worker.resetHandlers();
  vi.useRealTimers();
  vi.restoreAllMocks();
  forgetServiceTime();
  document.body.replaceChildren();
  putBackAttributes();
  history.replaceState(null, '', ADDRESS);
  if (innerWidth !== SIZE.width || innerHeight !== SIZE.height) await page.viewport(SIZE.width, SIZE.height);
  await clearStorage();
  expect(complaints.splice(0)).toEqual([]);
});

afterAll(() => service.worker.stop());
