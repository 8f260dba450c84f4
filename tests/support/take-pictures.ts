import { mkdirSync } from 'node:fs';
import { LETTER, openHelp, send, startDemo, typeLetter } from './demo.ts';

/** `npm run pictures`: the main states at 1280 and 390 px into docs/pictures, from the running demo. */
const FOLDER = 'docs/pictures';
const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
];

mkdirSync(FOLDER, { recursive: true });
const demo = await startDemo();
for (const viewport of SIZES) {
  const { page, end } = await demo.visit({ viewport });
  const take = (state: string) => page.screenshot({ path: `${FOLDER}/${state}-${viewport.width}.png` });
  await page.goto(demo.url('zuraw'));
  await openHelp(page);
  await typeLetter(page, { ...LETTER, description: `${LETTER.description} Kurier za pobraniem ma płacić zawsze.` });
  await page.getByLabel('Czego dotyczy zgłoszenie').focus();
  await take('form');
  await page.getByLabel('Czego dotyczy zgłoszenie').selectOption('N8');
  await take('outside-support');
  await page.getByLabel('Czego dotyczy zgłoszenie').selectOption(LETTER.topic);
  await send(page);
  await take('receipt');
  await page.getByRole('button', { name: 'Moje zgłoszenia' }).click();
  await page.getByRole('button', { name: /Kolejność kategorii/ }).click();
  await page.getByText('Nowe kategorie pojawiają się').waitFor();
  await take('thread');
  await end();
}
await demo.close();
