import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isTicketNumber } from '../../src/contract/ticket-number.ts';
import { type Demo, PANELS, type PanelName, receiptNumber, startDemo } from '../support/demo.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

/** What has the focus: a name a screen reader would say, inside the drawer too. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
    const label = (element as HTMLInputElement | null)?.labels?.[0]?.textContent;
    return label ?? element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
  });
}

async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if ((await focused(page)) === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way to "${name}" by Tab; the focus is on "${await focused(page)}"`);
}

test.each(Object.keys(PANELS) as PanelName[])('the whole road by keyboard alone in the panel %s', async (panel) => {
  const { page, complaints, end } = await demo.visit();
  await page.goto(demo.url(panel));
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('pomoc.facts')));
  await tabTo(page, 'POMOC ONLINE');
  await page.keyboard.press('Enter');
  await page.getByText('Sklep rozpoznany').waitFor();
  await expect.poll(() => focused(page)).toBe('Czego dotyczy zgłoszenie');

  await page.keyboard.press('Escape');
  await expect.poll(() => focused(page)).toBe('POMOC ONLINE');
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('Czego dotyczy zgłoszenie');

  await tabTo(page, 'Wyślij zgłoszenie');
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('Czego dotyczy zgłoszenie');
  await page.keyboard.type('Kon');
  await tabTo(page, 'Temat');
  await page.keyboard.type('Strzałki i Enter zostają w formularzu');
  await tabTo(page, 'Opis');
  await page.keyboard.type('pierwsza');
  await page.keyboard.press('Enter');
  await page.keyboard.type('druga');
  await tabTo(page, 'E-mail do kontaktu');
  await page.keyboard.type('biuro@sklep.pl');
  await page.keyboard.press('Enter');

  expect(isTicketNumber(await receiptNumber(page))).toBe(true);
  await expect.poll(() => focused(page)).toBe('Zgłoszenie zostało wysłane');
  await tabTo(page, 'Kopiuj numer');
  await page.keyboard.press('Enter');
  await page.getByText('Skopiowano').waitFor();
  await tabTo(page, 'Nowe zgłoszenie');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Czego dotyczy zgłoszenie');
  const message = await demo.store
    .selectFrom('messages')
    .select('text')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  expect(message.text).toBe('pierwsza\ndruga');
  expect(complaints).toEqual([]);
  await end();
});
