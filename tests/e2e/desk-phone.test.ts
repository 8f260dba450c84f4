import { createHmac } from 'node:crypto';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { upsertShop } from '../../src/store/shops.ts';
import { type Demo, startDemo } from '../support/demo.ts';
import { deskUrl, signIn } from '../support/desk-page.ts';
import { findings } from '../support/findings.ts';
import { HOSTILE_STRINGS } from '../support/hostile-strings.ts';
import { LOOKS } from '../support/looks.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

/** What the page complained of besides having asked before anybody was signed in, or having been refused on purpose. */
const others = (complaints: readonly string[]) => complaints.filter((one) => !/status of (401|403|409)/.test(one));

async function shopStatus(panel: 'zuraw' | 'rowery'): Promise<{ support: { lastDay: string } }> {
  const { support_number, install_url } = await shopRow(panel);
  const response = await fetch(`http://localhost:${demo.port}/api/v1/shop-status`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ supportNumber: support_number, installUrl: install_url }),
  });
  return (await response.json()) as { support: { lastDay: string } };
}

function shopRow(panel: string) {
  return demo.store
    .selectFrom('shops')
    .selectAll()
    .where('install_url', 'like', `%${panel}.localhost%`)
    .executeTakeFirstOrThrow();
}

async function openShop(page: Page, name: string): Promise<void> {
  await page.goto(deskUrl(demo, '#/shops'));
  await page.getByRole('link', { name }).click();
  await page.getByText('Skąd ostatni dzień pomocy').waitFor();
}

test('a call is written down by keyboard alone, and stands among the outages of another agent at once', async () => {
  const [ola, jan] = [await demo.visit(), await demo.visit()];
  await Promise.all([signIn(ola.page, demo, 'ola'), signIn(jan.page, demo, 'jan')]);
  const { keyboard } = ola.page;
  const focused = () => ola.page.evaluate(() => document.activeElement?.id ?? '');

  await keyboard.press('p');
  await ola.page.getByRole('heading', { name: 'Nowe zgłoszenie' }).waitFor();
  await expect.poll(focused).toBe('phone-shop');
  await keyboard.type('zrod');
  await ola.page.getByText('Źródło Smaków').waitFor();
  await keyboard.press('Enter');
  await ola.page.getByText('Pomoc techniczna: Aktywna').waitFor();
  await expect.poll(focused).toBe('phone-facts');
  await keyboard.press('Space');
  for (let presses = 0; presses < 5; presses++) await keyboard.press('Tab');
  expect(await focused()).toBe('phone-name');
  await keyboard.type('Piotr Zdrój');
  await keyboard.press('Tab');
  await keyboard.type('600 100 200');
  await keyboard.press('Tab');
  await keyboard.type('Sklep pokazuje białą stronę');
  await keyboard.press('Tab');
  await keyboard.type('Od ósmej rano nikt nie może kupić.');
  await keyboard.press('Control+Enter');

  await ola.page.getByRole('heading', { name: 'Sklep pokazuje białą stronę' }).waitFor();
  const said = (await ola.page.locator('.read-out strong').textContent()) ?? '';
  expect(said).toMatch(/^\d{4}\u00a0\d{3}$/);
  await ola.page.getByRole('listitem').getByText('Piotr Zdrój').waitFor();
  expect(new URL(ola.page.url()).hash).toBe(`#${said.replace('\u00a0', '')}`);
  await ola.page.getByRole('region', { name: 'Sklep' }).getByText('przez telefon').waitFor();

  const outages = jan.page.getByRole('region', { name: 'Awarie' });
  await outages.getByRole('link', { name: 'Sklep pokazuje białą stronę' }).waitFor();
  await jan.page.goto(deskUrl(demo, '#/phone'));
  expect(await jan.page.getByLabel(/Co się dzieje/).inputValue()).toBe('');
  for (const { complaints, end } of [ola, jan]) {
    expect(others(complaints)).toEqual([]);
    await end();
  }
});

