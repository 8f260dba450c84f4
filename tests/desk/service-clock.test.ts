import { signal } from '@preact/signals';
import { HttpHandler, HttpResponse } from 'msw';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createDeskHttp } from '../../desk/client/desk-http.ts';
import { hearServiceClock, serviceNow } from '../../desk/client/service-clock.ts';
import { DeskModel } from '../../desk/models/desk-model.ts';
import { openDeskStore } from '../../desk/models/desk-store.ts';
import { timeLeft } from '../../desk/words/time-left.ts';
import { words } from '../../desk/words/words.ts';
import { service } from '../support/widget-service.ts';
import { aRow } from './a-desk-ticket.ts';

const HOUR_MS = 3_600_000;
/** By the clock of the service. */
const NOW = Date.parse('2026-11-22T10:30:00Z');
const TICKET = aRow('1000015');

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.setSystemTime(NOW);
  hearServiceClock(new Date(NOW).toUTCString(), NOW);
  vi.useRealTimers();
});

describe.each([
  ['two days ahead', 48],
  ['two days behind', -48],
  ['26 hours ahead', 26],
])('on a machine whose clock is %s', (_how, hours) => {
  const wrong = NOW + hours * HOUR_MS;

  test('an answer of the service tells the time: a fresh ticket has the hours left that it was promised', async () => {
    vi.setSystemTime(wrong);
    const answer = () => HttpResponse.json({}, { headers: { Date: new Date(NOW).toUTCString() } });
    service.worker.use(new HttpHandler('GET', `${location.origin}/api/desk/session`, answer));
    await createDeskHttp(() => {}).call({ method: 'GET', path: '/api/desk/session' });
    expect(Math.abs(serviceNow() - NOW)).toBeLessThan(2000);
    expect(timeLeft(TICKET, serviceNow(), words.value)?.text).toBe(timeLeft(TICKET, NOW, words.value)?.text);
  });

  test('the page counts anew as soon as it knows', async () => {
    vi.setSystemTime(wrong);
    const router = { route: signal({ number: null, page: null }) };
    const me = { id: 'a_ola', name: 'Ola', email: 'o@o.pl', role: 'agent' };
    const desk = new DeskModel({ me, client: {}, router, store: await openDeskStore() } as never);
    hearServiceClock(new Date(NOW).toUTCString(), wrong);
    expect(Math.abs(desk.now.peek() - NOW)).toBeLessThan(2000);
    desk[Symbol.dispose]();
  });
});

test('a clock that is right to the second is left alone, and an answer without a date tells nothing', () => {
  vi.setSystemTime(NOW);
  const before = serviceNow();
  hearServiceClock(new Date(NOW - 1000).toUTCString(), NOW);
  hearServiceClock(null, NOW);
  hearServiceClock('jutro', NOW);
  expect([serviceNow(), Math.abs(before - NOW) < 2000]).toEqual([before, true]);
});
