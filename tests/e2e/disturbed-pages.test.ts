import { existsSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, serve } from '../../src/serve.ts';
import { addPanel, type Demo, receiptNumber, startDemo } from '../support/demo.ts';
import { DISTURBED, documentOf, fileOfPage, LIBRARIES, type PanelPage } from '../support/disturbed-pages.ts';
import { storedFiles } from '../support/pictures.ts';

let demo: Demo;
let host: RunningServer;
let shown: PanelPage;
beforeAll(async () => {
  demo = await startDemo();
  host = await serve(({ url }) => answer(new URL(url).pathname), { port: 0, host: '127.0.0.1' });
  await addPanel(demo, `http://panel.localhost:${host.port}`);
});
afterAll(async () => {
  await host.close();
  await demo.close();
});

function answer(path: string): Response {
  if (path === '/panel/strona.php') return documentOf(shown, `http://localhost:${demo.port}`);
  return fileOfPage(path);
}

const LETTER = {
  topic: 'configuration',
  subject: 'Próg "200 zł" \\ [1,2] {"a":null}',
  description: 'Zażółć gęślą jaźń: "tak", \\n to nie koniec wiersza, [1,2]\nA to już nowy: <b>&amp;</b>',
  email: 'biuro@sklep.example',
};

const FILE = { name: 'dziennik "1".log', mimeType: 'text/plain', buffer: Buffer.from('żółć [1,2] "\\"\n') };

/** A ticket with a file, from the press on the entry to its number. */
async function openTicket(page: Page): Promise<string> {
  const drawer = page.getByRole('dialog', { name: 'Pomoc online' });
  await page.getByRole('button', { name: 'Pomoc online' }).click();
  await page.getByText('Sklep rozpoznany').waitFor();
  await drawer.getByLabel('Czego dotyczy zgłoszenie').selectOption(LETTER.topic);
  await drawer.getByLabel('Temat').click();
  await page.keyboard.type('a');
  await page.keyboard.press('Enter');
  await drawer.getByLabel('Temat').fill(LETTER.subject);
  await drawer.getByLabel('Opis').fill(LETTER.description);
  await drawer.getByLabel('E-mail do kontaktu').fill(LETTER.email);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Dodaj plik' }).click();
  await (await chooser).setFiles(FILE);
  await page.getByRole('listitem').filter({ hasText: FILE.name }).getByRole('button', { name: 'Usuń' }).waitFor();
  await page.getByRole('button', { name: 'Wyślij zgłoszenie' }).click();
  return receiptNumber(page);
}

async function expectTicketFrom(panel: PanelPage): Promise<void> {
  shown = panel;
  const { page, end } = await demo.visit();
  const lines: string[] = [];
  const bodies: string[] = [];
  page.on('console', (message) => lines.push(message.text()));
  page.on('pageerror', (error) => lines.push(`thrown: ${error.message}`));
  page.on('request', (request) => {
    if (/\/tickets$/.test(request.url()) && request.method() === 'POST') bodies.push(request.postData() ?? '');
  });
  await page.goto(`http://panel.localhost:${host.port}/panel/strona.php`);
  const number = await openTicket(page);

  const [body = '', ...others] = bodies;
  expect(others).toEqual([]);
  const { subject, description, topic, contact, supportNumber } = JSON.parse(body);
  const { email, ...letter } = LETTER;
  expect({ subject, description, topic, contact, supportNumber }).toEqual({
    ...letter,
    supportNumber: '7KcWt9Ru',
    contact: { email },
  });
  const [stored, ...more] = await storedFiles(demo, number);
  expect(more).toEqual([]);
  expect(stored).toEqual({ name: FILE.name, type: FILE.mimeType, content: FILE.buffer });

  await page.locator('#noticed').click();
  expect(await page.locator('#noticed').textContent()).toBe('new globals: SGPomoc; changed: nothing; heard: nothing');
  expect(lines).toEqual([]);
  await end();
}

const isThere = ({ needs = [] }: PanelPage) => needs.every((path) => existsSync(path));

describe('a ticket goes out whole of a page with', () => {
  for (const [name, panel] of Object.entries(LIBRARIES)) {
    test.skipIf(!isThere(panel))(name, () => expectTicketFrom(panel));
  }
});

describe('a ticket goes out whole of a page', () => {
  test.each(Object.entries(DISTURBED))('%s', (_, script) => expectTicketFrom({ scripts: [{ text: script }] }));
});

test('where the panel comes into no realm either, an e-mail is offered, and the next press finds it', async () => {
  shown = { scripts: [{ text: `var URL = 'http://x';` }], html: '<button>Pomoc online</button>' };
  const { page, end } = await demo.visit();
  await page.route('**/panel/*.js', (route) => route.abort());
  await page.goto(`http://panel.localhost:${host.port}/panel/strona.php`);
  const offered = page.waitForEvent('dialog');
  const pressed = page.getByRole('button', { name: 'Pomoc online' }).click();
  const dialog = await offered;
  expect(dialog.message()).toContain('pomoc@shopgold.pl');
  await dialog.dismiss();
  await pressed;
  await page.unroute('**/panel/*.js');
  await page.getByRole('button', { name: 'Pomoc online' }).click();
  await page.getByText('Sklep rozpoznany').waitFor();
  await end();
});
