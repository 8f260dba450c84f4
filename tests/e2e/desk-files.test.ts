import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, LETTER, openHelp, send, startDemo, typeLetter } from '../support/demo.ts';
import { sendNow, signIn } from '../support/desk-page.ts';
import { findings } from '../support/findings.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

const sha = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** A log of two parts and a bit, no two lines alike. */
const LOG = Buffer.from(Array.from({ length: 30_000 }, (_, line) => `linia ${line}: payu_notify`).join('\n'));

test('a file and a pasted picture of an agent are kept over a reload, reach the customer byte for byte, and those of a note do not', async () => {
  const [ola, shop] = [await demo.visit(), await demo.visit()];
  const subject = 'Powiadomienia PayU';
  await shop.page.goto(demo.url('zuraw'));
  await openHelp(shop.page);
  await typeLetter(shop.page, { ...LETTER, subject });
  const number = await send(shop.page);

  const { page } = ola;
  await signIn(page, demo, 'ola', `#${number}`);
  const field = page.getByLabel('Treść odpowiedzi');
  await field.fill('Proszę wgrać ten plik, a na zrzucie zaznaczyłam gdzie.');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'payu_notify.log', mimeType: 'text/plain', buffer: LOG });
  await page.getByText('payu_no').waitFor();
  // A picture of the clipboard, as browsers hand it over.
  await field.evaluate(async (element) => {
    const canvas = new OffscreenCanvas(40, 30);
    canvas.getContext('2d')?.fillRect(0, 0, 20, 30);
    const data = new DataTransfer();
    data.items.add(new File([await canvas.convertToBlob()], 'image.png', { type: 'image/png' }));
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await page.getByRole('button', { name: 'Usuń plik: wklejony-obraz.png' }).waitFor();
  // One that is not taken says why, and takes nothing away.
  await page.locator('input[type=file]').setInputFiles({ name: 'x.exe', mimeType: '', buffer: Buffer.from('MZ') });
  await page.getByText('tego rodzaju plików nie przyjmujemy').waitFor();
  expect(await findings(page)).toEqual([]);
  await page.reload();
  await page.getByRole('button', { name: 'Usuń plik: payu_notify.log' }).waitFor();
  await sendNow(page);
  await page.getByRole('link', { name: /payu_notify\.log/ }).waitFor();
  await page.getByRole('button', { name: /Usuń plik/ }).waitFor({ state: 'detached' });

  await page.getByRole('button', { name: /^Notatka/ }).click();
  await page.getByLabel(/Treść notatki/).fill('Tylko dla nas.');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'dla-nas.txt', mimeType: 'text/plain', buffer: LOG.subarray(0, 9) });
  await page.getByRole('button', { name: 'Usuń plik: dla-nas.txt' }).waitFor();
  await page.getByRole('button', { name: 'Zapisz notatkę' }).click();
  await page.getByRole('link', { name: /dla-nas\.txt/ }).waitFor();

  await shop.page.getByRole('button', { name: 'Moje zgłoszenia' }).click();
  await shop.page.getByRole('button', { name: new RegExp(subject) }).click();
  const [download] = await Promise.all([
    shop.page.waitForEvent('download'),
    shop.page.getByRole('button', { name: /Pobierz plik payu_notify\.log/ }).click(),
  ]);
  expect(sha(readFileSync((await download.path()) ?? ''))).toBe(sha(LOG));
  await shop.page.getByRole('button', { name: 'wklejony-obraz.png', exact: true }).waitFor();
  expect(await shop.page.getByText('dla-nas.txt').count()).toBe(0);
  // Nothing of what was sent stays behind in the agent's browser.
  const left = await page.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.open('pomoc-desk').onsuccess = ({ target }) => {
          const asked = (target as IDBOpenDBRequest).result.transaction('files').objectStore('files').count();
          asked.onsuccess = () => resolve(asked.result);
        };
      }),
  );
  expect(left).toBe(0);
  for (const { complaints, end } of [ola, shop]) {
    expect(complaints.filter((complaint) => !complaint.includes('401'))).toEqual([]);
    await end();
  }
});
