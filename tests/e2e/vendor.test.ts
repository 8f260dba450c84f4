import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, openHelp, startDemo } from '../support/demo.ts';

/** A name that no page may take for markup. */
const VENDOR = { name: 'Sklepy „Żuraw” & <s-ka>', mark: 'Ż24' };

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo(VENDOR);
});
afterAll(() => demo.close());

test('the drawer has the mark of whose help it is, and says who gets the data', async () => {
  const { page, end } = await demo.visit();
  await page.goto(demo.url('zuraw'));
  await openHelp(page);
  await page.locator('.mark').waitFor();
  expect(await page.locator('.mark').textContent()).toBe(VENDOR.mark);
  await page.getByText('Co dzieje się z danymi?').click();
  await page.getByText(`Dane trafiają do firmy ${VENDOR.name}`).waitFor();
  await end();
});

test.each([
  ['the page of mailed links', '/z/pl', ', producent shopGold'],
  ['the same in English', '/z/en', ', maker of shopGold'],
  ['the emergency page', '/awaria', ', producent shopGold'],
  ['the form', '/zgloszenie/prosty', ', producent shopGold'],
])('%s has both in its head', async (_page, path, trade) => {
  const { page, end } = await demo.visit();
  await page.goto(`http://localhost:${demo.port}${path}`);
  await page.locator('.mark').first().waitFor();
  expect(await page.locator('.mark').first().textContent()).toBe(VENDOR.mark);
  expect(await page.getByText(VENDOR.name, { exact: false }).first().innerText()).toContain(`${VENDOR.name}${trade}`);
  await end();
});
