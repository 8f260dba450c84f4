import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Demo, startDemo } from '../support/demo.ts';
import { signIn } from '../support/desk-page.ts';
import { aTicket, newKey, post } from '../support/requests.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

test('a ticket is printed whole, with its shop, in dark on white, and without what is only there to be pressed', async () => {
  const description = Array.from({ length: 200 }, (_, line) => `wiersz ${line + 1}`).join('\n');
  const request = aTicket({ installUrl: `http://zuraw.localhost:${demo.port}`, subject: 'Długi opis', description });
  const address = `http://127.0.0.1:${demo.port}/api/v1/tickets`;
  const sent = await fetch(address, post(request, { 'Idempotency-Key': newKey(), Host: 'localhost' }));
  const { number } = (await sent.json()) as { number: string };
  const { page, end } = await demo.visit({ colorScheme: 'dark' });
  await signIn(page, demo, 'ola', `#${number}`);
  await page.getByText('wiersz 200').waitFor();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(
    await page.evaluate(() => {
      const of = (selector: string) => document.querySelector(selector) as HTMLElement;
      const isSeen = (selector: string) => of(selector).checkVisibility();
      const clipped = ['body', '.desk', '.desk > main', '.ticket-pane', '.thread'].filter((selector) => {
        const { overflowY } = getComputedStyle(of(selector));
        return overflowY !== 'visible' || of(selector).scrollHeight - of(selector).clientHeight > 1;
      });
      const ground = getComputedStyle(document.body).backgroundColor;
      return { clipped, ground, seen: ['.thread', '.shop-pane', '.list-pane', '.composer', '.top'].map(isSeen) };
    }),
  ).toEqual({ clipped: [], ground: 'rgb(241, 244, 244)', seen: [true, true, false, false, false] });
  await end();
});
