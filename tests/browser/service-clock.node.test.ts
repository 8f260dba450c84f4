import { expect, test, vi } from 'vitest';
import { createHttp } from '../../browser/http.ts';
import { serviceNow } from '../../browser/service-clock.ts';

const AHEAD = Date.parse('2026-12-25T09:00:00Z');
const RIGHT = 'Sun, 22 Nov 2026 09:00:00 GMT';

test('what was promised is told by the clock of who promised it, as soon as that is known', async () => {
  vi.spyOn(Date, 'now').mockReturnValue(AHEAD);
  const ticks = vi.spyOn(performance, 'now').mockReturnValue(1000);
  expect(serviceNow()).toBe(AHEAD);
  const send = async () => new Response('{}', { headers: { Date: RIGHT } });
  const http = createHttp({ origin: 'https://pomoc.example', credentials: 'omit', send });
  await http.call({ method: 'GET', path: 'https://panel.example/token' });
  expect(serviceNow()).toBe(AHEAD);
  await http.call({ method: 'GET', path: '/api/v1/tickets' });
  expect(serviceNow()).toBe(Date.parse(RIGHT));
  ticks.mockReturnValue(61_000);
  vi.spyOn(Date, 'now').mockReturnValue(0);
  expect(serviceNow()).toBe(Date.parse(RIGHT) + 60_000);
});

test('a pause until a date is as long as who asks for it means', async () => {
  vi.spyOn(Date, 'now').mockReturnValue(AHEAD);
  const headers = { Date: RIGHT, 'Retry-After': 'Sun, 22 Nov 2026 09:10:00 GMT' };
  const send = async () => new Response('{}', { status: 503, headers });
  const http = createHttp({ origin: 'https://pomoc.example', credentials: 'omit', send });
  expect(await http.call({ method: 'GET', path: '/api/v1/tickets' })).toMatchObject({ retryAfter: 600 });
});
