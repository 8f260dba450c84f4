import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Demo, openHelp, startDemo } from '../support/demo.ts';
import { layoutFaults, stillWrong } from '../support/layout-faults.ts';
import { tour } from '../support/tour.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

/** Windows as a page sees them: what a browser zooms has fewer CSS pixels. */
const WINDOWS = [
  { called: 'a phone', width: 390, height: 844 },
  { called: '1280 x 1024 at 200 %', width: 640, height: 512 },
  { called: '1280 x 1024 at 400 %', width: 320, height: 256 },
] as const;

const SPACED = { called: "with a reader's own spacing, on a phone", width: 390, height: 844 };

interface Look {
  called: string;
  width: number;
  height: number;
}

/** A tour as wide windows have it, and one as narrow windows have it; on each, every state is looked at in all its windows. */
describe('every state is whole, scrolls one way, leaves room to read, and has targets of 24 px', () => {
  const seen: { state: string; called: string; faults: string[] }[] = [];
  async function look(page: Page, state: string, { called, ...viewport }: Look): Promise<void> {
    await page.setViewportSize(viewport);
    seen.push({ state, called, faults: await stillWrong(() => layoutFaults(page)) });
  }

  beforeAll(async () => {
    const [phone, wide, narrow] = WINDOWS;
    await tour(demo, { viewport: wide }, async (page, state) => {
      const { width = 0 } = page.viewportSize() ?? {};
      if (width === wide.width) await look(page, state, wide); // one state is a phone's, whatever the tour began with
    });
    await tour(demo, { viewport: phone }, async (page, state) => {
      await look(page, state, narrow);
      await look(page, state, phone);
      await page.evaluate(spaceOut);
      await look(page, state, SPACED);
      await page.evaluate(spaceAsBefore);
    });
  }, 240_000);

  test.each([...WINDOWS, SPACED])('in $called', ({ called }) => {
    const states = seen.filter((one) => one.called === called);
    expect(states.length).toBeGreaterThan(30);
    for (const { state, faults } of states) expect.soft(faults, state).toEqual([]);
  });
});

/** The spacing that WCAG 1.4.12 names, for every element of the drawer. */
function spaceOut(): void {
  const root = document.querySelector('[data-pomoc]')?.shadowRoot;
  const sheet = Object.assign(new CSSStyleSheet(), { isReaders: true });
  sheet.replaceSync(
    `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
     p { margin-bottom: 2em !important }`,
  );
  root?.adoptedStyleSheets.push(sheet);
}

function spaceAsBefore(): void {
  const root = document.querySelector('[data-pomoc]')?.shadowRoot;
  if (root) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => !('isReaders' in sheet));
}

test.each(WINDOWS)('in $called whatever has the focus is seen', async (viewport) => {
  const { page, end } = await demo.visit({ viewport });
  await page.goto(demo.url('zuraw'));
  await openHelp(page);
  const seen: string[] = [];
  for (let presses = 0; presses < 12; presses++) {
    const focused = await focusedInDrawer(page);
    if (focused) seen.push(focused);
    await page.keyboard.press('Tab');
  }
  expect(seen.length).toBeGreaterThan(7);
  expect(seen.filter((name) => name.startsWith('hidden'))).toEqual([]);
  await end();
});

/** What has the focus in the drawer, and whether something else lies over it; null when the focus is in the page. */
function focusedInDrawer(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const root = document.querySelector('[data-pomoc]')?.shadowRoot;
    const element = root?.activeElement;
    if (!root || !element) return null;
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const content = root.querySelector('.content')?.getBoundingClientRect();
    const isInContent = Boolean(element.closest('.content'));
    const from = isInContent ? Math.max(top, content?.top ?? 0) : top;
    const to = Math.min(bottom, innerHeight);
    const at = root.elementFromPoint((left + right) / 2, (from + to) / 2);
    const isSeen = to - from > 10 && (at === element || element.contains(at));
    return `${isSeen ? 'seen' : 'hidden'}: ${element.localName} ${element.textContent?.slice(0, 30)}`;
  });
}
