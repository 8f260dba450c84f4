import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watchPage } from '../../../widget/host-page/watch-page.ts';
import { onPage } from '../../support/widget-page.ts';

const onChange = vi.fn();
let stop: () => void;
let body: HTMLElement;
beforeEach(() => {
  vi.useFakeTimers();
  body = document.body;
  onPage('<div><p>Wczytywanie</p></div><div>Stopka</div>');
  onChange.mockReset();
  stop = watchPage(onChange);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  if (document.body !== body) document.body.replaceWith(body);
});

/** Changes are reported by the browser once the code that made them is done. */
async function pass(milliseconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds);
}

const deep = () => document.querySelector('div')?.append(document.createElement('b'));

async function change(make: () => unknown): Promise<number> {
  onChange.mockClear();
  make();
  await pass(1000);
  return onChange.mock.calls.length;
}

describe('a change is told', () => {
  test.each<[string, () => unknown]>([
    ['deep in the page', deep],
    ['of a text', () => Object.assign(document.querySelector('p')?.firstChild ?? {}, { data: 'Gotowe' })],
    ['of the whole body', () => document.body.replaceWith(document.createElement('body'))],
    ['of all that is in the body', () => document.body.replaceChildren('Strona główna')],
  ])('%s', async (_where, make) => {
    expect(await change(make)).toBe(1);
  });

  test('when a frame has loaded', async () => {
    const frame = onPage('<iframe srcdoc="Start"></iframe>') && document.querySelector('iframe');
    await new Promise((resolve) => frame?.addEventListener('load', resolve)); // of its own, whenever the browser gets to it
    await pass(1000);
    expect(await change(() => frame?.dispatchEvent(new Event('load')))).toBe(1);
    expect(await change(() => document.querySelector('p')?.dispatchEvent(new Event('load')))).toBe(0);
  });

  test('once, however much changes at once', async () => {
    const many = () => Array.from({ length: 100 }, deep);
    expect(await change(many)).toBe(1);
  });

  test('four times a second at most by a page that never rests', async () => {
    for (let step = 0; step < 100; step += 1) {
      deep();
      await pass(10);
    }
    expect(onChange.mock.calls.length).toBeGreaterThan(2);
    expect(onChange.mock.calls.length).toBeLessThanOrEqual(4);
  });
});

describe('after 30 s', () => {
  beforeEach(() => pass(30_000));

  test('what changes deep in the page is not told any more', async () => {
    expect(await change(deep)).toBe(0);
  });

  test('what is taken out of the body is, and begins nothing anew', async () => {
    expect(await change(() => document.body.lastElementChild?.remove())).toBe(1);
    expect(await change(deep)).toBe(0);
  });

  test.each<[string, () => unknown]>([
    ['its body is swapped', () => document.body.replaceWith(document.createElement('body'))],
    ['its body is filled anew', () => document.body.replaceChildren()],
  ])('it is watched for another 30 s when %s', async (_how, make) => {
    expect(await change(make)).toBe(1);
    document.body.append(document.createElement('div'));
    await pass(1000);
    expect(await change(deep)).toBe(1);
    await pass(30_000);
    expect(await change(deep)).toBe(0);
  });
});

test('nothing is told after the end, not even what was about to be', async () => {
  deep();
  await pass(0);
  stop();
  expect(await change(deep)).toBe(0);
  expect(await change(() => document.body.replaceChildren())).toBe(0);
});
