import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeApiPages } from '../../../src/api/docs/api-pages.ts';
import { ROUTES } from '../../../src/api/routes.ts';
import { PROBLEMS } from '../../../src/contract/problem.ts';
import { type Service, service } from '../../support/service.ts';

let api: Service;
beforeAll(async () => {
  api = await service();
});
afterAll(() => api.discard());

const text = async (path: string) => (await api.app.request(path)).text();

test('the document is served as JSON to any origin, for five minutes, with an ETag', async () => {
  const response = await api.app.request('/api/v1/openapi.json', { headers: { Origin: 'https://example.org' } });
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'application/json',
    'cache-control': 'public, max-age=300',
    'access-control-allow-origin': '*',
  });
  expect(await response.json()).toMatchObject({ openapi: '3.1.1', servers: [{ url: 'http://localhost' }] });
  const headers = { 'If-None-Match': response.headers.get('ETag') ?? '' };
  const again = await api.app.request('/api/v1/openapi.json', { headers });
  expect([again.status, await again.text()]).toEqual([304, '']);
});

test('names the address under which clients reach the service', () => {
  const document = makeApiPages('https://pomoc.example').get('/api/v1/openapi.json');
  const { servers } = JSON.parse(new TextDecoder().decode(document?.plain));
  expect(servers).toEqual([{ url: 'https://pomoc.example' }]);
});

test('compressed for whoever takes it', async () => {
  const headers = { 'Accept-Encoding': 'gzip, br' };
  const response = await api.app.request('/docs', { headers });
  expect(response.headers.get('Content-Encoding')).toBe('br');
  expect(brotliDecompressSync(Buffer.from(await response.arrayBuffer())).toString()).toBe(await text('/docs'));
});

test.each(['/docs', '/docs/'])('%s is a page without any script, and strict', async (path) => {
  const response = await api.app.request(path);
  expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
  expect(response.headers.get('Content-Security-Policy')).toBe(
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
  const page = await response.text();
  expect(page).not.toMatch(/<script|<img|\sstyle=|\son\w+=|https?:\/\/(?!www\.ksiegarnia-zuraw\.pl|pomoc\.example)/);
  expect(page).toContain('href="/api/v1/openapi.json"');
});

test('the page tells of every route and every code, each link on it leads somewhere, and no text is HTML', async () => {
  const page = await text('/docs');
  for (const { path } of ROUTES.filter(({ path }) => path.startsWith('/api/v1/')))
    expect(page).toContain(`<code>${path.replace(/:(\w+)/g, '{$1}')}</code>`);
  for (const code of Object.keys(PROBLEMS)) expect(page).toContain(code);
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  const targets = [...page.matchAll(/ href="#([^"]+)"/g)].map(([, target]) => target);
  expect(new Set(ids).size).toBe(ids.length);
  expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
  expect(page).not.toMatch(/undefined|\[object|&amp;(lt|quot);/);
});

test.each(['/docs/../package.json', '/docs/docs.css', '/docs/%2e%2e/main.ts', '/docs.css/', '/docs.css%00'])(
  'no other file is there: %s',
  async (path) => {
    const response = await api.app.request(`http://localhost${path}`);
    expect([response.status, response.headers.get('Content-Type')]).toEqual([404, 'application/problem+json']);
  },
);
