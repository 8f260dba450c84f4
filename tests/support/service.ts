import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { makeApiPages } from '../../src/api/api-pages.ts';
import type { ServedFiles } from '../../src/api/served-file.ts';
import { createApp } from '../../src/app.ts';
import { parseOpeningHours } from '../../src/policy/opening-hours.ts';
import { importShops } from '../../src/registry/import-shops.ts';
import { readShopsCsv, type ShopRecord } from '../../src/registry/read-shops-csv.ts';
import { openStore, type Store } from '../../src/store/open.ts';

/** A Sunday at ten in Warsaw: the office is closed. */
export const NOW = Temporal.Instant.from('2026-11-22T09:00:00Z');

export const SHOPS_CSV = new URL('./shops.csv', import.meta.url);

/** The seven invented shops of the registry. */
export function sampleShops(): ShopRecord[] {
  const read = readShopsCsv(readFileSync(SHOPS_CSV), false);
  if ('errors' in read) throw new Error(JSON.stringify(read.errors));
  return read.shops;
}

/** A folder of its own with a fresh database in it. */
export async function temporaryStore(): Promise<{ store: Store; url: string; discard: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'pomoc-'));
  const url = `sqlite:${join(folder, 'pomoc.sqlite')}`;
  const store = await openStore(url);
  return {
    store,
    url,
    discard: async () => {
      await store.destroy();
      rmSync(folder, { recursive: true });
    },
  };
}

let apiPages: ServedFiles | undefined;

/** The description of the API; made when a test first asks for it, and once. */
function testApiPages(): ServedFiles {
  apiPages ??= makeApiPages('http://localhost');
  return apiPages;
}

/** The whole service without a port: sample shops, a clock that stands still until moved, and a log that is kept. */
export async function service() {
  const { store, url, discard } = await temporaryStore();
  await importShops(store, sampleShops(), NOW);
  const logLines: string[] = [];
  const clock = { now: NOW };
  const app = createApp({
    store,
    now: () => clock.now,
    openingHours: parseOpeningHours('mon-fri 08:00-16:00') ?? [],
    contacts: { email: 'pomoc@shopgold.pl', phone: '+48 22 000 00 00', rules: null, renewal: null, privacy: null },
    logger: pino({ level: 'info' }, { write: (line) => logLines.push(line) }),
    widgetFiles: () => new Map(),
    apiPages: testApiPages,
    isStopping: () => false,
  });
  return { app, store, url, clock, logLines, discard };
}

export type Service = Awaited<ReturnType<typeof service>>;
