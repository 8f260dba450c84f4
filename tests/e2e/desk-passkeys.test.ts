import { Secret, TOTP } from 'otpauth';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_AGENTS } from '../../demo-shop-panel/seed-agents.ts';
import { type Demo, startDemo } from '../support/demo.ts';
import { deskUrl } from '../support/desk-page.ts';
import { findings } from '../support/findings.ts';
import { plugIn } from '../support/virtual-authenticator.ts';

// Nothing here is clicked or filled: what is reached is reached by Tab from where the focus was put.

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function expectFocus(wanted: Locator): Promise<void> {
  await wanted.waitFor();
  await expect.poll(() => wanted.evaluate((element) => element === document.activeElement)).toBe(true);
}

/** Goes there by Tab, once around the page at most. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor();
  for (let pressed = 0; pressed < 120; pressed++) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab does not lead to ${wanted}`);
}

async function press(page: Page, wanted: Locator): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press('Enter');
}

/** Types over what is in the focused field, and sends its form. */
async function enter(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** At the door, where the focus is in the first field. */
async function enterPassword(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await expectFocus(page.getByLabel('E-mail', { exact: true }));
  await page.keyboard.type(email);
  await page.keyboard.press('Tab');
  await enter(page, password);
}

async function openPage(page: Page, name: string): Promise<void> {
  await press(page, button(page, 'Więcej'));
  await press(page, page.getByRole('link', { name, exact: true }));
  await expectFocus(page.getByRole('heading', { level: 2, name, exact: true }));
}

async function signOut(page: Page, name: string): Promise<void> {
  await press(page, button(page, `Konto: ${name}`));
  await press(page, button(page, 'Wyloguj'));
}

/** All proofs of sessions are older than ten minutes from now on. */
const letProofsAge = () =>
  demo.store.updateTable('agent_sessions').set({ proven_at: '2026-01-01T00:00:00.000Z' }).execute();

const isLive = (page: Page) => page.getByText('Na żywo').waitFor();

/** What an app shows of the secret on the page, and what it shows next: no code is taken twice. */
async function appOf(page: Page): Promise<{ code: () => string; nextCode: () => string }> {
  const app = new TOTP({ secret: Secret.fromBase32((await page.locator('.copy-row code').textContent()) ?? '') });
  const codeAt = (timestamp: number) => app.generate({ timestamp });
  return { code: () => codeAt(Date.now()), nextCode: () => codeAt(Date.now() + app.period * 1000) };
}

test('an agent adds a passkey, signs in and steps up by it, loses it, gets in by a recovery code and puts an app in its place, all by keyboard', async () => {
  const { page, end } = await demo.visit();
  const authenticator = await plugIn(page);
  await page.goto(deskUrl(demo, '#/factors'));
  await enterPassword(page, DEMO_AGENTS.ola);
  await isLive(page);
  await expectFocus(page.locator('#page-heading'));
  // The demo has just begun to require one of admins.
  await page.getByText(/bez klucza dostępu albo aplikacji z.kodami nie da się pracować/).waitFor();
  expect(await findings(page)).toEqual([]);
  await tabTo(page, page.getByLabel('Nazwa klucza'));
  await enter(page, 'Laptop');
  await expectFocus(page.getByRole('heading', { name: 'Kody zapasowe' }));
  const codes = await page.locator('.codes code').allTextContents();
  expect(codes).toHaveLength(10);
  expect(await authenticator.passkeys()).toBe(1);
  expect(await findings(page)).toEqual([]);
  await press(page, button(page, 'Kody są zapisane'));
  await page.getByText('Nieużyte: 10 z').waitFor();
  await expectFocus(page.getByRole('heading', { name: 'Kody zapasowe' }));
  await page.getByText('Laptop', { exact: true }).waitFor();

  // A change that needs a fresh proof asks for one, and then goes on by itself.
  await openPage(page, 'Ustawienia');
  const phone = page.getByLabel('Telefon na awarie');
  await tabTo(page, phone);
  await letProofsAge();
  await enter(page, '+48 22 765 43 21');
  const dialog = page.getByRole('dialog', { name: 'Potwierdź, że to Ty' });
  await expectFocus(dialog.getByRole('button', { name: 'Użyj klucza dostępu' }));
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByText('Nie zapisano: zabrakło potwierdzenia').waitFor();
  await expectFocus(phone);
  expect(await phone.inputValue()).toBe('+48 22 765 43 21');
  await page.keyboard.press('Enter');
  await expectFocus(dialog.getByRole('button', { name: 'Użyj klucza dostępu' }));
  await page.keyboard.press('Enter');
  await page.getByText('Zapisano.').waitFor();
  await dialog.waitFor({ state: 'detached' });
  await expectFocus(phone);

  // A passkey alone signs in. The browser offers it by itself, and would take it before the button is reached.
  await authenticator.leaveAlone(true);
  await signOut(page, 'Ola Nowak');
  await tabTo(page, button(page, 'Użyj klucza dostępu'));
  expect(await findings(page)).toEqual([]);
  await authenticator.leaveAlone(false);
  await page.keyboard.press('Enter');
  await isLive(page);
  await expectFocus(page.locator('#page-heading'));

  // It is lost: password and a recovery code.
  await authenticator.lose();
  await signOut(page, 'Ola Nowak');
  await enterPassword(page, DEMO_AGENTS.ola);
  await page.getByRole('heading', { name: 'Drugi krok' }).waitFor();
  await expectFocus(button(page, 'Użyj klucza dostępu'));
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await findings(page)).toEqual([]);
  await press(page, button(page, 'Wróć do hasła'));
  await enterPassword(page, DEMO_AGENTS.ola);
  await tabTo(page, page.getByLabel('Kod zapasowy'));
  await enter(page, codes[1]?.replace(/^./, (sign) => (sign === 'a' ? 'b' : 'a')) ?? '');
  await page.getByText('To się nie zgadza').waitFor();
  await expectFocus(page.getByLabel('Kod zapasowy'));
  await enter(page, codes[0]?.toUpperCase().replaceAll('-', ' ') ?? '');
  await isLive(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await openPage(page, 'Logowanie');
  await page.getByText('Nieużyte: 9 z').waitFor();
  expect(await findings(page)).toEqual([]);

  // Another factor in its place, and the lost one is taken off.
  await press(page, button(page, 'Dodaj aplikację'));
  await expectFocus(page.getByLabel('Kod z'));
  await enter(page, (await appOf(page)).code());
  await expectFocus(page.getByRole('heading', { name: 'Aplikacja z' }));
  await letProofsAge();
  await press(page, button(page, 'Usuń Laptop'));
  await expectFocus(button(page, 'Zostaw'));
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expectFocus(dialog.getByRole('button', { name: 'Użyj klucza dostępu' }));
  await press(page, dialog.getByRole('button', { name: 'Użyj kodu zapasowego' }));
  await expectFocus(dialog.getByLabel('Kod zapasowy'));
  await enter(page, codes[1] ?? '');
  await page.getByText('Laptop', { exact: true }).waitFor({ state: 'detached' });
  await expectFocus(page.getByRole('heading', { name: 'Klucze dostępu' }));
  await end();
});

test('an agent of whom a second factor is required sets up an app before the desk opens, and signs in by it, all by keyboard', async () => {
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
  await page.goto(deskUrl(demo));
  await enterPassword(page, DEMO_AGENTS.jan);
  await expectFocus(page.getByRole('heading', { name: 'Najpierw drugi składnik' }));
  expect(await findings(page)).toEqual([]);
  await press(page, button(page, 'Dodaj aplikację'));
  const app = await appOf(page);
  expect(await findings(page)).toEqual([]);
  await expectFocus(page.getByLabel('Kod z'));
  await enter(page, app.code());
  await expectFocus(page.getByRole('heading', { name: 'Kody zapasowe' }));
  await press(page, button(page, 'Kody są zapisane'));
  await isLive(page);
  await expectFocus(page.locator('#desk-list'));
  await signOut(page, 'Jan Kos');
  await enterPassword(page, DEMO_AGENTS.jan);
  await expectFocus(page.getByLabel('Kod z'));
  await press(page, button(page, 'Użyj kodu zapasowego'));
  await expectFocus(page.getByLabel('Kod zapasowy'));
  await page.keyboard.press('Tab');
  await press(page, page.getByRole('button', { name: 'Użyj kodu z' }));
  await expectFocus(page.getByLabel('Kod z aplikacji'));
  await enter(page, app.nextCode());
  await isLive(page);
  await expectFocus(page.locator('#desk-list'));
  await end();
});
