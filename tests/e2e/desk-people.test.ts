import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, startDemo } from '../support/demo.ts';
import { deskUrl, signIn } from '../support/desk-page.ts';
import { findings } from '../support/findings.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

test('an admin adds somebody, who sets a password by the code and is at the desk, all by keyboard', async () => {
  const [ola, ewa] = [await demo.visit(), await demo.visit()];
  await signIn(ola.page, demo, 'ola', '#/people');
  await ola.page.getByLabel('Imię i nazwisko').focus();
  await ola.page.keyboard.type('Ewa Wilk');
  await ola.page.keyboard.press('Tab');
  await ola.page.keyboard.type('ewa.wilk@shopgold.pl');
  await ola.page.keyboard.press('Enter');
  const code = (await ola.page.locator('.the-code').textContent()) ?? '';
  expect(code).toMatch(/^\w{4}(-\w{4}){3}$/);
  expect(await findings(ola.page)).toEqual([]);

  await ewa.page.goto(deskUrl(demo));
  await ewa.page.getByRole('button', { name: 'Mam kod jednorazowy' }).press('Enter');
  await ewa.page.getByLabel('Kod jednorazowy').waitFor();
  expect(await findings(ewa.page)).toEqual([]);
  await ewa.page.keyboard.type('ewa.wilk@shopgold.pl');
  await ewa.page.keyboard.press('Tab');
  await ewa.page.keyboard.type(code.replaceAll('-', ' ').toUpperCase());
  await ewa.page.keyboard.press('Tab');
  await ewa.page.keyboard.type('zielony czajnik');
  await ewa.page.keyboard.press('Enter');
  await ewa.page.getByRole('button', { name: 'Konto: Ewa Wilk' }).waitFor();

  await ola.page.getByText('ewa.wilk@shopgold.pl', { exact: true }).waitFor();
  for (const visit of [ola, ewa]) await visit.end();
});
