import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allowedMethods, ROUTES } from '../../../src/api/routes.ts';
import { post } from '../../support/requests.ts';
import { type Service, service } from '../../support/service.ts';

let api: Service;
beforeAll(async () => {
  api = await service();
});
afterAll(() => api.discard());

/** A path that fits a pattern. */
const example = (path: string) => path.replace(/:\w+/g, '1000014');

/** Everything that is served, and some that is not. */
const ASKED: [string, string, number | null][] = [
  ...ROUTES.map(({ method, path }): [string, string, null] => [method, example(path), null]),
  ...[...allowedMethods(ROUTES).keys()].flatMap((path): [string, string, number | null][] => [
    ['OPTIONS', example(path), path.startsWith('/api/v1/') ? 204 : 405],
    ['PATCH', example(path), 405],
    ['PROPFIND', example(path), 405],
  ]),
  ['GET', '/pomoc.js', 200],
  ['HEAD', '/pomoc.js', 200],
  ['GET', '/panel/a1.js', 200],
  ['GET', '/panel/none.js', 404],
  ['GET', '/health/live', 200],
  ['GET', '/health/ready', 200],
  ['GET', '/', 404],
  ['GET', '/api/v1/nothing', 404],
  ['POST', '/pomoc.js', 404],
  ['TRACE', '/pomoc.js', 404],
  ['GET', '/%', 404],
  ['GET', '/%ff%fe', 404],
  ['GET', '/api/v1/tickets/%00', 404],
  ['GET', '/%2e%2e/%2e%2e/etc/passwd', 404],
  ['GET', `/${'a'.repeat(8000)}`, 404],
];

describe.each(ASKED)('%s %s', (method, path, status) => {
  async function ask(): Promise<Response> {
    const request = new Request(`http://localhost${path}`, method === 'TRACE' ? {} : { ...init(method) });
    if (method === 'TRACE') Object.defineProperty(request, 'method', { value: 'TRACE' });
    return api.app.fetch(request);
  }

  test('is answered without a fault, and refused in words for programs', async () => {
    const response = await ask();
    expect(response.status).toBe(status ?? response.status);
    expect(response.status).toBeLessThan(500);
    if (response.status < 400) return;
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ status: response.status });
  });

  test('carries the headers that keep browsers strict, and none of long ago', async () => {
    const { headers } = await ask();
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
    expect(headers.get('Content-Security-Policy')).toMatch(/(^|; )default-src 'none'/);
    expect(headers.get('Content-Security-Policy')).toMatch(/frame-ancestors 'none'|sandbox/);
    expect(headers.get('Permissions-Policy')).toContain('camera=()');
    expect(headers.get('Cache-Control')).toBeTruthy();
    expect(headers.get('Strict-Transport-Security')).toBeNull();
    for (const name of ['X-XSS-Protection', 'X-Download-Options', 'X-Powered-By', 'Server']) {
      expect(headers.get(name)).toBeNull();
    }
  });
});

function init(method: string): RequestInit {
  return method === 'POST' || method === 'PUT' ? { ...post('{}'), method } : { method };
}

test('answers of the API are kept by nobody; files of the widget are', async () => {
  const cacheOf = async (path: string, request?: RequestInit) =>
    (await api.app.request(path, request)).headers.get('Cache-Control');
  expect(await cacheOf('/api/v1/shop-status', post('{}'))).toBe('no-store');
  expect(await cacheOf('/api/v1/nothing')).toBe('no-store');
  expect(await cacheOf('/panel/none.js')).toBe('no-store');
  expect(await cacheOf('/pomoc.js')).toBe('public, max-age=300');
});

test('files of the widget may be loaded by any page, answers of the API only by asking', async () => {
  const policyOf = async (path: string) => (await api.app.request(path)).headers.get('Cross-Origin-Resource-Policy');
  expect(await policyOf('/pomoc.js')).toBe('cross-origin');
  expect(await policyOf('/api/v1/nothing')).toBe('same-origin');
});

test('HTTPS is demanded of browsers where the service is reached by it', async () => {
  const secure = await service({ publicUrl: 'https://pomoc.example' });
  const { headers } = await secure.app.request('/health/live');
  expect(headers.get('Strict-Transport-Security')).toBe('max-age=31536000');
  await secure.discard();
});

describe('405 tells what may be asked instead', () => {
  test.each([...allowedMethods(ROUTES)])('%s: %s', async (path, methods) => {
    const response = await api.app.request(example(path), { method: 'PATCH' });
    expect([response.status, response.headers.get('Allow')]).toEqual([405, methods.join(', ')]);
    for (const { method } of ROUTES.filter((route) => route.path === path)) expect(methods).toContain(method);
  });

  test('two endpoints of one path share it', () => {
    const routes = [
      { method: 'GET', path: '/api/v1/a' },
      { method: 'PUT', path: '/api/v1/b' },
      { method: 'POST', path: '/api/v1/a' },
      { method: 'POST', path: '/api/desk/a' },
    ];
    expect([...allowedMethods(routes)]).toEqual([
      ['/api/v1/a', ['GET', 'HEAD', 'OPTIONS', 'POST']],
      ['/api/v1/b', ['OPTIONS', 'PUT']],
      ['/api/desk/a', ['POST']],
    ]);
  });
});
