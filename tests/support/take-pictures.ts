import { mkdirSync } from 'node:fs';
import { sharedChromium } from './chromium.ts';
import { chooseTopic, LETTER, openHelp, receiptNumber, startDemo, typeLetter } from './demo.ts';
import { freePort } from './free-port.ts';
import { copyPicture, dragOver } from './pictures.ts';

/** `npm run pictures`, first half: the widget's main states at 1280 and 390 px into docs/pictures, from the running demo. */
const FOLDER = 'docs/pictures';
const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
];

mkdirSync(FOLDER, { recursive: true });
const demo = await startDemo(undefined, await freePort());
for (const viewport of SIZES) {
  const { page, end } = await demo.visit({ viewport });
  const take = (state: string) => page.screenshot({ path: `${FOLDER}/${state}-${viewport.width}.png` });
  const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click();
  await page.goto(demo.url('zuraw'));
  await openHelp(page);
  const description = `${LETTER.description} Kurier za pobraniem ma płacić zawsze.`;
  await page.getByLabel('Co się dzieje?').fill(description);
  await page.getByRole('button', { name: 'Zmień', exact: true }).waitFor();
  await take('form'); // with the title and the topic that it proposes
  await page.getByLabel('Co się dzieje?').fill('');
  await typeLetter(page, { ...LETTER, description });
  await chooseTopic(page, 'N8');
  await take('outside-support');
  await chooseTopic(page, LETTER.topic);
  await page.getByLabel('Co się dzieje?').fill('Nie mogę się zalogować do panelu, hasło: Zuraw2024! już nie działa.');
  await page.getByRole('button', { name: 'Usuń z tekstu' }).scrollIntoViewIfNeeded();
  await take('password');
  await press('Usuń z tekstu');
  await copyPicture(page);
  await page.getByLabel('Co się dzieje?').press('ControlOrMeta+V');
  await press('Zasłoń lub zaznacz');
  await page.getByRole('heading', { name: 'Obraz do zgłoszenia' }).waitFor();
  await dragOver(page, [0.1, 0.2], [0.6, 0.4]);
  await take('redaction');
  await press('Zapisz obraz');
  await page.getByRole('heading', { name: 'Obraz do zgłoszenia' }).waitFor({ state: 'detached' });
  await page.getByLabel('Tytuł').fill(LETTER.subject);
  await page.getByLabel('Co się dzieje?').fill(LETTER.description);
  await page.route('**/uploads/*', (route) => route.abort());
  await press('Wyślij zgłoszenie');
  await page.getByText('Czeka na połączenie').or(page.getByText('Serwer nie odpowiada')).first().waitFor();
  await take('waiting');
  await page.unroute('**/uploads/*');
  await receiptNumber(page);
  await take('receipt');
  await press('Moje zgłoszenia');
  await page.getByRole('button', { name: /Kolejność kategorii/ }).waitFor();
  await take('list');
  await press(/Kolejność kategorii/);
  await page.getByText('Nowe kategorie pojawiają się').waitFor();
  await take('thread');
  await press('Nowe zgłoszenie');
  await press('Zasady pomocy');
  await page.getByText('72 godzin').first().waitFor();
  await take('rules');
  await end();
}
await demo.close();
await (await sharedChromium()).close();
