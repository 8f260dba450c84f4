import { pino } from 'pino';
import { expect, test } from 'vitest';
import { createService } from '../src/service.ts';
import { readSettings } from '../src/settings.ts';
import { importShops } from '../src/shops/import-shops.ts';
import { toInstantText } from '../src/store/instants.ts';
import { openStore } from '../src/store/open.ts';
import { insertTicket } from '../src/store/tickets.ts';
import { aTicketRow } from './support/a-ticket-row.ts';
import { sampleShops } from './support/service.ts';
import { temporaryDatabase } from './support/temporary-database.ts';

const nothing = () => new Map();
const FILES = { widgetFiles: () => nothing, deskFiles: nothing, linkPageFiles: nothing, apiPages: nothing };

async function aService(url: string) {
  const settings = { ...readSettings({ SECRET_KEY: `${'A'.repeat(43)}=`, DATABASE_URL: url }), port: 0 };
  return createService(settings, pino({ level: 'silent' }), FILES);
}

test('what starts the service also starts its jobs, and stopping waits for both', async () => {
  const { url, discard } = await temporaryDatabase();
  const service = await aService(url);
  await importShops(service.store, sampleShops(), Temporal.Now.instant());
  const old = toInstantText(Temporal.Now.instant().subtract({ hours: 24 * 30 }));
  await insertTicket(
    service.store,
    aTicketRow(1, { status: 'solved', changed_at: old, waiting_since: null, queue_waiting: 0 }),
  );
  const port = await service.start();
  expect((await fetch(`http://127.0.0.1:${port}/health/live`)).status).toBe(200);
  await Promise.all([service.stop(), service.stop()]);
  await expect(fetch(`http://127.0.0.1:${port}/health/live`)).rejects.toThrow();
  const store = await openStore(url);
  expect(await store.selectFrom('tickets').select('status').execute()).toEqual([{ status: 'closed' }]);
  await store.destroy();
  await discard();
});

test('a service that was never started stops as well', async () => {
  const { url, discard } = await temporaryDatabase();
  await (await aService(url)).stop();
  await discard();
});

test('with the key of another database it does not start, and one sentence names the variable', async () => {
  const { url, discard } = await temporaryDatabase();
  await (await aService(url)).stop();
  const other = { ...readSettings({ SECRET_KEY: `${'B'.repeat(42)}E=`, DATABASE_URL: url }), port: 0 };
  await expect(createService(other, pino({ level: 'silent' }), FILES)).rejects.toThrow(
    expect.objectContaining({ name: 'SettingError', message: expect.stringMatching(/^SECRET_KEYS must be [^\n.]*$/) }),
  );
  await discard();
});