test('a call that is left is there again, and one that the rules refuse says so and loses nothing', async () => {
  const { page, end } = await demo.visit();
  await signIn(page, demo, 'ola', '#/phone');
  await page
    .getByLabel(/^Sklep: nazwa/)
    .first()
    .fill('rowery');
  await page.getByText('Rowery Koło').click();
  await page.getByLabel(/Temat/).fill('Nie działa płatność');
  await page.getByLabel(/Co się dzieje/).fill('Bramka odrzuca karty.');
  await page.goto(deskUrl(demo, '#'));
  await page.reload();
  await page.getByText('Na żywo').waitFor();
  const askedAgain = page.waitForResponse(/\/shops\?q=4fMqZ8xB/).then((response) => response.finished());
  await page.keyboard.press('p');
  await expect.poll(() => page.getByLabel(/Co się dzieje/).inputValue()).toBe('Bramka odrzuca karty.');

  // Support ends while the agent writes; the page still shows what it was told when it was opened.
  await askedAgain;
  const { id, purchased_on } = await shopRow('rowery');
  await page.getByText('Pomoc techniczna: Aktywna').waitFor();
  await demo.store.updateTable('shops').set({ purchased_on: '2020-01-01' }).where('id', '=', id).execute();
  await page.getByLabel(/Temat/).press('Control+Enter');
  await page.getByText('Nie przyjęto: pomoc tego sklepu jest dziś nieaktywna').waitFor();
  await page.getByText('Okres minął – ostatni dzień:').waitFor();
  expect(await page.getByLabel(/Co się dzieje/).inputValue()).toBe('Bramka odrzuca karty.');
  await demo.store.updateTable('shops').set({ purchased_on }).where('id', '=', id).execute();
  await page.getByRole('button', { name: 'Wyczyść' }).click();
  await end();
});

test('a call that is answered late leads nobody away from another ticket, and its number is there on the next visit', async () => {
  const { page, end } = await demo.visit();
  await signIn(page, demo, 'ola', '#/phone');
  await page.getByLabel(/^Sklep: nazwa/).fill('zrod');
  await page.getByRole('option', { name: /Źródło Smaków/ }).click();
  await page.getByLabel(/Temat/).fill('Panel nie odpowiada');
  await page.getByLabel(/Co się dzieje/).fill('Od rana nie można się zalogować.');
  const late = Promise.withResolvers<void>();
  await page.route('**/api/desk/tickets', async (route) => {
    if (route.request().method() === 'POST') await late.promise;
    await route.continue();
  });
  await page.getByLabel(/Temat/).press('Control+Enter');
  await page.getByRole('button', { name: 'Wysyłanie…' }).waitFor();
  expect(await page.getByLabel(/Co się dzieje/).getAttribute('readonly')).not.toBeNull();

  await page.goto(deskUrl(demo, '#'));
  await page.getByRole('link', { name: 'Darmowa dostawa' }).click();
  const answer = page.getByLabel('Treść odpowiedzi');
  await answer.fill('Dzień dobry,');
  const address = page.url();
  const opened = page.waitForResponse(
    (response) => response.request().method() === 'POST' && response.url().endsWith('/desk/tickets'),
  );
  late.resolve();
  const { number } = (await (await opened).json()) as { number: string };
  await page.getByRole('link', { name: 'Panel nie odpowiada' }).waitFor();
  await answer.pressSequentially(' już sprawdzam.');
  expect([page.url(), await answer.inputValue()]).toEqual([address, 'Dzień dobry, już sprawdzam.']);

  await answer.fill('');
  await page.goto(deskUrl(demo, '#/phone'));
  const told = page.getByRole('status').filter({ hasText: 'Ostatnie zgłoszenie zostało przyjęte' });
  expect(await told.getByRole('link').getAttribute('href')).toBe(`#${number}`);
  expect(await findings(page), 'a call that was taken meanwhile').toEqual([]);
  await told.getByRole('button', { name: 'Zamknij' }).click();
  await told.getByRole('link').waitFor({ state: 'detached' });
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('page-heading');
  await end();
});

test('a package that is added gives the shop its new last day', async () => {
  const { page, complaints, end } = await demo.visit();
  await signIn(page, demo, 'ola');
  const before = (await shopStatus('zuraw')).support.lastDay;
  await openShop(page, 'Księgarnia Żuraw');
  await page.getByText('Nowy ostatni dzień').waitFor();
  expect((await shopStatus('zuraw')).support.lastDay).toBe(before);
  await page.getByLabel('6 miesięcy').check();
  await page.getByText('Nowy ostatni dzień').waitFor();
  await page.getByRole('button', { name: 'Dodaj pakiet' }).click();
  const told = await page.getByText(/^Dodano. Pomoc trwa do/).textContent();
  const { lastDay } = (await shopStatus('zuraw')).support;
  const inWords = new Date(lastDay).toLocaleDateString('pl', { dateStyle: 'long', timeZone: 'UTC' });
  expect(lastDay > before).toBe(true);
  expect(told).toBe(`Dodano. Pomoc trwa do ${inWords}.`);
  expect(others(complaints)).toEqual([]);
  await end();
});

