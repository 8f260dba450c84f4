import type { ElementHandle as PlaywrightElement } from 'playwright';
import { sharedChromium } from '../chromium.ts';
import type { Driver, ElementHandle } from './driver.ts';

/**
 * The Chromium of all tests, by Playwright.
 * @param before runs in each page before anything else of it
 */
export async function driveChromium(before: () => void = () => {}): Promise<Driver> {
  const browser = await sharedChromium();
  const context = await browser.newContext({ locale: 'pl-PL', viewport: { width: 1280, height: 800 } });
  await context.addInitScript(before);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
  const as = (element: ElementHandle) => element as PlaywrightElement<HTMLElement>;
  return {
    name: `Chromium ${browser.version()}`,
    open: async (address) => void (await page.goto(address)),
    reload: async () => void (await page.reload()),
    call: (run, argument) => page.evaluate(run as never, argument),
    find: async (find, argument) => (await page.evaluateHandle(find as never, argument)).asElement(),
    read: (element, read) => as(element).evaluate(read as never),
    click: (element) => as(element).click(),
    type: async (element, text) => {
      await as(element).click();
      await page.keyboard.type(text);
    },
    choose: async (list, option) => void (await as(list).selectOption({ label: option })),
    attach: (input, path) => as(input).setInputFiles(path),
    complaints: async () => complaints,
    close: () => context.close(),
  };
}
