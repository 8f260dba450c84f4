import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, startDemo } from '../support/demo.ts';
import { deskUrl, numberOf, signIn } from '../support/desk-page.ts';
import { findings } from '../support/findings.ts';
import { HOSTILE_STRINGS } from '../support/hostile-strings.ts';
import { LOOKS } from '../support/looks.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

test.each(LOOKS)(
  'axe finds nothing: door, queue, ticket, answering, keys; $colorScheme, $viewport.width px',
  async (look) => {
    const { page, end } = await demo.visit(look);
    const number = await numberOf(demo, 'Plik CSV z hurtowni');
    await page.goto(deskUrl(demo));
    await page.getByRole('button', { name: 'Zaloguj się' }).waitFor();
    expect(await findings(page), 'door').toEqual([]);
    await signIn(page, demo, 'ola');
    await page.getByText('Darmowa dostawa').waitFor();
    await page.getByRole('button', { name: 'Filtry' }).click();
    expect(await findings(page), 'queue').toEqual([]);
    await page.evaluate((hash) => {
      location.hash = hash;
    }, number);
    await page.getByText('Import 14 tys. pozycji').waitFor();
    await page.getByText('Historia zgłoszenia').click();
    expect(await findings(page), 'ticket').toEqual([]);
    await page.getByLabel('Treść odpowiedzi').focus();
    await page.getByRole('button', { name: 'Teksty' }).click();
    expect(await findings(page), 'texts to insert').toEqual([]);
    await page.getByRole('button', { name: /^N8 ·/ }).click();
    expect(await page.getByLabel('Treść odpowiedzi').inputValue()).toContain('nie obejmuje');
    expect(await findings(page), 'answering').toEqual([]);
    await page.getByRole('button', { name: 'Notatka', exact: false }).first().click();
    await page.getByLabel(/Treść notatki/).fill('Notatka');
    await page.getByRole('button', { name: 'Zapisz notatkę' }).click();
    await page.getByText('Notatka wewnętrzna').first().waitFor();
    expect(await findings(page), 'a note').toEqual([]);
    await page.evaluate((hash) => {
      location.hash = `${hash}/shop`;
    }, number);
    expect(await findings(page), 'shop').toEqual([]);
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    expect(await findings(page), 'keys').toEqual([]);
    await end();
  },
);

test('everything that is loaded before signing in and with the queue is at most 75 kB of brotli', async () => {
  const { page, end } = await demo.visit();
  const loaded = new Set<string>();
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.startsWith('/desk/')) loaded.add(pathname);
  });
  // No idle time: what draws tickets is loaded in it, behind all that is counted here.
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  await signIn(page, demo, 'jan');
  await page.getByText('Darmowa dostawa').waitFor();
  const kinds = () => [...loaded].map((path) => path.slice(path.lastIndexOf('.') + 1)).toSorted();
  // The last five scripts are the texts of the one language, the two of passkeys, asked for once the form stands, and
  // what the desk shows while no ticket is open, with its texts.
  await expect.poll(kinds).toEqual(['/desk/', 'css', ...Array(7).fill('js')]);
  // The second script is what the pages share with the first: it is asked for at once, not after the first was read.
  expect(await page.locator('head link[rel="modulepreload"]').count()).toBe(1);
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  // As they were built: of a script that the page preloads, the browser hands out no body.
  const built = [...loaded].map((path) => readFileSync(`dist${path === '/desk/' ? '/desk/index.html' : path}`));
  const bytes = built.reduce((sum, body) => sum + brotliCompressSync(body, quality).length, 0);
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThanOrEqual(75_000);
  await end();
});

/** What of a page would show that a text was taken for more than text. */
async function strangers(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll(
        'iframe, object, embed, base, form[action], img, style, svg [onload], math, template',
      ),
    ].map((element) => element.outerHTML.slice(0, 80)),
  );
}

test('hostile strings as subject, message, author, file name and diagnostics stay text', async () => {
  const { page, complaints, end } = await demo.visit();
  const number = await numberOf(demo, 'Kolejność kategorii w menu');
  const texts = HOSTILE_STRINGS.filter((text) => text.trim() !== '' && text.length <= 20_000 && text.isWellFormed());
  const sent_at = '2026-11-22T09:00:00.000Z' as const;
  const { store } = demo;
  for (const [index, text] of texts.entries()) {
    const message = { ticket_number: number, sender: 'customer' as const, author: text.slice(0, 100), text, sent_at };
    await store
      .insertInto('messages')
      .values({ ...message, position: index + 3 })
      .execute();
  }
  const messages = await store.selectFrom('messages').select('id').where('ticket_number', '=', number).execute();
  const names = texts.slice(0, 60);
  for (const [index, name] of names.entries()) {
    const file = { owner: 'token:x', shop_id: 1, type: 'image/png', bytes: 1, received: 1, created_at: sent_at };
    const upload = { ...file, id: `hostile${index}`, name, message_id: messages.at(-1)?.id ?? 0, place: index };
    await store
      .insertInto('uploads')
      .values(upload as never)
      .execute();
  }
  const subject = '<img src=x onerror=alert(1)><script>alert(2)</script>';
  const diagnostics = JSON.stringify(Object.fromEntries(names.map((text) => [text, text])));
  const changes = { subject, diagnostics, message_count: texts.length + 2 };
  await store.updateTable('tickets').set(changes).where('number', '=', number).execute();
  await store.updateTable('shops').set({ shop_name: '<svg onload=alert(3)>' }).execute();

  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await signIn(page, demo, 'ola', `#${number}`);
  await page.getByRole('heading', { name: subject }).waitFor();
  const shown = await page.locator('.message.customer .letter').evaluateAll((letters) =>
    letters.map((letter) => {
      const links = letter.querySelectorAll('a[href^="http"][target="_blank"][rel="noopener noreferrer"]').length;
      return { text: letter.textContent, others: letter.querySelectorAll('*').length - links };
    }),
  );
  expect(shown.slice(1)).toEqual(texts.map((text) => ({ text, others: 0 })));
  await expect.poll(() => page.locator('.thumbnails > li').count()).toBe(names.length);
  await page.getByText('Dane techniczne').click();
  await page.getByRole('button', { name: 'Wszystkie', exact: true }).click();
  await page.getByRole('link', { name: subject }).first().waitFor();
  expect(await strangers(page)).toEqual([]);
  expect(dialogs).toEqual([]);
  expect(complaints.filter((complaint) => !/status of (401|404)/.test(complaint))).toEqual([]);
  await end();
});

test('the page’s policy refuses markup and scripts made of text', async () => {
  const { page, end } = await demo.visit();
  await page.goto(deskUrl(demo));
  await page.getByRole('button', { name: 'Zaloguj się' }).waitFor();
  const refused = await page.evaluate(() =>
    [
      () => {
        document.body.innerHTML = '<b>x</b>';
      },
      () => {
        document.createElement('script').src = 'https://evil.example/a.js';
      },
      () => {
        const { trustedTypes } = window as unknown as {
          trustedTypes: { createPolicy: (name: string, rules: object) => void };
        };
        trustedTypes.createPolicy('mine', {});
      },
    ].map((attempt) => {
      try {
        attempt();
        return 'let through';
      } catch (error) {
        return (error as Error).name;
      }
    }),
  );
  expect(refused).toEqual(['TypeError', 'TypeError', 'TypeError']);
  await end();
});