test('a secret is shown once, opens a session, and ends when it is revoked', async () => {
  const { page, complaints, end } = await demo.visit();
  await signIn(page, demo, 'ola');
  await openShop(page, 'Księgarnia Żuraw');
  await page.getByRole('button', { name: 'Utwórz sekret' }).click();
  const notice = page.locator('.made');
  await notice.waitFor();
  const [kid = '', secret = ''] = await notice.locator('code').allTextContents();
  const { support_number: sub, install_url: url } = await shopRow('zuraw');
  let assertions = 0;
  const openSession = async () => {
    const now = Math.floor(Date.now() / 1000);
    assertions += 1;
    const claims = { aud: 'pomoc-online', sub, url, iat: now, exp: now + 60, jti: `e2e-assertion-${assertions}-1234` };
    const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');
    const input = `${encode({ alg: 'HS256', typ: 'JWT', kid })}.${encode(claims)}`;
    const token = `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
    const response = await fetch(`http://localhost:${demo.port}/api/v1/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    return response.status;
  };
  expect(await openSession()).toBe(201);
  await page.getByRole('button', { name: 'Zapisane, ukryj' }).click();
  await page.reload();
  await page.getByRole('button', { name: `Unieważnij ${kid}` }).waitFor();
  expect(await page.content()).not.toContain(secret);
  await page.getByRole('button', { name: `Unieważnij ${kid}` }).click();
  await page.getByRole('button', { name: 'Tak, unieważnij' }).click();
  await page
    .getByText(/unieważniony/)
    .first()
    .waitFor();
  expect(await openSession()).toBe(401);
  expect(others(complaints)).toEqual([]);
  await end();
});

test('an agent who is no admin sees a shop, and is told in words what only an admin may do', async () => {
  const { page, end } = await demo.visit();
  await signIn(page, demo, 'jan');
  await openShop(page, 'Rowery Koło');
  expect(await page.getByText(/może (zrobić|dodać) tylko administrator\./).count()).toBe(3);
  for (const name of ['Dodaj pakiet', 'Utwórz sekret', 'Oznacz naruszenie']) {
    expect(await page.getByRole('button', { name }).count()).toBe(0);
  }
  await end();
});

test('the lists are narrowed to one shop by its name, and widened again', async () => {
  const { page, end } = await demo.visit();
  await signIn(page, demo, 'ola');
  await page.getByRole('link', { name: 'Darmowa dostawa' }).click();
  await page.getByRole('button', { name: 'Tylko ten sklep' }).click();
  const filters = page.locator('.filter-row');
  await filters.getByText('Rowery Koło').waitFor();
  await page.getByRole('link', { name: 'Plik CSV z hurtowni' }).waitFor({ state: 'detached' });
  await filters.getByRole('button', { name: /Rowery Koło/ }).click();
  await page.getByRole('link', { name: 'Plik CSV z hurtowni' }).waitFor();
  await openShop(page, 'Księgarnia Żuraw');
  await page.getByRole('button', { name: 'Zgłoszenia tego sklepu' }).click();
  await filters.getByText('Księgarnia Żuraw').waitFor();
  await page.getByRole('link', { name: 'Plik CSV z hurtowni' }).waitFor();
  expect(await page.getByRole('link', { name: 'Darmowa dostawa' }).count()).toBe(0);
  await end();
});

