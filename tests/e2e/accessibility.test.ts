import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, LETTER, openHelp, PANELS, type PanelName, send, startDemo, typeLetter } from '../support/demo.ts';
import { findings } from '../support/findings.ts';
import { copyPicture, dragOver } from '../support/pictures.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

const panels = Object.keys(PANELS) as PanelName[];
const looks = panels.flatMap((panel) => (['light', 'dark'] as const).map((colorScheme) => ({ panel, colorScheme })));

test.each(looks)('axe finds nothing in the panel $panel, $colorScheme: closed, form, errors, receipt', async (look) => {
  const { page, end } = await demo.visit({ colorScheme: look.colorScheme });
  await page.goto(demo.url(look.panel));
  expect(await findings(page), 'closed').toEqual([]);
  await openHelp(page);
  expect(await findings(page), 'form').toEqual([]);
  await page.getByRole('button', { name: 'Wyślij zgłoszenie' }).click();
  await page.getByText('Prosimy opisać, co się dzieje.').waitFor();
  expect(await findings(page), 'errors').toEqual([]);
  await page.getByLabel('Czego dotyczy zgłoszenie').selectOption('N8');
  expect(await findings(page), 'a topic outside support').toEqual([]);
  await page.getByLabel('Czego dotyczy zgłoszenie').selectOption('outage');
  await page.getByLabel('Panel nie działa').check();
  expect(await findings(page), 'an outage').toEqual([]);
  await typeLetter(page, LETTER);
  await send(page);
  expect(await findings(page), 'receipt').toEqual([]);
  await end();
});

test.each(['light', 'dark'] as const)('axe finds nothing in files, editor and diagnostics, %s', async (colorScheme) => {
  const { page, end } = await demo.visit({ colorScheme });
  await page.goto(demo.url('zuraw'));
  await openHelp(page);
  await page.getByRole('button', { name: 'Informacje techniczne' }).click();
  await page.getByRole('button', { name: 'Kopiuj informacje' }).waitFor();
  await copyPicture(page);
  await page.getByLabel('Opis').press('ControlOrMeta+V');
  await page.getByRole('button', { name: 'Zasłoń lub zaznacz' }).waitFor();
  expect(await findings(page), 'files and diagnostics').toEqual([]);
  await page.getByRole('button', { name: 'Zasłoń lub zaznacz' }).click();
  await page.getByRole('heading', { name: 'Zasłoń dane kupujących' }).waitFor();
  await dragOver(page, [0.1, 0.1], [0.4, 0.4]);
  await page.getByRole('button', { name: 'Usuń zaznaczenie' }).waitFor();
  expect(await findings(page), 'editor').toEqual([]);
  await page.getByRole('button', { name: 'Zapisz obraz' }).click();
  await page.getByRole('heading', { name: 'Zasłoń dane kupujących' }).waitFor({ state: 'detached' });
  await typeLetter(page, LETTER);
  await page.route('**/uploads/*', () => {});
  await page.getByRole('button', { name: 'Wyślij zgłoszenie' }).click();
  await page.getByRole('progressbar').waitFor();
  expect(await findings(page), 'files on their way').toEqual([]);
  await end();
});
