import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, startDemo } from '../support/demo.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

const docs = () => `http://localhost:${demo.port}/docs`;

test('the page comes whole from us, and its policy has nothing to forbid', async () => {
  const { page, complaints, end } = await demo.visit();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(docs());
  await page.getByRole('heading', { name: 'Open a ticket', exact: true }).waitFor();
  expect(complaints).toEqual([]);
  expect(asked).toEqual([docs(), `${docs()}.css`]);
  const styled = await page.evaluate(() => getComputedStyle(document.querySelector('pre') as Element).whiteSpace);
  expect(styled).toBe('pre-wrap');
  const { servers } = await (await page.request.get(`http://localhost:${demo.port}/api/v1/openapi.json`)).json();
  expect(servers).toEqual([{ url: `http://localhost:${demo.port}` }]);
  await end();
});

const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [1280, 320].map((width) => ({ colorScheme, width })),
);

test.each(looks)(
  'axe finds nothing, $colorScheme at $width px, and nothing is cut off',
  async ({ colorScheme, width }) => {
    // The policy keeps scripts out, axe too: it is set aside for this test alone.
    const { page, end } = await demo.visit({ colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
    await page.goto(docs());
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    await page.addScriptTag({ path: AXE });
    const { violations } = await page.evaluate(() =>
      (window as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
    );
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await end();
  },
);

test('the keyboard reaches the contents and opens an example', async () => {
  const { page, end } = await demo.visit();
  await page.goto(docs());
  const link = page.getByRole('navigation').getByRole('link', { name: 'Open a ticket', exact: true });
  for (let press = 0; press < 10 && !(await link.evaluate((it) => it === document.activeElement)); press++) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url()).toBe(`${docs()}#operation-openTicket`);
  await page.keyboard.press('Tab');
  for (let press = 0; press < 10 && !(await page.evaluate(() => document.activeElement?.matches('summary'))); press++) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  const example = page
    .locator('section', { has: page.locator('#operation-openTicket') })
    .locator('details')
    .first();
  await expect.poll(() => example.getAttribute('open')).toBe('');
  await end();
});