test.each(LOOKS)('axe finds nothing in calls and shops; $colorScheme, $viewport.width px', async (look) => {
  const { page, end } = await demo.visit(look);
  await signIn(page, demo, 'ola', '#/phone');
  const box = page.getByLabel(/^Sklep: nazwa/);
  await box.fill('o');
  await page.locator('[role="option"]').nth(1).waitFor();
  expect(await findings(page), 'shops offered').toEqual([]);
  await box.fill('nie ma takiego');
  await page.getByText('Nie ma takiego sklepu w rejestrze').waitFor();
  await page.keyboard.press('Control+Enter');
  expect(await findings(page), 'what is missing').toEqual([]);
  await box.fill('zuraw');
  await page.getByText('Księgarnia Żuraw').waitFor();
  await box.press('Enter');
  await page.getByText('Pomoc techniczna: Aktywna').waitFor();
  expect(await findings(page), 'a call').toEqual([]);
  await page.getByRole('button', { name: 'Wyczyść' }).click();
  await page.goto(deskUrl(demo, '#/shops'));
  await page.getByRole('link', { name: 'Księgarnia Żuraw' }).waitFor();
  expect(await findings(page), 'the list').toEqual([]);
  await openShop(page, 'Księgarnia Żuraw');
  await page.getByLabel('Inna liczba').check();
  await page.getByLabel('Liczba miesięcy').fill('99');
  await page.getByText('miesięcy musi być od 1 do 36').waitFor();
  await page.getByRole('button', { name: 'Utwórz sekret' }).click();
  await page.locator('.made').waitFor();
  await page
    .getByRole('button', { name: /^Unieważnij/ })
    .first()
    .click();
  expect(await findings(page), 'a shop').toEqual([]);
  await end();
});

test('hostile strings as names, addresses and e-mails of shops stay text, in the list, on a shop and in a call', async () => {
  const { page, complaints, end } = await demo.visit();
  const { id: _, words: __, signature: ___, ...like } = await shopRow('zuraw');
  const texts = HOSTILE_STRINGS.filter((text) => text.trim() !== '' && text.length <= 2000 && text.isWellFormed());
  for (const [index, text] of texts.entries()) {
    const shop_name = `${text} hostile`;
    const hostile = { shop_name, install_url: text, contact_email: text, support_number: `Hostile${index}` };
    await upsertShop(demo.store, { ...like, ...hostile });
  }
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await signIn(page, demo, 'ola', '#/shops');
  await page.getByLabel(/Szukaj sklepu/).fill('hostile');
  const links = page.locator('.shop-list a');
  // Before what was found stands there, the whole registry does.
  await links.filter({ hasText: 'hostile' }).first().waitFor();
  for (let count = await links.count(); count < texts.length; count = await links.count()) {
    await page.getByRole('button', { name: 'Pokaż więcej' }).click();
    await expect.poll(() => links.count()).toBeGreaterThan(count);
  }
  expect(await links.count()).toBe(texts.length);
  const shown = await links.evaluateAll((all) => all.map((link) => [link.textContent, link.childElementCount]));
  expect(shown.toSorted()).toEqual(texts.map((text) => [`${text} hostile`, 0]).toSorted());
  await links.first().click();
  await page.getByText('Skąd ostatni dzień pomocy').waitFor();
  await page.goto(deskUrl(demo, '#/phone'));
  await page.getByLabel(/^Sklep: nazwa/).fill('Hostile1');
  await page.locator('[role="option"]').first().click();
  await page.getByText('Pomoc techniczna: Aktywna').waitFor();
  // What is no address at all is no shop that could call: the call is taken for a real one.
  await page.getByRole('button', { name: 'Inny sklep' }).click();
  await page.getByLabel(/^Sklep: nazwa/).fill('7KcWt9Ru');
  await page.locator('[role="option"]').getByText('Księgarnia Żuraw').click();
  await page.getByText('Pomoc techniczna: Aktywna').waitFor();
  await page.getByLabel(/Temat/).fill('<img src=x onerror=alert(1)>');
  await page.getByLabel(/Co się dzieje/).fill(texts.slice(0, 40).join('\n'));
  await page.getByLabel('E-mail klienta').fill('"><script>alert(1)</script>@x.pl');
  await page.getByLabel(/Temat/).press('Control+Enter');
  await page.getByText('To nie jest adres e-mail.').waitFor();
  await page.getByLabel('E-mail klienta').fill('onerror=alert`1`@x.pl');
  await page.getByLabel(/Temat/).press('Control+Enter');
  await page.getByRole('heading', { name: '<img src=x onerror=alert(1)>' }).waitFor();
  const strangers = await page.evaluate(
    () => document.querySelectorAll('img, iframe, object, script:not([src])').length,
  );
  expect([strangers, dialogs]).toEqual([0, []]);
  expect(others(complaints)).toEqual([]);
  await end();
});
