import { afterAll, beforeAll, expect, test } from 'vitest';
import { UNCOVERED_TOPICS } from '../../../src/contract/lists.ts';
import { aCustomer } from '../../support/customer.ts';
import { aDeskAgent } from '../../support/desk-agent.ts';
import { type Service, service } from '../../support/service.ts';

let api: Service;
beforeAll(async () => {
  api = await service();
});
afterAll(() => api.discard());

test.each(['/desk/', '/desk'])(
  '%s is the page, asked for anew each time, and as strict as a page can be',
  async (path) => {
    const response = await api.app.request(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('Cache-Control')).toBe('no-cache');
    const policy = response.headers.get('Content-Security-Policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';/);
    for (const part of ["base-uri 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'"]) {
      expect(policy).toContain(part);
    }
    expect(policy).toContain("trusted-types 'none'");
    expect(policy).not.toContain('unsafe');
  },
);

test('what it loads is named after its content and kept for ever; nothing else is served there', async () => {
  const response = await api.app.request('/desk/files/a1.js');
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  for (const path of ['/desk/index.html', '/desk/files/', '/desk/files/..%2findex.html', '/desk/x']) {
    expect((await api.app.request(path)).status).toBe(404);
  }
});

test('every rule of what support does not cover can be quoted, and says that we will answer', async () => {
  const ola = await aDeskAgent(api);
  const { macros } = (await (await ola.ask('/macros')).json()) as { macros: Record<string, string>[] };
  const clauses = macros.filter(({ kind }) => kind === 'scope');
  expect(clauses.map(({ id }) => id)).toEqual([...UNCOVERED_TOPICS]);
  for (const { text } of clauses) {
    expect(text?.replaceAll('\u00a0', ' ')).toContain('pomoc techniczna nie obejmuje');
    expect(text?.replaceAll('\u00a0', ' ')).toContain('na jakich warunkach');
  }
  expect(macros.some(({ kind }) => kind === 'own')).toBe(true);
});

test('a second answer over a colleague’s unseen one is refused', async () => {
  const anna = await aCustomer(api);
  const [ola, jan] = [await aDeskAgent(api), await aDeskAgent(api, 'Jan Kos', 'jan@shopgold.pl')];
  expect((await ola.answer(anna.number, 'Pierwsza.')).status).toBe(201);
  const second = await jan.answer(anna.number, 'Druga.');
  expect([second.status, ((await second.json()) as { code: string }).code]).toEqual([409, 'newer-message']);
  expect((await jan.answer(anna.number, 'Uzupełnienie.', { seenMessages: 2 })).status).toBe(201);
});
