import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningServer, serve } from '../../src/serve.ts';
import { type Demo, startDemo, type Visit } from '../support/demo.ts';

let demo: Demo;
let host: RunningServer;
let html = '';
beforeAll(async () => {
  demo = await startDemo();
  host = await serve(() => new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } }), {
    port: 0,
    host: '127.0.0.1',
  });
});
afterAll(async () => {
  await host.close();
  await demo.close();
});

/** Visits a page of a panel that ends with the tag. */
async function open(page: string, options?: Parameters<Demo['visit']>[0]): Promise<Visit> {
  const given = `data-support-number="7KcWt9Ru" data-install-url="http://zuraw.localhost:${demo.port}"`;
  html = `${page}<script async src="http://localhost:${demo.port}/pomoc.js" ${given}></script>`;
  const visit = await demo.visit(options);
  await visit.page.goto(`http://panel.localhost:${host.port}/panel/strona.php`);
  return visit;
}

test('of the drawer and the badge nothing is on paper; what the panel prints is there', async () => {
  const { page, complaints, end } = await open(`<!doctype html><script>
    localStorage['pomoc.followed/'] = '1';
    localStorage['pomoc.unread/'] = '3 ' + Date.now() + ' ';
  </script><h1>Faktura 12</h1><a href="#" id="PomocOnline">Pomoc online</a>`);
  const badge = page.locator('html > [aria-hidden=true]');
  const drawer = page.getByRole('dialog');
  const invoice = page.getByText('Faktura 12');
  await badge.waitFor();
  await page.emulateMedia({ media: 'print' });
  expect([await badge.isVisible(), await invoice.isVisible()]).toEqual([false, true]);
  await page.emulateMedia({ media: 'screen' });
  await page.locator('#PomocOnline').click();
  await drawer.waitFor();
  await page.emulateMedia({ media: 'print' });
  expect([await drawer.isVisible(), await invoice.isVisible()]).toEqual([false, true]);
  await page.emulateMedia({ media: 'screen' });
  expect(await drawer.isVisible()).toBe(true);
  expect(complaints).toEqual([]);
  await end();
});

test('the help is typed into while an element of the page is in full screen, and after it', async () => {
  const { page, complaints, end } = await open(
    `<!doctype html><div id="film" style="background:#000"><button onclick="film.requestFullscreen()">Pełny ekran</button></div>
    <a href="#" id="PomocOnline">Pomoc online</a>`,
  );
  const subject = page.getByLabel('Co się dzieje?');
  await page.locator('#PomocOnline').click();
  await subject.fill('a');
  await page.getByText('Pełny ekran').click();
  await page.waitForFunction(() => document.fullscreenElement);
  await subject.click();
  await page.keyboard.type('b');
  await page.evaluate(() => document.exitFullscreen());
  await expect
    .poll(() => page.evaluate(() => document.querySelector('[data-pomoc]')?.parentNode?.nodeName))
    .toBe('HTML');
  await page.keyboard.type('c');
  expect(await subject.inputValue()).toBe('abc');
  expect(complaints).toEqual([]);
  await end();
});

test.each([
  ['that says nothing of phones, and is laid out 980 px wide', ''],
  ['that is as wide as the phone', '<meta name="viewport" content="width=device-width">'],
])('on a phone the drawer fills the screen in letters of 16 px, in a panel %s', async (_panel, head) => {
  const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };
  const { page, complaints, end } = await open(
    `<!doctype html><html><head>${head}</head><body><a href="#" id="PomocOnline" style="font-size:60px">Pomoc online</a><p>Panel`,
    phone,
  );
  await page.locator('#PomocOnline').tap();
  const subject = page.getByLabel('Co się dzieje?');
  await subject.fill('Dostawa');
  /** As the eye sees it, in CSS pixels of the phone. */
  const seen = () =>
    subject.evaluate((field) => {
      const scale = visualViewport?.scale ?? 1;
      const drawer = (field.getRootNode() as ShadowRoot).querySelector('.drawer') as Element;
      const zoom = field.getBoundingClientRect().height / (field as HTMLElement).offsetHeight;
      const letters = Number.parseFloat(getComputedStyle(field).fontSize) * zoom * scale;
      return [Math.round(letters), Math.round(drawer.getBoundingClientRect().width * scale)];
    });
  await expect.poll(seen).toEqual([16, 390]);
  expect(complaints).toEqual([]);
  await end();
});
