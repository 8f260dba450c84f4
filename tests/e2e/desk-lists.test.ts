import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, startDemo } from '../support/demo.ts';
import { deskUrl, numberOf, signIn } from '../support/desk-page.ts';
import { findings } from '../support/findings.ts';
import { LOOKS } from '../support/looks.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const rows = (page: Page) => page.locator('[data-number]').evaluateAll((all) => all.map((one) => one.dataset.number));

/** The numbers of tickets that wait, as the store has them. */
async function waiting(channel: 'email' | 'panel' | 'form' | 'phone'): Promise<string[]> {
  const tickets = demo.store.selectFrom('tickets').select('number').where('channel', '=', channel);
  const found = await tickets.where('queue_waiting', '=', 1).execute();
  return found.map(({ number }) => number).toSorted();
}

test('filters stand in the address: they survive a reload, a link opens them, and back takes them off', async () => {
  const { page, end } = await demo.visit();
  await signIn(page, demo, 'ola');
  await page.keyboard.press('f');
  await button(page, 'formularz').click();
  await button(page, 'Zdejmij filtr: formularz').waitFor();
  const forms = await waiting('form');
  expect(forms.length).toBeGreaterThan(0);
  await expect.poll(async () => (await rows(page)).toSorted()).toEqual(forms);
  expect(new URL(page.url()).search).toBe('?channel=form');
  await page.reload();
  await button(page, 'Zdejmij filtr: formularz').waitFor();
  await expect.poll(async () => (await rows(page)).toSorted()).toEqual(forms);
  const [number] = forms;
  await page.goto(deskUrl(demo, `?channel=form&assignee=none#${number}`));
  await button(page, 'Zdejmij filtr: formularz').waitFor();
  await page.locator('#ticket-heading').waitFor();
  await button(page, 'Zdejmij filtr: formularz').click();
  await button(page, 'Zdejmij filtr: formularz').waitFor({ state: 'detached' });
  await page.goBack();
  await button(page, 'Zdejmij filtr: formularz').waitFor();
  await end();
});

test('all tickets are sorted, and narrowed to those of which a note names me: both stand in the address and in a kept view', async () => {
  const number = await numberOf(demo, 'Plik CSV z hurtowni');
  const { page, complaints, end } = await demo.visit();
  await signIn(page, demo, 'jan', `#${number}`);
  await button(page, 'Notatka').click();
  await page.getByLabel('Treść notatki, której').fill('@Ola Nowak zerknij proszę.');
  await page.getByLabel('Treść notatki, której').press('Control+Shift+Enter');
  await page.getByRole('listitem').getByText('zerknij proszę.').waitFor();
  await end();

  const { page: hers, end: endHers } = await demo.visit();
  await signIn(hers, demo, 'ola');
  await hers.keyboard.press('f');
  await hers.getByLabel('Kolejność').selectOption('Wszystkie: najstarsze');
  await button(hers, 'Wróć do najnowszych: Wszystkie: najstarsze').waitFor();
  expect(new URL(hers.url()).search).toBe('?list=all&sort=oldest');
  const all = await demo.store
    .selectFrom('tickets')
    .select('number')
    .where('merged_into', 'is', null)
    .orderBy('sequence')
    .limit(50)
    .execute();
  await expect.poll(() => rows(hers)).toEqual(all.map((one) => one.number));
  await button(hers, 'wspomniano mnie').click();
  await expect.poll(() => rows(hers)).toEqual([number]);
  expect(await findings(hers), 'sorted, and narrowed by mentions').toEqual([]);
  await button(hers, 'Zapisz widok').click();
  await hers.getByLabel('Nazwa widoku').fill('Do mnie');
  await button(hers, 'Zapisz').click();
  await hers.goto(deskUrl(demo));
  await button(hers, 'Widoki').click();
  await button(hers, /^Do mnie czeka: \d$/).click();
  await expect.poll(() => rows(hers)).toEqual([number]);
  expect(new URL(hers.url()).search).toBe('?list=all&sort=oldest&mentioned=me');
  await button(hers, 'Zdejmij filtr: wspomniano mnie').click();
  await button(hers, 'Wróć do najnowszych: Wszystkie: najstarsze').click();
  await expect.poll(() => new URL(hers.url()).search).toBe('?list=all');
  expect(complaints.filter((complaint) => !/status of 401/.test(complaint))).toEqual([]);
  await endHers();
});

test('a telephone and a name find their ticket while they are typed, and Enter leads to it', async () => {
  const number = await numberOf(demo, 'Plik CSV z hurtowni');
  await demo.store
    .updateTable('tickets')
    .set({ contact_name: 'Bożena Wąs', contact_phone: '+48 600 100 205' })
    .where('number', '=', number)
    .execute();
  const { page, end } = await demo.visit();
  await signIn(page, demo, 'jan', `#${number}`);
  await page.getByLabel('Treść odpowiedzi').fill('Już sprawdzamy.');
  await page.getByLabel('Treść odpowiedzi').press('Control+Shift+Enter');
  await button(page, /^Wyślij teraz/).click();
  await page.getByRole('listitem').getByText('Już sprawdzamy.').waitFor();
  for (const asked of ['600 100', 'bozena was']) {
    await page.goto(deskUrl(demo));
    await page.getByText('Na żywo').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type(asked);
    await expect.poll(() => rows(page), { message: asked }).toEqual([number]);
    await page.locator('.row-why').waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(`row-${number}`);
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).hash).toBe(`#${number}`);
  }
  await end();
});

