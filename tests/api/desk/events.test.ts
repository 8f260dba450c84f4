import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EventFeed, type Told } from '../../../src/events/event-feed.ts';
import { raiseAlarm } from '../../../src/guard/alarms.ts';
import { addBlock } from '../../../src/guard/blocks.ts';
import { newestAuditId } from '../../../src/store/audit.ts';
import type { Store } from '../../../src/store/open.ts';
import { aCustomer } from '../../support/customer.ts';
import { aDeskAgent, type DeskAgent } from '../../support/desk-agent.ts';
import { NOW, type Service, service } from '../../support/service.ts';

let api: Service;
let feed: EventFeed;
let gone: AbortController;
beforeEach(async () => {
  api = await service();
  feed = new EventFeed(api.store);
  gone = new AbortController();
});
afterEach(async () => {
  gone.abort();
  feed.close();
  await api.discard();
});

/** What a listener hears, one after the other; heartbeats only when asked for. */
function listen(lastId: number | null, heartbeatMs = 60_000): AsyncGenerator<Told> {
  return feed.listen(lastId, gone.signal, heartbeatMs);
}

async function next(told: AsyncGenerator<Told>): Promise<Told> {
  return (await told.next()).value as Told;
}

test('what happens to a ticket is told, without what was written', async () => {
  const told = listen(null);
  const first = next(told);
  const anna = await aCustomer(api);
  expect(await first).toEqual({
    id: expect.any(Number),
    event: { action: 'ticket.opened', actor: 'customer', number: anna.number },
  });
  const second = next(told);
  await anna.write('Jeszcze jedno.');
  expect(await second).toMatchObject({ event: { action: 'ticket.message', number: anna.number } });
});

test('blocks and alarms are told to every desk', async () => {
  const told = listen(null);
  const first = next(told);
  await raiseAlarm(api.store, 'unknown-pairs', null, NOW);
  expect(await first).toMatchObject({ event: { action: 'alarm.raised', actor: 'clock', number: null } });
  const second = next(told);
  const until = NOW.add({ hours: 1 });
  await addBlock(
    { store: api.store, now: () => NOW },
    { subject: { kind: 'range', range: '203.0.113.0/24' }, reason: 'zalew', until },
    'operator',
  );
  expect(await second).toMatchObject({ event: { action: 'block.added', actor: 'operator', number: null } });
});

test('who comes back is told what it missed, each thing once', async () => {
  const anna = await aCustomer(api);
  const last = await newestAuditId(api.store);
  await anna.write('Raz.');
  await anna.write('Dwa.');
  const told = listen(last);
  const heard = [await next(told), await next(told)];
  const third = next(told);
  await anna.move('solved');
  const actions = [...heard, await third].map((one) => typeof one === 'object' && one.event.action);
  expect(actions).toEqual(['ticket.message', 'ticket.message', 'ticket.moved']);
});

test('who missed too much reads everything anew', async () => {
  const anna = await aCustomer(api);
  for (let more = 0; more < 205; more++) await anna.see(1).then(() => anna.move(more % 2 ? 'in-progress' : 'solved'));
  expect(await next(listen(0))).toBe('reload');
});

test('who comes back to a trail that was put back reads everything anew, and hears what happens then', async () => {
  const anna = await aCustomer(api);
  const told = listen((await newestAuditId(api.store)) + 1000);
  expect(await next(told)).toBe('reload');
  const heard = next(told);
  await anna.write('Jeszcze jedno.');
  expect(await heard).toMatchObject({ event: { action: 'ticket.message', number: anna.number } });
});

test('a line on which nothing happens is kept open', async () => {
  expect(await next(listen(null, 5))).toBe('heartbeat');
});

test('what is about no ticket, such as an agent who signs in, is not told and keeps nobody awake', async () => {
  const told = listen(null, 5);
  expect(await next(told)).toBe('heartbeat');
  await aDeskAgent(api);
  const newest = await newestAuditId(api.store);
  const reads = vi.spyOn(api.store, 'selectFrom');
  // Longer than the feed takes to look: with the entry of the sign-in behind it, it still rests between its looks.
  const quiet = listen(newest - 1, 1200);
  expect(await next(quiet)).toBe('heartbeat');
  expect(reads.mock.calls.length).toBeLessThan(20);
});

test('presence is told, and never again', async () => {
  const told = listen(null, 5);
  expect(await next(told)).toBe('heartbeat');
  feed.tellPresence('1000015');
  feed.tellPresence('1000015');
  expect(await next(told)).toEqual({ id: null, event: { action: 'presence', number: '1000015', actor: '' } });
  expect(await next(told)).toBe('heartbeat');
});

test('a listener that does not listen costs no memory: of ten thousand things it is told to read anew', async () => {
  const told = listen(null, 5);
  expect(await next(told)).toBe('heartbeat');
  const at = '2026-11-22T09:00:00.000Z';
  const happened = {
    at,
    actor: 'customer',
    action: 'ticket.message' as const,
    ticket_number: '1000015',
    details: '{}',
  };
  for (let thousand = 0; thousand < 10; thousand++) {
    await api.store
      .insertInto('audit')
      .values(Array.from({ length: 1000 }, () => happened))
      .execute();
    for (let ticket = 0; ticket < 1000; ticket++) feed.tellPresence(String(10_000_000 + thousand * 1000 + ticket));
  }
  const heard: Told[] = [];
  for (let one = await next(told); one !== 'heartbeat'; one = await next(told)) heard.push(one);
  expect(heard.filter((one) => one === 'reload').length).toBeGreaterThan(0);
  expect(heard.length).toBeLessThan(250);
});

