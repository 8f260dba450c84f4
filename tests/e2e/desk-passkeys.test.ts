import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_AGENTS } from '../../demo-shop-panel/seed-agents.ts';
import { type Demo, startDemo } from '../support/demo.ts';
import { deskUrl, signIn } from '../support/desk-page.ts';
import { findings } from '../support/findings.ts';
import { plugIn } from '../support/virtual-authenticator.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Goes to a button by Tab alone, and presses it. */
async function press(page: Page, name: string): Promise<void> {
  await button(page, name).waitFor();
  await expect
    .poll(async () => {
      await page.keyboard.press('Tab');
      return page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    })
    .toBe(name);
  await page.keyboard.press('Enter');
}

/** All proofs of sessions are older than ten minutes from now on. */
const letProofsAge = () =>
  demo.store.updateTable('agent_sessions').set({ proven_at: '2026-01-01T00:00:00.000Z' }).execute();

test('an agent adds a passkey, signs in and steps up by it, loses it and gets in by a recovery code, all by keyboard', async () => {
  const { page, end } = await demo.visit();
  const authenticator = await plugIn(page);
  await signIn(page, demo, 'ola', '#/factors');
  // The demo has just begun to require one of admins.
  await page.getByText(/bez klucza dostępu albo aplikacji z.kodami nie da się pracować/).waitFor();
  expect(await findings(page)).toEqual([]);
  await page.getByLabel('Nazwa klucza').fill('Laptop');
  await page.keyboard.press('Enter');
  await button(page, 'Kody są zapisane').waitFor();
  const codes = await page.locator('.codes code').allTextContents();
  expect(codes).toHaveLength(10);
  expect(await authenticator.passkeys()).toBe(1);
  expect(await findings(page)).toEqual([]);
  await press(page, 'Kody są zapisane');
  await page.getByText('Nieużyte: 10 z').waitFor();
  await page.getByText('Laptop', { exact: true }).waitFor();

  // A change that needs a fresh proof asks for one, and then goes on by itself.
  await page.goto(deskUrl(demo, '#/settings'));
  const phone = page.getByLabel('Telefon na awarie');
  await phone.fill('+48 22 765 43 21');
  await letProofsAge();
  await phone.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Potwierdź, że to Ty' });
  await dialog.waitFor();
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByText('Nie zapisano: zabrakło potwierdzenia').waitFor();
  expect(await phone.inputValue()).toBe('+48 22 765 43 21');
  await phone.press('Enter');
  await dialog.waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('Zapisano.').waitFor();
  await dialog.waitFor({ state: 'detached' });

  // A passkey alone signs in.
  await page.getByRole('button', { name: 'Konto: Ola Nowak' }).click();
  await button(page, 'Wyloguj').click();
  await page.getByText('Na żywo').or(button(page, 'Użyj klucza dostępu')).first().waitFor();
  expect(await findings(page)).toEqual([]);
  // The browser may offer it by itself before the button is reached.
  await Promise.any([page.getByText('Na żywo').waitFor(), press(page, 'Użyj klucza dostępu')]);
  await page.getByText('Na żywo').waitFor();

  // It is lost: password and a recovery code.
  await authenticator.lose();
  await page.context().clearCookies();
  await page.goto('about:blank');
  await page.goto(deskUrl(demo, '#/factors'));
  await page.getByLabel('E-mail').fill(DEMO_AGENTS.ola.email);
  await page.getByLabel('Hasło').fill(DEMO_AGENTS.ola.password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Drugi krok' }).waitFor();
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await findings(page)).toEqual([]);
  await page.getByLabel('Kod zapasowy').fill(codes[0]?.toUpperCase().replaceAll('-', ' ') ?? '');
  await page.keyboard.press('Enter');
  await page.getByText('Nieużyte: 9 z').waitFor();
  expect(await findings(page)).toEqual([]);
  await end();
});

test('an agent of whom a second factor is required sets up an app before the desk opens', async () => {
  const { page, end } = await demo.visit({ viewport: { width: 390, height: 800 } });
  await demo.store
    .insertInto('settings')
    .values({
      name: 'second-factor',
      value: 'required',
      changed_by: 'operator',
      changed_at: '2026-01-01T00:00:00.000Z',
    })
    .execute();
  await demo.store
    .insertInto('second_factor_rules')
    .values({ role: 'agent', in_force_since: '2026-01-01T00:00:00.000Z' })
    .execute();
  const { email, password } = DEMO_AGENTS.jan;
  await page.goto(deskUrl(demo));
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Hasło').fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Najpierw drugi składnik' }).waitFor();
  expect(await findings(page)).toEqual([]);
  await press(page, 'Dodaj aplikację');
  const secret = (await page.locator('.copy-row code').textContent()) ?? '';
  const app = new TOTP({ secret: Secret.fromBase32(secret) });
  expect(await findings(page)).toEqual([]);
  await page.getByLabel(/^Kod z/).fill(app.generate());
  await page.keyboard.press('Enter');
  await press(page, 'Kody są zapisane');
  await page.getByText('Na żywo').waitFor();
  await end();
});
