import type { Page } from 'playwright';
import { DEMO_AGENTS } from '../../demo-shop-panel/seed-agents.ts';
import type { Demo } from './demo.ts';

/** Where the desk of the demo stands. */
export function deskUrl(demo: Demo, hash = ''): string {
  return `http://localhost:${demo.port}/desk/${hash}`;
}

/** Signs one of the demo's agents in by the form, and waits until the queue is there and live. */
export async function signIn(page: Page, demo: Demo, who: keyof typeof DEMO_AGENTS, hash = ''): Promise<void> {
  const { email, password } = DEMO_AGENTS[who];
  await page.goto(deskUrl(demo, hash));
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Hasło').fill(password);
  await page.getByRole('button', { name: 'Zaloguj się' }).click();
  await page.getByText('Na żywo').waitFor();
}

/** The door before a desk whose session is over. */
export const door = (page: Page) => page.getByRole('dialog', { name: 'Biurko pomocy' });

/** Signs in at that door, and waits until the desk is back and live. */
export async function signInAgain(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await door(page).getByText('Sesja wygasła').waitFor();
  await door(page).getByLabel('E-mail').fill(email);
  await door(page).getByLabel('Hasło').fill(password);
  await page.keyboard.press('Enter');
  await door(page).waitFor({ state: 'detached' });
  await page.getByText('Na żywo').waitFor();
}

/** Sends the reply that is in the field and stays at its ticket; it goes now, without the time in which it can be undone. */
export async function sendNow(page: Page): Promise<void> {
  await page.getByLabel('Treść odpowiedzi').press('Control+Shift+Enter');
  await page.getByRole('button', { name: /^Wyślij teraz/ }).click();
}

/** The number of a ticket of the demo, by its subject. */
export async function numberOf(demo: Demo, subject: string): Promise<string> {
  const { number } = await demo.store
    .selectFrom('tickets')
    .select('number')
    .where('subject', '=', subject)
    .executeTakeFirstOrThrow();
  return number;
}

/** Chooses the status that the reply leaves. */
export async function leaveAs(page: Page, status: string): Promise<void> {
  await page.getByRole('button', { name: /^Potem: / }).click();
  await page.locator('.leaves').getByRole('button', { name: status, exact: true }).click();
}
