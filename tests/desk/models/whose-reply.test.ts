import { afterEach, expect, test, vi } from 'vitest';
import { createDeskClient } from '../../../desk/client/desk-client.ts';
import { DeskModel } from '../../../desk/models/desk-model.ts';
import { openDeskStore } from '../../../desk/models/desk-store.ts';
import type { OpenTicket } from '../../../desk/models/open-ticket.ts';
import { Router } from '../../../desk/models/router.ts';
import { pretendHttp, type Question, SILENCE } from '../../support/http-answers.ts';
import { aDeskTicket } from '../a-desk-ticket.ts';

const OLA = { id: 'a1', name: 'Ola Nowak', email: 'ola@shopgold.pl', role: 'agent' } as const;

/** A stream on which nothing happens. */
class Silent extends EventTarget {
  close() {}
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  location.hash = '';
});

test('a reply whose wait ends when its writer is signed out is kept for them, and goes once they are back: whoever else signs in here does not send it', async () => {
  vi.stubGlobal('EventSource', Silent);
  location.hash = '#1000015';
  const sent: unknown[] = [];
  const answer = ({ path, key }: Question) => {
    if (path === '/api/desk/tickets/1000015') return { body: aDeskTicket() };
    if (!path.endsWith('/replies')) return SILENCE;
    sent.push(key);
    return {
      body: {
        number: '1000015',
        position: 2,
        sentAt: '2026-11-22T10:00:00.000Z',
        status: 'waiting-for-customer',
        followUpAt: null,
      },
    };
  };
  const store = await openDeskStore();
  const desk = new DeskModel({
    me: OLA,
    client: createDeskClient(pretendHttp(answer)),
    router: new Router(),
    store,
  });
  desk.start(OLA);
  const { ticket, composer } = desk.open.peek() as OpenTicket;
  await vi.waitUntil(() => ticket.ticket.peek() !== null);
  composer.edit('Proszę odświeżyć.');
  const isSent = composer.send();
  const key = desk.hold.waiting.peek()[0]?.key ?? '';
  await vi.waitUntil(() => store.get('outbox', key) !== undefined);

  desk.stop();
  desk.hold.endAll('due');
  expect(await isSent).toBe(false);
  expect([sent, store.get('outbox', key)?.draft]).toMatchObject([[], { text: 'Proszę odświeżyć.' }]);

  desk.start(OLA);
  await vi.waitUntil(() => composer.sending.peek().state === 'draft');
  expect(sent).toEqual([key]);
  expect(store.get('outbox', key)).toBeUndefined();
  desk.stop();
  desk[Symbol.dispose]();
});

test('the parts of a file stop when its writer is signed out, and go on where they were once they are back', async () => {
  vi.stubGlobal('EventSource', Silent);
  // No pause between two tries.
  vi.spyOn(Math, 'random').mockReturnValue(0);
  location.hash = '#1000015';
  const sent: string[] = [];
  const store = await openDeskStore();
  const answer = ({ method, path }: Question) => {
    if (path === '/api/desk/tickets/1000015') return { body: aDeskTicket() };
    if (method !== 'PUT' || !path.includes('/uploads/')) return SILENCE;
    sent.push(path);
    // Jan signs in while the first part is on its way.
    if (sent.length === 1) desk.stop();
    return { body: { id: 'u1', received: (sent.length === 1 ? 256 : 300) * 1024, bytes: 300 * 1024 } };
  };
  const client = createDeskClient(pretendHttp(answer));
  const desk = new DeskModel({ me: OLA, client, router: new Router(), store });
  desk.start(OLA);
  const { ticket, composer } = desk.open.peek() as OpenTicket;
  await vi.waitUntil(() => ticket.ticket.peek() !== null);
  composer.edit('W pliku.');
  await composer.files.peek().add([new File(['x'.repeat(300 * 1024)], 'dziennik.txt', { type: 'text/plain' })]);
  const isSent = composer.send();
  await vi.waitUntil(() => desk.hold.waiting.peek().length > 0);
  desk.hold.endAll('due');
  expect(await isSent).toBe(false);
  expect([sent.length, composer.sending.peek().state]).toEqual([1, 'waiting']);

  desk.start(OLA);
  await vi.waitUntil(() => sent.length > 1);
  expect(new Set(sent).size).toBe(1);
  desk.stop();
  desk[Symbol.dispose]();
});
