import { afterAll, beforeAll, expect, test } from 'vitest';
import { endIncident } from '../../src/incidents/end-incident.ts';
import { addAdvisory, type Demo, LETTER, openHelp, shopIsLearned, startDemo, typeLetter } from '../support/demo.ts';

const PHONE = '+48 22 123 45 67';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

test('with the service away an outage has the telephone and its hours, before it is sent and when nobody answers', async () => {
  const { page, end } = await demo.visit();
  await page.goto(demo.url('zuraw'));
  await shopIsLearned(page);
  await page.route('**/api/**', (route) => route.abort('connectionrefused'));
  await page.reload();
  await page.locator('#PomocOnline').click();
  await page.getByText('Nie udało się sprawdzić okresu pomocy').waitFor();
  await typeLetter(page, { ...LETTER, topic: 'outage' });
  const call = page.locator('.call', { hasText: PHONE });
  expect(await call.innerText()).toContain('pon.–pt. 8:00–16:00');
  expect(await call.getByRole('link').getAttribute('href')).toBe('tel:+48221234567');
  await page.getByRole('checkbox', { name: 'Panel nie działa' }).check();
  await page.getByRole('button', { name: 'Wyślij zgłoszenie' }).click();
  await page.getByRole('button', { name: 'Popraw treść' }).waitFor(); // nobody answered the first try
  expect(await call.innerText()).toContain('pon.–pt. 8:00–16:00');
  await end();
});

test('nothing ticked: it is asked at the list once, by the keyboard too; the receipt has the telephone and the emergency page', async () => {
  const { page, end } = await demo.visit();
  await page.goto(demo.url('zuraw'));
  await openHelp(page);
  await typeLetter(page, { ...LETTER, topic: 'outage', subject: 'Sklep nie działa!!!' });
  await page.keyboard.press('Enter'); // in the field of the address
  await page.getByText('Czy coś z tej listy teraz nie działa?').waitFor();
  const first = page.getByLabel('Sklep nie otwiera się klientom');
  await expect.poll(() => first.evaluate((box) => (box.getRootNode() as ShadowRoot).activeElement === box)).toBe(true);
  await page.keyboard.press('Space');
  await page.getByText('Czy coś z tej listy teraz nie działa?').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Wyślij zgłoszenie' }).click();
  await page.getByText('To zgłoszenie czytamy przed innymi.').waitFor();
  await page.getByRole('link', { name: PHONE }).waitFor();
  const emergency = page.getByRole('link', { name: /^localhost.*\/awaria$/ });
  expect(await emergency.getAttribute('href')).toMatch(/\/awaria$/);
  await page.reload();
  await page.getByText('To zgłoszenie czytamy przed innymi.').waitFor();
  await end();
});

test('an advisory for the version known here is a sign on the entry before any press, also without the service; hidden, it goes', async () => {
  const { page, end } = await demo.visit();
  await page.goto(demo.url('zuraw'));
  await shopIsLearned(page);
  const name = () => page.locator('#PomocOnline').getAttribute('aria-label');
  const other = await addAdvisory(demo.store, { fromVersion: null, toVersion: '9.9' });
  const loaded = page.waitForResponse(/watch-unread|badge|\/panel\//);
  await page.reload();
  await loaded;
  await page.waitForLoadState('networkidle');
  expect(await name()).toBeNull();
  const id = await addAdvisory(demo.store, { fromVersion: '10.0', toVersion: null });
  await page.route('**/api/**', (route) => route.abort('connectionrefused'));
  await page.reload();
  await expect.poll(name).toContain('ważna poprawka dla Twojej wersji sklepu');
  await page.locator('#PomocOnline').click();
  await page.getByText('Jest ważna poprawka dla Twojej wersji sklepu.').waitFor();
  await page.unroute('**/api/**');
  await page.reload();
  await page.getByRole('button', { name: /Ukryj: Luka w module/ }).click();
  await expect.poll(name).toBeNull();
  for (const one of [other, id]) await endIncident(demo.store, one, 'operator', Temporal.Now.instant());
  await end();
});
