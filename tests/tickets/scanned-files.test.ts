import { afterEach, expect, test } from 'vitest';
import { releaseUnscanned } from '../../src/attachments/scan-file.ts';
import type { DeskTicket } from '../../src/contract/desk/read-ticket.ts';
import { listAlarms } from '../../src/guard/alarms.ts';
import { scanAgain } from '../../src/store/file-scans.ts';
import { toInstantText } from '../../src/store/instants.ts';
import { aCustomer, type Customer, upload } from '../support/customer.ts';
import { aDeskAgent, type DeskAgent } from '../support/desk-agent.ts';
import { SCAN_COMMAND } from '../support/scan-command.ts';
import { type Service, service } from '../support/service.ts';

const MISSING = { program: '/no/such/scanner', arguments: [], environment: {} };

let api: Service;
let anna: Customer;
let ola: DeskAgent;
afterEach(() => api.discard());

async function begin(scanner?: typeof SCAN_COMMAND & { timeoutMs?: number }): Promise<void> {
  api = await service(scanner ? { scanner } : {});
  [anna, ola] = [await aCustomer(api), await aDeskAgent(api)];
}

const deps = () => ({ store: api.store, now: () => api.clock.now });
const send = (content: string) => upload(api, Buffer.from(content), { bearer: anna.token, name: 'dziennik.log' });

/** How a download ends for the customer and for an agent. */
async function downloads(id: string): Promise<[number, number]> {
  const headers = { Authorization: `Bearer ${anna.token}` };
  const theirs = await api.app.request(`/api/v1/attachments/${id}`, { headers });
  return [theirs.status, (await ola.ask(`/attachments/${id}`)).status];
}

/** What thread and desk say of the newest message's files. */
async function said(): Promise<unknown[]> {
  const desk = (await (await ola.ask(`/tickets/${anna.number}`)).json()) as DeskTicket;
  const threads = [(await anna.read()).messages, desk.messages];
  return threads.map((messages) => messages.at(-1)?.attachments.map(({ hindrance }) => hindrance));
}

const scansLogged = () => api.logLines.map((line) => JSON.parse(line)).filter(({ scan, task }) => scan ?? task);

test('a file is held back until the scanner has looked, and then to be had; whoever reads the ticket learns of it', async () => {
  await begin(SCAN_COMMAND);
  const id = await send('zdrowy');
  await api.scanned();
  await anna.write('Plik', [id]);
  expect([await downloads(id), await said()]).toEqual([
    [200, 200],
    [[undefined], [undefined]],
  ]);

  await scanAgain(api.store, [id], toInstantText(api.clock.now));
  await api.store.updateTable('uploads').set({ scan: 'waiting' }).execute();
  expect([await downloads(id), await said()]).toEqual([
    [409, 409],
    [['unscanned'], ['unscanned']],
  ]);
  const before = (await anna.ask()).headers.get('ETag') ?? '';
  await api.scanned();
  const after = await anna.ask('', { headers: { 'If-None-Match': before } });
  expect([after.status, await downloads(id)]).toEqual([200, [200, 200]]);
  const desk = (await (await ola.ask(`/tickets/${anna.number}`)).json()) as DeskTicket;
  expect(desk.audit.at(-1)).toMatchObject({ action: 'ticket.file-scanned', details: { file: id, scan: 'clean' } });
});

test('what it refuses is kept from all downloads, and named with the reason', async () => {
  await begin(SCAN_COMMAND);
  const ids = [await send('zdrowy'), await send('WIRUS')];
  await api.scanned();
  await anna.write('Pliki', ids);
  expect([await downloads(ids[0] ?? ''), await downloads(ids[1] ?? '')]).toEqual([
    [200, 200],
    [403, 403],
  ]);
  expect(await said()).toEqual([
    [undefined, 'refused'],
    [undefined, 'refused'],
  ]);
  // Two are looked at side by side: either may be done first.
  expect(scansLogged().toSorted((one, other) => ids.indexOf(one.file) - ids.indexOf(other.file))).toMatchObject([
    { scan: 'clean', file: ids[0] },
    { scan: 'refused', file: ids[1], level: 40, says: expect.stringContaining('FOUND') },
  ]);
  expect(JSON.stringify(scansLogged())).not.toContain('dziennik');
});

test('what it fails at is held back, tried again after growing pauses, and tells somebody', async () => {
  await begin(SCAN_COMMAND);
  const id = await send('BŁĄD');
  await api.scanned();
  await anna.write('Plik', [id]);
  expect([await downloads(id), await said()]).toEqual([
    [409, 409],
    [['scan-failed'], ['scan-failed']],
  ]);
  await api.scanned();
  expect(scansLogged()).toMatchObject([{ reason: 'exit', failures: 1, againInMinutes: 1, level: 50 }]);
  expect(await listAlarms(api.store)).toEqual([]);
  for (const minutes of [1, 2]) {
    api.clock.now = api.clock.now.add({ minutes });
    await api.scanned();
  }
  expect(scansLogged().map(({ failures, againInMinutes }) => [failures, againInMinutes])).toEqual([
    [1, 1],
    [2, 2],
    [3, 4],
  ]);
  expect(await listAlarms(api.store)).toMatchObject([{ kind: 'file-scanner', shop: null }]);
});

test('a scanner that is not there tells somebody at once', async () => {
  await begin(MISSING);
  const id = await send('zdrowy');
  await api.scanned();
  expect(scansLogged()).toMatchObject([{ reason: 'missing', says: MISSING.program, failures: 1 }]);
  expect(await listAlarms(api.store)).toMatchObject([{ kind: 'file-scanner' }]);
  await anna.write('Plik', [id]);
  expect(await downloads(id)).toEqual([409, 409]);
});

test('a restart in the middle of a scan loses nothing', async () => {
  await begin(SCAN_COMMAND);
  const id = await send('WISI');
  await expect
    .poll(async () => (await api.store.selectFrom('uploads').select('scan_due_at').executeTakeFirst())?.scan_due_at)
    .not.toBe(toInstantText(api.clock.now));
  const part = { content: Buffer.from('zdrów') };
  await api.store.updateTable('upload_parts').set(part).where('upload_id', '=', id).execute();
  await api.store.updateTable('uploads').set({ bytes: 6, received: 6 }).where('id', '=', id).execute();
  await api.restart();
  await api.scanned();
  expect(scansLogged()).toMatchObject([{ scan: 'clean', file: id }]);
});

test('without a scanner nothing is looked at, and what waited for one waits no more; refused stays refused', async () => {
  await begin();
  const [id, bad] = [await send('WIRUS'), await send('WIRUS i')];
  await anna.write('Pliki', [id, bad]);
  expect([await downloads(id), await said()]).toEqual([
    [200, 200],
    [
      [undefined, undefined],
      [undefined, undefined],
    ],
  ]);
  await api.store.updateTable('uploads').set({ scan: 'failed' }).where('id', '=', id).execute();
  await api.store.updateTable('uploads').set({ scan: 'refused' }).where('id', '=', bad).execute();
  expect(await releaseUnscanned(deps())).toBe(1);
  expect([await downloads(id), await downloads(bad)]).toEqual([
    [200, 200],
    [403, 403],
  ]);
});
