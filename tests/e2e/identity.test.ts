import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAgent } from '../../src/identity/add-agent.ts';
import { type Demo, PANELS, type PanelName, startDemo } from '../support/demo.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await startDemo();
});
afterAll(() => demo.close());

test.each(Object.keys(PANELS) as PanelName[])(
  'a script in the panel %s gets its token and exchanges it for a session',
  async (panel) => {
    const { page, end } = await demo.visit();
    await page.goto(demo.url(panel));
    const tokenUrl = (await page.locator('script[data-token-url]').getAttribute('data-token-url')) ?? '';
    const [status, opened] = await page.evaluate(
      async ([tokenUrl, service]) => {
        const { token } = (await (await fetch(tokenUrl)).json()) as { token: string };
        const body = JSON.stringify({ token });
        const headers = { 'Content-Type': 'application/json' };
        const answer = await fetch(`${service}/api/v1/session`, { method: 'POST', headers, body });
        return [answer.status, await answer.json()] as const;
      },
      [tokenUrl, `http://localhost:${demo.port}`] as const,
    );
    expect([status, opened.shop.supportNumber]).toEqual([201, PANELS[panel].number]);
    await end();
  },
);

test('a script in one panel gets no token of another', async () => {
  const { page, end } = await demo.visit();
  await page.goto(demo.url('smaki'));
  const tokenOfZuraw = demo.url('zuraw', 'pomoc-token');
  const outcome = await page.evaluate((url) => fetch(url).then(String, () => 'refused'), tokenOfZuraw);
  expect(outcome).toBe('refused');
  const answered = page.waitForResponse(tokenOfZuraw);
  await page.evaluate((url) => fetch(url, { mode: 'no-cors' }).then(() => {}), tokenOfZuraw);
  expect((await answered).status()).toBe(403);
  await end();
});

test('a browser keeps the desk’s cookie on localhost without TLS, and hides it from scripts and from other hosts', async () => {
  const agent = { email: 'anna@shopgold.pl', name: 'Anna', role: 'agent', password: 'konik na biegunach' } as const;
  await addAgent(demo.store, agent, Temporal.Now.instant());
  const { page, end } = await demo.visit({ bypassCSP: true });
  await page.goto(`http://localhost:${demo.port}/demo/`);
  const ask = (method: string, body?: object) =>
    page.evaluate(
      async ([method, body]) => {
        const init = body ? { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) } : {};
        const answer = await fetch('/api/desk/session', { method, ...init });
        return { status: answer.status, body: answer.status === 204 ? null : await answer.json() };
      },
      [method, body] as const,
    );
  const { email, password } = agent;
  expect((await ask('POST', { email, password })).status).toBe(200);
  expect(await ask('GET')).toEqual({
    status: 200,
    body: {
      agent: { id: expect.any(String), name: 'Anna', email, role: 'agent' },
      secondFactor: { state: 'optional', until: null },
    },
  });
  expect(await page.evaluate(() => document.cookie)).toBe('');
  expect(await page.context().cookies(demo.url('zuraw'))).toEqual([]);
  expect((await ask('DELETE')).status).toBe(204);
  expect((await ask('GET')).status).toBe(401);
  await end();
});
