import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, startDemo } from '../support/demo.ts';
import { numberOf, signIn } from '../support/desk-page.ts';
import { findings } from '../support/findings.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

test.each([1280, 390, 320])(
  'at %i px the journal has no fault of layout or of accessibility, light and dark',
  async (width) => {
    const { page, end } = await demo.visit({ viewport: { width, height: 844 } });
    await signIn(page, demo, 'ola', '#/journal');
    await page.getByText(/^Pokazano wpisów: \d+\.$/).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await findings(page)).toEqual([]);
      if (process.env.POMOC_PICTURES)
        await page.screenshot({ path: `${process.env.POMOC_PICTURES}/journal-${width}-${colorScheme}.png` });
    }
    await end();
  },
);

test('by keyboard alone an admin finds who opened a ticket; an agent is not offered the journal', async () => {
  const [ola, jan] = [await demo.visit(), await demo.visit()];
  const number = await numberOf(demo, 'Plik CSV z hurtowni');
  await signIn(jan.page, demo, 'jan', `#${number}`);
  await jan.page.getByRole('heading', { name: 'Plik CSV z hurtowni' }).waitFor();
  await jan.page.getByRole('button', { name: 'Więcej' }).press('Enter');
  await jan.page.getByRole('link', { name: 'Gotowe teksty' }).waitFor();
  expect(await jan.page.getByRole('link', { name: 'Dziennik' }).count()).toBe(0);

  await signIn(ola.page, demo, 'ola');
  await ola.page.getByRole('button', { name: 'Więcej' }).press('Enter');
  await ola.page.getByRole('link', { name: 'Dziennik' }).press('Enter');
  await ola.page.getByLabel('Kto', { exact: true }).selectOption('Jan Kos');
  await ola.page.getByLabel('Co', { exact: true }).selectOption('otwarcie zgłoszenia');
  await ola.page.getByLabel('Zgłoszenie', { exact: true }).fill(number);
  await ola.page.keyboard.press('Enter');
  await ola.page.getByText('Pokazano wpisów: 1.').waitFor();
  const entry = ola.page.getByRole('list', { name: 'Wpisy' }).getByRole('listitem');
  expect(await entry.textContent()).toContain('Jan KosOtwarto zgłoszenie.');
  await entry.getByRole('link', { name: number }).press('Enter');
  await ola.page.getByRole('heading', { name: 'Plik CSV z hurtowni' }).waitFor();
  for (const { end } of [ola, jan]) await end();
});
