import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertTicket } from '../../src/store/tickets.ts';
import { storeBusyDays } from '../support/a-busy-year.ts';
import { aTicketRow } from '../support/a-ticket-row.ts';
import { type Demo, startDemo } from '../support/demo.ts';
import { signIn } from '../support/desk-page.ts';
import { findings } from '../support/findings.ts';
import { LOOKS } from '../support/looks.ts';
import { unlisted } from '../support/unlisted.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
  await storeBusyDays(demo.store, Date.now(), 70);
});
afterAll(() => demo.close());

test.each(LOOKS)(
  'axe finds nothing in reports, and nothing is wider than the window; $colorScheme, $viewport.width px',
  async (look) => {
    const { page, complaints, end } = await demo.visit(look);
    await signIn(page, demo, 'ola', '#/reports');
    await page.getByRole('table', { name: 'Kanały' }).waitFor();
    expect(await findings(page), 'days').toEqual([]);
    await page.getByRole('link', { name: '90 dni' }).click();
    await page.getByRole('heading', { name: 'Zgłoszenia tydzień po tygodniu' }).waitFor();
    await expect.poll(() => page.locator('.report').getAttribute('aria-busy')).toBe('false');
    expect(await findings(page), 'weeks').toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(look.viewport.width);
    expect(await page.evaluate(() => document.querySelector('.page')?.scrollWidth)).toBeLessThanOrEqual(
      look.viewport.width,
    );
    await page.getByRole('textbox', { name: 'Od' }).fill('2020-01-01');
    await page.getByRole('textbox', { name: 'Do' }).fill('2020-01-31');
    await page.getByRole('button', { name: 'Pokaż' }).click();
    await page.getByText('nie było żadnych zgłoszeń').waitFor();
    expect(page.url()).toContain('#/reports/2020-01-01_2020-01-31');
    expect(await findings(page), 'nothing').toEqual([]);
    expect(complaints.filter((complaint) => !/status of 401/.test(complaint))).toEqual([]);
    await end();
  },
);

test('by keys alone another period is chosen and its tickets are saved as a file that runs nothing', async () => {
  const subject = '=HYPERLINK("http://evil.example";"<img src=x onerror=alert(1)>")';
  const at = new Date().toISOString();
  await insertTicket(
    demo.store,
    aTicketRow(900_001, { subject, received_at: at, topic: unlisted('<script>alert(1)</script>') }),
  );
  const { page, complaints, end } = await demo.visit();
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await signIn(page, demo, 'ola', '#/reports');
  await page.getByRole('table', { name: 'Tematy' }).waitFor();
  await page.getByRole('link', { name: '30 dni' }).focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url()).toContain('#/reports/7d');
  await page.getByRole('rowheader', { name: '<script>alert(1)</script>' }).waitFor();
  const link = page.getByRole('link', { name: 'Lista zgłoszeń (CSV)' });
  await expect.poll(() => link.getAttribute('href')).toContain('part=tickets');
  await link.focus();
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(download.suggestedFilename()).toMatch(/^pomoc-tickets-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/);
  const text = readFileSync((await download.path()) ?? '', 'utf8');
  expect(text).toContain(`"'${subject.replaceAll('"', '""')}"`);
  expect(await page.locator('.page script, .page img').count()).toBe(0);
  expect(dialogs).toEqual([]);
  expect(complaints.filter((complaint) => !/status of 401/.test(complaint))).toEqual([]);
  await end();
});
