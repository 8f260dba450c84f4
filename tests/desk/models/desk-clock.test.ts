import { signal } from '@preact/signals';
import { HttpHandler, HttpResponse } from 'msw';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { serviceNow } from '../../../browser/service-clock.ts';
import { createDeskHttp } from '../../../desk/client/desk-http.ts';
import { DeskModel } from '../../../desk/models/desk-model.ts';
import { openDeskStore } from '../../../desk/models/desk-store.ts';
import { timeLeft } from '../../../desk/words/time-left.ts';
import { words } from '../../../desk/words/words.ts';
import { service } from '../../support/widget-service.ts';
import { aRow } from '../a-desk-ticket.ts';

/** By the clock of the service. */
const NOW = Date.parse('2026-11-22T10:30:00Z');
const TICKET = aRow('1000015');
const me = { id: 'a_ola', name: 'Ola', email: 'o@o.pl', role: 'agent' };

afterEach(() => vi.useRealTimers());

describe.each([
  ['two days ahead', 48],
  ['two days behind', -48],
  ['26 hours ahead', 26],
])('on a machine whose clock is %s', (_how, hours) => {
  test('a ticket has the hours left that it was promised, and a snooze means the hours of the service', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: NOW + hours * 3_600_000 });
    const answer = () => HttpResponse.json({}, { headers: { Date: new Date(NOW).toUTCString() } });
    service.worker.use(new HttpHandler('GET', `${location.origin}/api/desk/session`, answer));
    await createDeskHttp({ onSignedOut() {} }).call({ method: 'GET', path: '/api/desk/session' });

    const router = { route: signal({ number: null, page: null }) };
    const desk = new DeskModel({ me, client: {}, router, store: await openDeskStore() } as never);
    expect(timeLeft(TICKET, desk.now.peek(), words.value)).toEqual(timeLeft(TICKET, NOW, words.value));
    expect(Math.abs(serviceNow() - NOW)).toBeLessThan(60_000);
    desk[Symbol.dispose]();
  });
});
