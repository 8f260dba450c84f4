import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, startDemo } from '../support/demo.ts';
import { numberOf, signIn } from '../support/desk-page.ts';
import { findings } from '../support/findings.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

/** How much of the window somebody reads the conversation through, in pixels, when it was scrolled to the end. */
const roomToRead = (page: Page) =>
  page.evaluate(() => {
    const thread = document.querySelector('.thread') as HTMLElement;
    thread.scrollIntoView();
    const { top, bottom } = thread.getBoundingClientRect();
    const composer = (document.querySelector('.composer') as HTMLElement).getBoundingClientRect().top;
    return Math.min(bottom, composer, innerHeight) - Math.max(top, 0);
  });

test.each([
  { called: 'a laptop', width: 1280, height: 800 },
  { called: 'a tablet', width: 1024, height: 768 },
  { called: 'half a window', width: 900, height: 700 },
  { called: 'a phone', width: 390, height: 844 },
  { called: '1280 × 800 at 200 %', width: 640, height: 400 },
])('on $called a ticket leaves room to read, and nothing is beyond the window or cut', async ({ width, height }) => {
  const { page, end } = await demo.visit({ viewport: { width, height } });
  await signIn(page, demo, 'ola', `#${await numberOf(demo, 'Plik CSV z hurtowni')}`);
  await page.getByRole('region', { name: 'Rozmowa' }).waitFor();
  expect(await roomToRead(page)).toBeGreaterThan(120);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.pill, .top *, .filters *')]
      .filter((element) => element.checkVisibility() && !element.matches('input, select, svg *'))
      // what only screen readers have is no cut text
      .filter((element) => getComputedStyle(element).clipPath === 'none' && element.closest('h1') === null)
      .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
      .map((element) => element.textContent),
  );
  expect(cut).toEqual([]);
  await end();
});

test.each([1280, 390])('at %i px many tickets and long facts leave everything of the list in it', async (width) => {
  const { page, end } = await demo.visit({ viewport: { width, height: 844 } });
  await page.route('**/api/desk/queue*', async (route) => {
    const answer = await route.fetch();
    if (!answer.ok()) return route.fulfill({ response: answer });
    const queue = await answer.json();
    queue.counts = { ...queue.counts, all: 128, mine: 24, unassigned: 104 };
    for (const ticket of queue.sections.flatMap(({ tickets }: { tickets: object[] }) => tickets))
      Object.assign(ticket, {
        isOutage: true,
        facts: ['orders-blocked'],
        covered: false,
        proof: 'unverified',
        answerBy: null,
        waitingSince: new Date(Date.now() - 95_000_000).toISOString(),
      });
    return route.fulfill({ response: answer, json: queue });
  });
  await signIn(page, demo, 'ola');
  await page.getByText('128').first().waitFor();
  const beyond = await page.evaluate(() => {
    const edge = (document.querySelector('.list-pane') as HTMLElement).getBoundingClientRect().right;
    return [...document.querySelectorAll('.list-pane :is(.views > *, .row-facts > *)')]
      .filter((element) => element.getBoundingClientRect().right > edge - 5)
      .map(
        (element) =>
          `${element.getAttribute('aria-label') ?? element.textContent}: ${element.getBoundingClientRect().right - edge}`,
      );
  });
  expect(beyond).toEqual([]);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await end();
});

test('at 320 px, as a laptop at 400 % has it, no page is wider than the window, and axe finds nothing', async () => {
  const { page, end } = await demo.visit({ viewport: { width: 320, height: 640 } });
  await signIn(page, demo, 'ola');
  const ticket = await numberOf(demo, 'Plik CSV z hurtowni');
  const shown = {
    '': 'Darmowa dostawa',
    [ticket]: 'Import 14 tys. pozycji',
    [`${ticket}/shop`]: 'Inne zgłoszenia sklepu',
    '/phone': 'Kto zgłasza',
    '/incidents': 'Nic teraz nie trwa.',
    '/incidents/new': 'Co się dzieje i co zrobić',
    '/shops': 'Rowery Koło',
    '/shops/1': 'Skąd ostatni dzień pomocy',
    '/reports': 'Czas odpowiedzi',
    '/macros': 'Powitanie',
    '/settings': 'Poniedziałek',
    '/sessions': 'Otwarte sesje',
  };
  for (const [hash, text] of Object.entries(shown)) {
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
    await page.getByText(text).filter({ visible: true }).first().waitFor();
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(beyond, hash).toBeLessThanOrEqual(0);
    expect(await findings(page), hash).toEqual([]);
  }
  await end();
});

test('in the reader’s own colours what is chosen has an edge, and axe finds nothing', async () => {
  const { page, end } = await demo.visit({ forcedColors: 'active' });
  await signIn(page, demo, 'ola', `#${await numberOf(demo, 'Plik CSV z hurtowni')}`);
  await page.getByRole('region', { name: 'Rozmowa' }).waitFor();
  const edges = await page
    .locator('[aria-pressed="true"], [aria-current]')
    .evaluateAll((chosen) => chosen.map((element) => getComputedStyle(element).outlineStyle));
  expect(edges.length).toBeGreaterThan(3);
  expect(new Set(edges)).toEqual(new Set(['solid']));
  expect(await findings(page)).toEqual([]);
  await end();
});

test('where the shop has no room beside the ticket it is a press away, and back', async () => {
  const { page, end } = await demo.visit({ viewport: { width: 900, height: 700 } });
  await signIn(page, demo, 'ola', `#${await numberOf(demo, 'Plik CSV z hurtowni')}`);
  await page.getByRole('link', { name: 'Sklep', exact: true }).click();
  await page.getByRole('region', { name: 'Sklep' }).getByText('Inne zgłoszenia sklepu', { exact: true }).waitFor();
  expect(await page.getByRole('region', { name: 'Rozmowa' }).isVisible()).toBe(false);
  await page.getByRole('link', { name: 'Rozmowa' }).click();
  await page.getByRole('region', { name: 'Rozmowa' }).waitFor();
  await end();
});

test('in a low window the answer is written below the thread, not over it', async () => {
  const { page, end } = await demo.visit({ viewport: { width: 640, height: 400 } });
  await signIn(page, demo, 'ola', `#${await numberOf(demo, 'Plik CSV z hurtowni')}`);
  await page.getByRole('region', { name: 'Rozmowa' }).waitFor();
  const over = await page.evaluate(() => {
    document.querySelector('.ticket-pane')?.scrollTo(0, 0);
    const bottomOf = document.querySelector('.thread')?.getBoundingClientRect().bottom ?? 0;
    return bottomOf - (document.querySelector('.composer')?.getBoundingClientRect().top ?? 0);
  });
  expect(over).toBeLessThanOrEqual(0);
  await end();
});
