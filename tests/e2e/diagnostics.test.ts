import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, LETTER, openHelp, send, startDemo, typeLetter } from '../support/demo.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

async function storedDiagnostics(number: string): Promise<Record<string, string> | null> {
  const { diagnostics } = await demo.store
    .selectFrom('tickets')
    .select('diagnostics')
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  return diagnostics === null ? null : JSON.parse(diagnostics);
}

test('nobody who did not ask for it sends technical information', async () => {
  const { page, end } = await demo.visit();
  await page.goto(demo.url('zuraw'));
  await openHelp(page);
  await typeLetter(page, LETTER);
  expect(await storedDiagnostics(await send(page))).toBeNull();
  await end();
});

test('what is ticked is sent as it is shown; what is unticked is not', async () => {
  const { page, end } = await demo.visit();
  await page.goto(`${demo.url('zuraw')}?id_poz=17&tok=tajne#dane`);
  await openHelp(page);
  await typeLetter(page, LETTER);
  await page.getByRole('button', { name: 'Informacje techniczne' }).click();
  await page.evaluate(async () => {
    await (await fetch('nie-ma.php?klient=Nowak')).text();
    setTimeout(() => {
      throw new Error('nie ma koszyka, https://a.pl/k?email=jan@a.pl');
    });
    Promise.reject(new TypeError('x is undefined'));
  });
  await page.getByText('Nieudane połączenie 1').waitFor();
  await page.getByText('Błąd skryptu 2').waitFor();
  await page.getByLabel('Przeglądarka').uncheck();
  const sent = await storedDiagnostics(await send(page));
  const folder = demo.url('zuraw');
  expect(sent).toEqual({
    shopVersion: '10.4.2',
    page: `${folder}?id_poz&tok`,
    screen: '1280×800, 1280×800, ×1',
    scriptError1: expect.stringContaining('nie ma koszyka, https://a.pl/k?email'),
    scriptError2: expect.stringContaining('x is undefined'),
    failedRequest1: `404 ${folder}nie-ma.php?klient`,
  });
  expect(JSON.stringify(sent)).not.toMatch(/tajne|Nowak|jan@/);
  await end();
});

test('lines chosen on the page that failed are still there on the next one', async () => {
  const { page, end } = await demo.visit();
  await page.goto(demo.url('rowery'));
  await openHelp(page);
  await typeLetter(page, LETTER);
  await page.getByRole('button', { name: 'Informacje techniczne' }).click();
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error('zepsute tutaj');
    });
  });
  await page.getByText('zepsute tutaj').waitFor();
  await page.getByLabel('Okno i ekran').uncheck();
  await page.goto(demo.url('rowery', 'pomoc.php'));
  await page.getByText('zepsute tutaj').waitFor();
  expect(await page.getByLabel('Okno i ekran').isChecked()).toBe(false);
  expect(await storedDiagnostics(await send(page))).toMatchObject({
    page: demo.url('rowery'),
    scriptError1: expect.stringContaining('zepsute tutaj'),
  });
  await end();
});

test('the whole can be copied', async () => {
  const { page, end } = await demo.visit();
  await page.goto(demo.url('zuraw'));
  await openHelp(page);
  await page.getByRole('button', { name: 'Informacje techniczne' }).click();
  await page.getByLabel('Przeglądarka').uncheck();
  await page.getByRole('button', { name: 'Kopiuj informacje' }).click();
  await page.getByText('Skopiowano').waitFor();
  await page.getByLabel('Co się dzieje?').press('ControlOrMeta+V');
  expect(await page.getByLabel('Co się dzieje?').inputValue()).toBe(
    `shopVersion: 10.4.2\npage: ${demo.url('zuraw')}\nscreen: 1280×800, 1280×800, ×1`,
  );
  await end();
});
