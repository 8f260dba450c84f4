import { mkdirSync } from 'node:fs';
import { answerTicket } from '../../src/tickets/answer-ticket.ts';
import { LETTER, openHelp, send, startDemo, typeLetter } from './demo.ts';
mkdirSync('/tmp/shots', { recursive: true });
const demo = await startDemo();
try {
for (const [width, scheme] of [[1280, 'light'], [390, 'dark']] as const) {
  const { page, complaints, end } = await demo.visit({ viewport: { width, height: 844 }, colorScheme: scheme });
  page.setDefaultTimeout(6000);
  const take = (name: string) => page.screenshot({ path: `/tmp/shots/${name}-${width}.png` });
  await page.goto(demo.url('zuraw'));
  await openHelp(page);
  await take('form');
  await typeLetter(page, LETTER);
  const number = await send(page);
  await take('receipt');
  await page.getByRole('button', { name: 'Zobacz zgłoszenie' }).click();
  await page.getByRole('heading', { name: LETTER.subject }).waitFor();
  await take('thread');
  await answerTicket({ store: demo.store, now: () => Temporal.Now.instant() }, { number, actor: 'operator', author: 'Anna z pomocy' }, { text: 'Dzień dobry,\npróg jest w zakładce „Wysyłki”.', status: 'waiting-for-customer' });
  await page.getByText('próg jest w zakładce').waitFor();
  await take('answered');
  await page.getByLabel('Odpowiedź').fill('Dziękuję, działa!');
  await page.getByRole('button', { name: 'Wyślij odpowiedź' }).click();
  await page.getByText('Dziękuję, działa!').waitFor();
  await page.getByRole('button', { name: 'Rozwiązane' }).click();
  await page.getByRole('button', { name: 'Otwórz ponownie' }).waitFor();
  await take('solved');
  await page.getByRole('button', { name: 'Moje zgłoszenia' }).click();
  await page.getByText('Wszystkie zgłoszenia tego sklepu').waitFor();
  await take('list');
  await answerTicket({ store: demo.store, now: () => Temporal.Now.instant() }, { number, actor: 'operator', author: 'Anna z pomocy' }, { text: 'Cieszymy się.', status: 'solved' });
  await page.evaluate(() => localStorage.setItem('pomoc.unread/zarzadzanie/', '0 1'));
  await page.keyboard.press('Escape');
  await page.waitForTimeout(1500);
  await take('badge');
  console.log(await page.locator('#PomocOnline').getAttribute('aria-label'), complaints, await page.evaluate(() => ({ ...localStorage })));
  await end();
}
} finally { await demo.close(); }
