import type { Page } from 'playwright';
import { addIncident } from '../../src/incidents/add-incident.ts';
import { storeBusyDays } from './a-busy-year.ts';
import { sharedChromium } from './chromium.ts';
import { startDemo } from './demo.ts';
import { signIn } from './desk-page.ts';

/** `npm run pictures`, second half: the desk's pages at 1440, 1280 and 390 px, light and dark, into docs/pictures, from the running demo. */
const FOLDER = 'docs/pictures';
const SIZES = [
  { width: 1440, height: 900 },
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
];

/** @param name of the page; the dark picture has it in its own */
async function takeBoth(page: Page, name: string): Promise<void> {
  const path = `${FOLDER}/desk-${name}-${page.viewportSize()?.width}`;
  for (const [colorScheme, end] of [
    ['dark', '-dark'],
    ['light', ''],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `${path}${end}.png` });
  }
}

const demo = await startDemo();
const now = Temporal.Now.instant();
const incident = {
  kind: 'incident' as const,
  title: 'Etykiety InPost nie drukują się',
  text: 'Po zmianie po stronie InPost etykiety zwracają błąd „Nieprawidłowy punkt”. Poprawka będzie dziś.',
  english: null,
  since: now,
  until: null,
  fromVersion: '10.4.0',
  toVersion: '10.4.9',
};

for (const viewport of SIZES) {
  const { page, end } = await demo.visit({ viewport });
  const take = (name: string) => takeBoth(page, name);
  const go = (hash: string) =>
    page.evaluate((to) => {
      location.hash = to;
    }, hash);
  await signIn(page, demo, 'ola');
  await page.getByRole('link', { name: 'Plik CSV z hurtowni' }).waitFor();
  await take('queue');
  await page.getByRole('link', { name: 'Plik CSV z hurtowni' }).click();
  await page.getByText('Import 14 tys. pozycji').waitFor();
  await take('ticket');
  await go('#/phone');
  await page.getByLabel(/^Sklep: nazwa/).fill('rowery');
  await page.locator('[role="option"]').first().click();
  await page.getByText('Pomoc techniczna: Aktywna').waitFor();
  await page.getByLabel('Sklep nie działa').check();
  await take('phone');
  await page.getByRole('button', { name: 'Wyczyść' }).click();
  await end();
}

const added = await addIncident(demo.store, incident, 'operator', now);
if (added.outcome !== 'added') throw new Error('The incident was not taken');
await demo.store.updateTable('tickets').set({ notice_id: added.id, linked_at: 1 }).where('topic', '=', 'N8').execute();
await storeBusyDays(demo.store, Date.now(), 60);
for (const viewport of SIZES) {
  const { page, end } = await demo.visit({ viewport });
  const take = (name: string) => takeBoth(page, name);
  await signIn(page, demo, 'ola', `#/incidents/${added.id}`);
  await page.getByRole('link', { name: 'Plik CSV z hurtowni' }).waitFor();
  await take('problem');
  await page.evaluate(() => {
    location.hash = '#/reports';
  });
  await page.getByRole('table', { name: 'Kanały' }).waitFor();
  await take('reports');
  await end();
}
await demo.close();
await (await sharedChromium()).close();
