import { afterAll, beforeAll, expect, test } from 'vitest';
import { isTicketNumber } from '../../src/contract/tickets/ticket-number.ts';
import { answer } from '../support/answers.ts';
import { type Demo, PANELS, type PanelName, receiptNumber, startDemo } from '../support/demo.ts';
import { focused, tabTo } from '../support/keyboard.ts';
import { storedFiles } from '../support/pictures.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

test.each(Object.keys(PANELS) as PanelName[])('the whole road by keyboard alone in the panel %s', async (panel) => {
  const { page, complaints, end } = await demo.visit();
  await page.goto(demo.url(panel));
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('pomoc.facts')));
  await tabTo(page, 'POMOC ONLINE');
  await page.keyboard.press('Enter');
  await page.getByText('Pomoc do').waitFor();
  await expect.poll(() => focused(page)).toBe('Co się dzieje?');

  await page.keyboard.press('Escape');
  await expect.poll(() => focused(page)).toBe('POMOC ONLINE');
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('Co się dzieje?');

  await tabTo(page, 'Wyślij zgłoszenie');
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('Co się dzieje?');
  await page.keyboard.type('pierwsza');
  await page.keyboard.press('Enter');
  await page.keyboard.type('druga');
  await tabTo(page, 'Dodaj plik');
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles({ name: 'lista.csv', mimeType: 'text/csv', buffer: Buffer.from('a;b\n') });
  await page.getByRole('button', { name: 'Usuń: lista.csv' }).waitFor();
  await tabTo(page, 'Tytuł');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('Strzałki i Enter zostają w formularzu');
  await tabTo(page, 'Zmień');
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toContain('Inny temat');
  await page.keyboard.press('ArrowUp');
  await tabTo(page, 'Twój e-mail');
  await page.keyboard.type('biuro@sklep.pl');
  await page.keyboard.press('Enter');

  const number = await receiptNumber(page);
  expect(isTicketNumber(number)).toBe(true);
  expect((await storedFiles(demo, number)).map(({ name }) => name)).toEqual(['lista.csv']);
  await expect.poll(() => focused(page)).toBe('Mamy Twoje zgłoszenie');
  await tabTo(page, 'Kopiuj numer');
  await page.keyboard.press('Enter');
  await page.getByText('Skopiowano').waitFor();
  await tabTo(page, 'Zobacz zgłoszenie');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Strzałki i Enter' }).waitFor();
  await answer(demo, number, 'Odpowiedź dla klawiatury');
  await page.getByText('Przyszła nowa odpowiedź: Anna z pomocy').waitFor();
  await page.getByText('Odpowiedź dla klawiatury').waitFor();
  await tabTo(page, 'Pobierz plik lista.csv');
  await tabTo(page, 'Nowe zgłoszenie');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Co się dzieje?');
  const message = await demo.store
    .selectFrom('messages')
    .select('text')
    .where('sender', '=', 'customer')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  expect(message.text).toBe('pierwsza\ndruga');
  expect(complaints).toEqual([]);
  await end();
});
