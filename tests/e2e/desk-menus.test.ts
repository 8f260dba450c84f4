import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addIncident } from '../../src/incidents/add-incident.ts';
import { type Demo, startDemo } from '../support/demo.ts';
import { numberOf, signIn } from '../support/desk-page.ts';
import { findings } from '../support/findings.ts';
import { LOOKS } from '../support/looks.ts';

const PROBLEM = 'Wolny panel';

let demo: Demo;
let answered: string;
beforeAll(async () => {
  demo = await startDemo();
  const now = Temporal.Now.instant();
  const words = { kind: 'incident', title: PROBLEM, text: 'Sprawdzamy.', english: null } as const;
  const when = { since: now.subtract({ hours: 1 }), until: null, fromVersion: null, toVersion: null };
  await addIncident(demo.store, { ...words, ...when }, 'operator', now);
  // Only what waits for no answer of ours can be put off.
  answered = await numberOf(demo, 'Kolejność kategorii w menu');
});
afterAll(() => demo.close());

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

test.each(LOOKS)(
  'axe finds nothing in what a ticket can open, and nothing is cut off; $colorScheme, $viewport.width px',
  async (look) => {
    const { page, end } = await demo.visit(look);
    const { width } = look.viewport;
    await signIn(page, demo, 'ola', `#${answered}`);
    const menus: [RegExp | string, RegExp | string][] = [
      [/^Przypisane do/, 'Jan Kos'],
      [/^Status/, 'Rozwiązane'],
      ['Odłóż', /^jutro/],
      ['Znany problem', PROBLEM],
    ];
    for (const [name, choice] of menus) {
      if (name === 'Odłóż') await button(page, 'Pozostałe działania').press('Enter');
      await button(page, name).press('Enter');
      const place = async () =>
        (await page.locator('.menu-list').getByRole('button', { name: choice }).last().boundingBox()) ?? {
          x: -1,
          width,
        };
      await expect.poll(async () => (await place()).x, { message: `${name}` }).toBeGreaterThanOrEqual(0);
      await expect.poll(async () => (await place()).x + (await place()).width).toBeLessThanOrEqual(width);
      expect(await findings(page), `${name}`).toEqual([]);
      await page.keyboard.press('Escape');
    }
    await button(page, /^Połącz…/).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await findings(page), 'merging').toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await end();
  },
);

test.each(LOOKS)(
  'axe finds nothing in the question before a problem is solved; $colorScheme, $viewport.width px',
  async (look) => {
    const { page, end } = await demo.visit(look);
    await signIn(page, demo, 'ola', '#/incidents');
    await page.getByRole('link', { name: new RegExp(PROBLEM) }).click();
    await page.getByLabel('Odpowiedź dla wszystkich').fill('Panel znów jest szybki.');
    await button(page, 'Rozwiąż i odpowiedz wszystkim').click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await findings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Anuluj' }).click();
    await end();
  },
);
