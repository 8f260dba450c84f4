import { afterAll, beforeAll, expect, test } from 'vitest';
import { toInstantText } from '../../src/store/instants.ts';
import { insertTicket } from '../../src/store/tickets.ts';
import { aTicketRow } from '../support/a-ticket-row.ts';
import { type Demo, startDemo } from '../support/demo.ts';
import { signIn } from '../support/desk-page.ts';
import { findings } from '../support/findings.ts';

const FORGED = 12;

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
  const now = Temporal.Now.instant();
  for (let index = 0; index < FORGED; index++) {
    const began = toInstantText(now.subtract({ minutes: FORGED - index }));
    const row = aTicketRow(900_001 + index, {
      shop_id: 2,
      subject: `Sklep nie działa ${index}`,
      queue_outage: 1,
      received_at: began,
      waiting_since: began,
      changed_at: began,
    });
    await insertTicket(demo.store, row);
  }
});
afterAll(() => demo.close());

test.each([
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
  { width: 320, height: 700 },
])('at $width px a flood is one row that opens, without a fault of layout or of accessibility', async (viewport) => {
  const { page, end } = await demo.visit({ viewport });
  await signIn(page, demo, 'ola');
  const fold = page.getByRole('button', { name: /i\s10\skolejnych, niepotwierdzonych/ });
  await fold.press('Enter');
  await page.getByText('Sklep nie działa 5', { exact: true }).waitFor();
  await page.getByRole('checkbox').first().press('Space');
  await page.getByRole('group', { name: 'Zaznaczone: 1' }).waitFor();
  await page.getByRole('button', { name: 'Zamknij…' }).click();
  await page.getByRole('combobox', { name: 'Powód' }).selectOption('nadużycie');
  await page.getByRole('button', { name: /^Zamknij 1 / }).press('Enter');
  await page.getByText(/^Zamknąć\s1\szgłoszenie jako nadużycie/).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await findings(page)).toEqual([]);
    if (process.env.POMOC_PICTURES)
      await page.screenshot({ path: `${process.env.POMOC_PICTURES}/chosen-${viewport.width}-${colorScheme}.png` });
  }
  await end();
});

test('by keyboard alone all of a shop are closed as abuse, after a question, and nothing else; and that is undone', async () => {
  const { page, end } = await demo.visit();
  await signIn(page, demo, 'ola');
  const others = await demo.store
    .selectFrom('tickets')
    .select('number')
    .where('shop_id', '!=', 2)
    .where('status', '=', 'closed')
    .execute();
  await page.locator('.ticket-row', { hasText: 'Sklep nie działa 0' }).focus();
  await page.keyboard.press('x');
  await page.getByRole('button', { name: 'Zamknij…' }).press('Enter');
  await page.getByRole('button', { name: 'Zaznacz wszystkie z tego sklepu' }).press('Enter');
  const close = page.getByRole('button', { name: /^Zamknij \d+ / });
  await expect.poll(() => close.textContent()).toContain('1');
  await close.press('Enter');
  const reason = page.getByRole('combobox', { name: 'Powód' });
  await expect.poll(() => reason.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await reason.getAttribute('aria-invalid')).toBe('true');
  await reason.selectOption('nadużycie');
  await close.press('Enter');
  await page
    .getByText(/^Zamknąć\s\d+\szgłosze\S+ jako nadużycie\?.*po\s30\sminutach usuniemy je na zawsze\./)
    .waitFor();
  await page.keyboard.press('Enter');
  await close.press('Enter');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await page.getByText(/^Zamknięto: \d+\.$/).waitFor();
  const forged = await demo.store.selectFrom('tickets').select('status').where('sequence', '>', 900_000).execute();
  expect(forged).toEqual(Array(FORGED).fill({ status: 'closed' }));
  const closed = await demo.store
    .selectFrom('tickets')
    .select('number')
    .where('shop_id', '!=', 2)
    .where('status', '=', 'closed')
    .execute();
  expect(closed).toEqual(others);
  await page.getByRole('button', { name: /^Cofnij zamknięcie/ }).press('Enter');
  await page.getByText(/^Cofnięto zamknięcie: \d+\.$/).waitFor();
  const back = await demo.store.selectFrom('tickets').select('status').where('sequence', '>', 900_000).execute();
  expect(back).toEqual(Array(FORGED).fill({ status: 'new' }));
  await end();
});