test('chosen rows are assigned, and closed for one reason; a view that is kept brings them back', async () => {
  const { page, end } = await demo.visit();
  await signIn(page, demo, 'ola', '?assignee=none&channel=panel');
  await expect.poll(() => rows(page)).not.toEqual([]);
  const [first, second] = await rows(page);
  if (!first || !second) throw new Error('The demo has two tickets of nobody from panels');
  const held = async () => {
    const tickets = demo.store.selectFrom('tickets').select(['number', 'assignee_id', 'status']);
    return tickets.where('number', 'in', [first, second]).execute();
  };
  const { id } = await demo.store
    .selectFrom('agents')
    .select('id')
    .where('name', '=', 'Jan Kos')
    .executeTakeFirstOrThrow();
  await page.getByRole('checkbox', { name: `Zaznacz ${first}` }).check({ force: true });
  await page.getByRole('checkbox', { name: `Zaznacz ${second}` }).check({ force: true });
  await button(page, 'Przypisz').click();
  await page.locator('.chosen').getByRole('button', { name: 'Jan Kos' }).click();
  await page.getByText(/^Gotowe: 2\sz/).waitFor();
  expect((await held()).map(({ assignee_id }) => assignee_id)).toEqual([id, id]);
  await page.keyboard.press('f');
  await page.getByLabel('Kto').selectOption('Jan Kos');
  await button(page, 'Zapisz widok').click();
  await page.getByLabel('Nazwa widoku').fill('Panel, Jan');
  await button(page, 'Zapisz').click();
  await button(page, 'Gotowe').click();
  await page.goto(deskUrl(demo));
  await button(page, 'Widoki').click();
  await button(page, 'Panel, Jan czeka: 2').click();
  for (const number of [first, second])
    await page.getByRole('checkbox', { name: `Zaznacz ${number}` }).check({ force: true });
  await button(page, 'Zamknij…').click();
  await page.getByRole('combobox', { name: 'Powód' }).selectOption('rozwiązane inaczej');
  await page.getByRole('button', { name: /^Zamknij 2\s/ }).click();
  await button(page, 'Tak, zamknij').click();
  await page.getByText('Zamknięto: 2.').waitFor();
  expect((await held()).map(({ status }) => status)).toEqual(['closed', 'closed']);
  await end();
});

test('tags are changed from the menu of the rest, too, which a phone has', async () => {
  const { page, end } = await demo.visit({ viewport: { width: 390, height: 844 } });
  await signIn(page, demo, 'ola', `#${await numberOf(demo, 'Plik CSV z hurtowni')}`);
  await button(page, 'Pozostałe działania').click();
  await page.getByRole('button', { name: /^Etykiety/ }).click();
  await page.getByLabel('Nowa albo znana etykieta').fill('hurtownia');
  await button(page, 'Dodaj').click();
  await button(page, 'Zdejmij etykietę hurtownia').waitFor();
  await end();
});

test('a tag shows with its press, and is taken back with its text when it is refused', async () => {
  const { page, end } = await demo.visit();
  await signIn(page, demo, 'ola', `#${await numberOf(demo, 'Darmowa dostawa od 200 zł')}`);
  await page.getByRole('region', { name: 'Rozmowa' }).waitFor();
  await page.keyboard.press('t');
  let refuse = () => {};
  const asked = new Promise<void>((resolve) => {
    refuse = resolve;
  });
  await page.route('**/tags', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    await asked;
    await route.fulfill({ status: 422, contentType: 'application/problem+json', body: '{"code":"invalid-request"}' });
  });
  const field = page.getByLabel('Nowa albo znana etykieta');
  await field.fill('dostawa');
  await page.keyboard.press('Enter');
  await button(page, 'Zdejmij etykietę dostawa').waitFor();
  expect(await field.inputValue()).toBe('');
  refuse();
  await button(page, 'Zdejmij etykietę dostawa').waitFor({ state: 'detached' });
  await page
    .getByRole('alert')
    .getByText(/etykiet/i)
    .waitFor();
  expect(await field.inputValue()).toBe('dostawa');
  await end();
});

test.each(LOOKS)(
  'axe finds nothing in filters, views, chosen rows and what a search found; $colorScheme, $viewport.width px',
  async (look) => {
    const { page, end } = await demo.visit(look);
    await signIn(page, demo, 'ola', '?proof=unproven');
    await button(page, 'Filtry').click();
    await page.getByRole('region', { name: 'Filtry' }).waitFor();
    expect(await findings(page), 'filters').toEqual([]);
    await button(page, 'Widoki').click();
    // Its name ends with how many wait in it, once they are counted.
    await page.getByRole('button', { name: /^Po okresie pomocy/ }).waitFor();
    expect(await findings(page), 'views').toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('.row-check').first().check({ force: true });
    await button(page, 'Przypisz').waitFor();
    expect(await findings(page), 'chosen').toEqual([]);
    await page.goto(deskUrl(demo, '?q=zamówieni'));
    await page.getByText('najnowsze najpierw').waitFor();
    expect(await findings(page), 'found').toEqual([]);
    await page.goto(deskUrl(demo, '?q=niematakiego'));
    await page.getByRole('heading', { name: /^Nic nie ma pod/ }).waitFor();
    expect(await findings(page), 'nothing found').toEqual([]);
    await end();
  },
);