test('over HTTP a browser that reads nothing while ten thousand things happen is told to read anew', async () => {
  const ola: DeskAgent = await aDeskAgent(api);
  const response = await ola.ask('/events', { signal: gone.signal });
  const happened = {
    at: '2026-11-22T09:00:00.000Z',
    actor: 'customer',
    action: 'ticket.message' as const,
    details: '{}',
  };
  for (let thousand = 0; thousand < 10; thousand++) {
    const rows = Array.from({ length: 1000 }, () => ({ ...happened, ticket_number: '1000015' }));
    await api.store.insertInto('audit').values(rows).execute();
  }
  const reader = (response.body as ReadableStream<Uint8Array>)
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader();
  let text = '';
  while (!text.includes('event: reload')) text += (await reader.read()).value;
  expect(text.length).toBeLessThan(1000);
  await reader.cancel();
});

test('who is cut before anything happened can say where it left', async () => {
  const ola: DeskAgent = await aDeskAgent(api);
  const newest = await newestAuditId(api.store);
  const response = await ola.ask('/events', { signal: gone.signal });
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  expect(new TextDecoder().decode((await reader.read()).value)).toBe(`retry: 2000\nid: ${newest}\n\n`);
  await reader.cancel();
});

test('the end of the service ends every line', async () => {
  const told = listen(null);
  const last = told.next();
  feed.close();
  expect((await last).done).toBe(true);
});

test('over HTTP each event has an id to come back with', async () => {
  const ola: DeskAgent = await aDeskAgent(api);
  const response = await ola.ask('/events', { headers: { 'Last-Event-ID': '0' }, signal: gone.signal });
  expect(response.headers.get('Content-Type')).toBe('text/event-stream');
  await aCustomer(api);
  const reader = (response.body as ReadableStream<Uint8Array>)
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader();
  let text = '';
  while (!text.includes('ticket.opened')) text += (await reader.read()).value;
  expect(text).toMatch(/data: \{"actor":"customer","action":"ticket.opened","number":"\d+"\}\nid: \d+\n\n/);
  await reader.cancel();
});

test('over HTTP the line ends with the session: who signed out hears nothing more', async () => {
  const ola: DeskAgent = await aDeskAgent(api);
  const response = await ola.ask('/events', { signal: gone.signal });
  await ola.ask('/session', { method: 'DELETE' });
  await aCustomer(api);
  expect(await response.text()).toMatch(/^retry: 2000\nid: \d+\n\n$/);
});

test('over HTTP a fault ends the line: the log is told of it without the rows that it is about, and the browser is not told', async () => {
  const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
  const ola: DeskAgent = await aDeskAgent(api);
  const response = await ola.ask('/events', { signal: gone.signal });
  const selectFrom = api.store.selectFrom.bind(api.store);
  vi.spyOn(api.store, 'selectFrom').mockImplementation(((table: string) => {
    if (String(table) !== 'agent_sessions') return selectFrom(table as 'audit');
    throw Object.assign(new Error('the disk is gone'), { detail: 'Key (contact_email)=(anna@shop.example)' });
  }) as never);
  await raiseAlarm(api.store, 'unknown-pairs', null, NOW);
  expect(await response.text()).toMatch(/^retry: 2000\nid: \d+\n\n$/);
  expect(printed).not.toHaveBeenCalled();
  const faults = api.logLines.filter((line) => /"level":50/.test(line));
  expect(faults.map((line) => JSON.parse(line))).toMatchObject([
    { code: 'internal', err: { message: 'the disk is gone' } },
  ]);
  expect(faults.join('')).not.toContain('anna');
});

test('however desks come and go, the trail is looked at by one', async () => {
  vi.useFakeTimers();
  const answers: (() => void)[] = [];
  let looks = 0;
  const chain: object = new Proxy(
    {},
    {
      get: (_, name) => {
        if (name === 'execute') return async () => [];
        if (name !== 'executeTakeFirst') return () => chain;
        looks += 1;
        return () => new Promise<undefined>((resolve) => answers.push(() => resolve(undefined)));
      },
    },
  );
  const slow = new EventFeed({ selectFrom: () => chain } as unknown as Store);
  for (let again = 0; again < 3; again++) {
    const told = slow.listen(0, gone.signal, 60_000);
    const first = next(told);
    // Known where it begins; the look that it started is not answered before the next one comes.
    answers.pop()?.();
    await vi.advanceTimersByTimeAsync(0);
    slow.tellPresence('1000015');
    await first;
    if (again < 2) await told.return(undefined);
  }
  for (const answer of answers) answer();
  await vi.advanceTimersByTimeAsync(0);
  looks = 0;
  await vi.advanceTimersByTimeAsync(500);
  expect(looks).toBe(1);
  slow.close();
});
