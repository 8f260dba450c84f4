import { once } from 'node:events';
import { cpSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Page } from 'playwright';
import { importShops } from '../../src/shops/import-shops.ts';
import { openStore } from '../../src/store/open.ts';
import { startService, temporaryHome } from '../support/child-service.ts';
import { chooseTopic } from '../support/demo.ts';
import { NOW, sampleShops } from '../support/service.ts';
import { startBadProxy } from './bad-proxy.ts';

/** The built widget in a page of a panel, the service behind a proxy that can fail, and the database to judge by. */
export interface PanelUnderTest {
  url: string;
  proxy: Awaited<ReturnType<typeof startBadProxy>>;
  /** subjects of all tickets that were opened, one for each */
  subjects: () => string[];
  /** the number of the first ticket with this subject */
  numberOf: (subject: string) => string | undefined;
  close: () => Promise<void>;
}

export async function startPanelUnderTest(): Promise<PanelUnderTest> {
  const home = temporaryHome();
  cpSync('dist', join(home.folder, 'dist'), { recursive: true });
  const store = await openStore(home.databaseUrl);
  await importShops(store, sampleShops(), NOW);
  await store.destroy();
  const service = await startService(home.folder, { DATABASE_URL: home.databaseUrl, RATE_LIMITS: 'off' });
  const proxy = await startBadProxy(service.port);
  const html = `<!doctype html><meta charset="utf-8"><title>Panel</title><body>
    <button id="PomocOnline">Pomoc online</button>
    <script async src="http://127.0.0.1:${proxy.port}/pomoc.js" data-support-number="7KcWt9Ru"
            data-install-url="https://www.ksiegarnia-zuraw.pl"></script>`;
  const host = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8').end(html);
  });
  host.listen(0, '127.0.0.1');
  await once(host, 'listening');
  function tickets(): { number: string; subject: string }[] {
    const database = new Database(home.databaseFile, { readonly: true });
    const rows = database.prepare<[], { number: string; subject: string }>('select number, subject from tickets').all();
    database.close();
    return rows;
  }

  return {
    url: `http://127.0.0.1:${(host.address() as AddressInfo).port}/zarzadzanie/`,
    proxy,
    subjects: () => tickets().map(({ subject }) => subject),
    numberOf: (subject) => tickets().find((ticket) => ticket.subject === subject)?.number,
    close: async () => {
      host.closeAllConnections();
      host.close();
      await proxy.close();
      await service.end('SIGKILL');
      home.discard();
    },
  };
}

const SENT = 'Mamy Twoje zgłoszenie';

/** The help as somebody in a hurry uses it. */
export function helpOn(page: Page) {
  const opis = page.getByLabel('Co się dzieje?');
  const sent = page.getByRole('heading', { name: SENT });
  return {
    opis,
    subject: page.getByLabel('Tytuł'),
    sent,
    /** Goes to the panel and opens the help, whether or not an earlier page had left it open. */
    open: async (url: string): Promise<void> => {
      await page.goto(url);
      await page.waitForFunction(() => 'SGPomoc' in window);
      await page.evaluate(() => (window as unknown as { SGPomoc: (command: string) => unknown }).SGPomoc('open'));
      await page.getByRole('dialog').waitFor();
    },
    /** Fills in everything but the description. About security, which is open to every shop, whatever the day (A2). */
    address: async (subject: string): Promise<void> => {
      await opis.fill('.'); // title and topic stand below the first words
      await page.getByLabel('Tytuł').fill(subject);
      await opis.fill('');
      await chooseTopic(page, 'security');
      await page.getByLabel('Twój e-mail').fill('biuro@sklep.pl');
    },
    send: page.getByRole('button', { name: 'Wyślij zgłoszenie' }),
    now: page.getByRole('button', { name: 'Wyślij teraz' }),
    another: page.getByRole('button', { name: 'Nowe zgłoszenie' }),
    /** the number on the receipt */
    number: async (): Promise<string> => {
      await sent.waitFor();
      return (await page.getByRole('definition').first().textContent()) ?? '';
    },
  };
}

export type Help = ReturnType<typeof helpOn>;
