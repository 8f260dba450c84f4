import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, startDemo } from '../support/demo.ts';
import { judgePage } from '../support/judge-page.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

test.each([
  { width: 1280, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
] as const)(
  'the emergency page at $width px, $colorScheme: axe finds nothing, also with errors and when it is sent',
  async (look) => {
    // The policy keeps scripts out, axe too.
    const { width, colorScheme } = look;
    const { page, end } = await demo.visit({ colorScheme, viewport: { width, height: 844 }, bypassCSP: true });
    await page.goto(`http://localhost:${demo.port}/awaria`);
    expect(await judgePage(page)).toEqual([]);
    await page.getByLabel('Numer pomocy technicznej').fill('7KcWt9Ru');
    await page.getByLabel('Adres sklepu').fill('inny-sklep.pl');
    await page.getByRole('checkbox', { name: 'Panel nie działa' }).check();
    await page.getByLabel('Co widzisz?').fill('Biała strona.');
    await page.getByLabel('Twój e-mail').fill('anna@ksiegarnia-zuraw.pl');
    await page.getByRole('button', { name: 'Zgłoś awarię' }).click();
    await page.getByRole('alert').waitFor();
    expect(await judgePage(page)).toEqual([]);
    expect(await page.getByRole('checkbox', { name: 'Panel nie działa' }).isChecked()).toBe(true);
    await page.getByLabel('Adres sklepu').fill(`http://zuraw.localhost:${demo.port}`);
    await page.getByRole('button', { name: 'Zgłoś awarię' }).press('Enter');
    await page.getByRole('heading', { name: /^Przyjęliśmy zgłoszenie nr \d{7}$/ }).waitFor();
    expect(await judgePage(page)).toEqual([]);
    await end();
  },
);

test('it works without a script, and its policy has nothing to forbid', async () => {
  const { page, complaints, end } = await demo.visit({ javaScriptEnabled: false });
  await page.goto(`http://localhost:${demo.port}/awaria`);
  // The browser itself asks for what is required.
  await page.getByRole('button', { name: 'Zgłoś awarię' }).click();
  await page.getByRole('link', { name: '+48 22 123 45 67' }).waitFor();
  expect(page.url()).toMatch(/\/awaria$/);
  expect(complaints).toEqual([]);
  await end();
});
