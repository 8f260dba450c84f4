import { setTimeout as pause } from 'node:timers/promises';
import { importShops } from '../../src/shops/import-shops.ts';
import { type Engine, openStore, type Store } from '../../src/store/open.ts';
import { type ChildService, startService, temporaryHome } from '../support/child-service.ts';
import { type Dovecot, startDovecot } from '../support/dovecot.ts';
import { NOW, sampleShops } from '../support/service.ts';
import { startDatabaseUnderTest } from './database-under-test.ts';
import { readMailPlan, tellOutcome } from './tell-outcome.ts';

interface Plan {
  engine: Engine;
  letters: number;
  /** how often one of two services is killed */
  kills: number;
  /** how often the mail server is */
  crashes: number;
}

/** What became of the letters. */
export interface Outcome extends Plan {
  /** rows in the database, and letters of which there is none or more than one */
  stored: number;
  lost: number;
  doubled: number;
  /** tickets of the letters that name a shop, and how many of those letters there were */
  tickets: number;
  named: number;
  /** letters that nobody understood in the end */
  notUnderstood: number;
  /** in the mailbox: still in the inbox, and in the folder of stored ones, which two connections may copy twice */
  inInbox: number;
  inFolder: number;
  integrity: string;
  wrong: string[];
}

/** Letters that name a shop: as many as one shop may open tickets within an hour without a question. */
const NAMED = 10;

/** Of so many letters each, one has the `Message-ID` of all such others, as forms of shops send them. */
const STALE_ID_EVERY = 25;

const PATIENCE_MS = 180_000;

/**
 * Two services read one mailbox of Dovecot while letters come; services and server are killed with SIGKILL again and again.
 * Then it is counted in the database what became of each letter.
 */
export async function killMail(plan: Plan): Promise<Outcome> {
  const { letters, kills, crashes } = plan;
  const home = temporaryHome();
  const database = await startDatabaseUnderTest(plan.engine);
  const dovecot = await startDovecot();
  const services: ChildService[] = [];
  const environment = {
    DATABASE_URL: database.url,
    SMTP_URL: 'smtp://127.0.0.1:1?starttls=off', // nobody is there: what is owed waits
    MAIL_FROM: 'pomoc@shopgold.pl',
    IMAP_URLS: dovecot.url,
  };
  const start = () => startService(home.folder, environment);
  const store = await openStore(database.url);
  try {
    await importShops(store, sampleShops(), NOW);
    services.push(await start(), await start());
    const delivering = deliverAll(dovecot, letters);
    for (let fault = 0; fault < kills + crashes; fault++) {
      await pause(Math.random() * 2000);
      const isCrash = (fault * crashes) % (kills + crashes) < crashes;
      if (isCrash) await dovecot.crash();
      else {
        const place = fault % 2;
        await services[place]?.end('SIGKILL');
        services[place] = await start();
      }
    }
    await delivering;
    await untilAllUnderstood(store, dovecot, letters);
    for (const service of services) await service.end('SIGTERM');
    const figures = await judge(plan, store, dovecot);
    await store.destroy();
    const { integrity } = await database.inspect();
    return { ...figures, integrity, wrong: [...figures.wrong, ...(integrity === 'ok' ? [] : [integrity])] };
  } finally {
    for (const service of services) await service.end('SIGKILL');
    await store.destroy();
    await dovecot.stop();
    await database.discard();
    home.discard();
  }
}

function subjectOf(place: number): string {
  return `List numer ${place}.`;
}

async function deliverAll(dovecot: Dovecot, letters: number): Promise<void> {
  for (let place = 0; place < letters; place++) {
    const id = place % STALE_ID_EVERY === 0 ? 'formularz@sklep.example' : `list-${place}@sklep.example`;
    const shop = place < NAMED ? 'Numer 7KcWt9Ru, www.ksiegarnia-zuraw.pl' : 'Proszę o pomoc.';
    dovecot.deliver(
      `Message-ID: <${id}>\nFrom: Klient <klient-${place}@sklep.example>\nTo: pomoc@shopgold.pl\nDate: Mon, 30 Nov 2026 10:00:00 +0100\nSubject: ${subjectOf(place)}\nContent-Type: text/plain; charset=utf-8\n\nNie działa koszyk, list ${place}.\n${shop}\n`,
    );
    await pause(Math.random() * 100);
  }
}

async function untilAllUnderstood(store: Store, dovecot: Dovecot, letters: number): Promise<void> {
  const understood = store.selectFrom('mails').select('id').where('fate', '!=', 'stored');
  for (let waited = 0; waited < PATIENCE_MS; waited += 200) {
    if ((await understood.execute()).length >= letters && dovecot.count('') === 0) return;
    await pause(200);
  }
}

async function judge(plan: Plan, store: Store, dovecot: Dovecot): Promise<Omit<Outcome, 'integrity'>> {
  const mails = await store.selectFrom('mails').select(['subject', 'fate']).execute();
  const tickets = await store.selectFrom('tickets').select('number').where('channel', '=', 'email').execute();
  const places = Array.from({ length: plan.letters }, (_, place) => place);
  const rowsOf = (place: number) => mails.filter(({ subject }) => subject === subjectOf(place)).length;
  const named = Math.min(NAMED, plan.letters);
  const figures = {
    ...plan,
    stored: mails.length,
    lost: places.filter((place) => rowsOf(place) === 0).length,
    doubled: places.filter((place) => rowsOf(place) > 1).length,
    tickets: tickets.length,
    named,
    notUnderstood: mails.filter(({ fate }) => fate === 'stored' || fate === 'unreadable').length,
    inInbox: dovecot.count(''),
    inFolder: dovecot.count('.Pomoc.Przyj&ARk-te'),
  };
  const wrong = [
    ...(figures.stored === plan.letters ? [] : [`${figures.stored} rows of ${plan.letters} letters`]),
    ...(figures.lost + figures.doubled === 0 ? [] : [`${figures.lost} lost, ${figures.doubled} doubled`]),
    ...(figures.tickets === named ? [] : [`${figures.tickets} tickets of ${named} letters that name a shop`]),
    ...(figures.notUnderstood === 0 ? [] : [`${figures.notUnderstood} not understood`]),
    ...(figures.inInbox === 0 ? [] : [`${figures.inInbox} left in the inbox`]),
  ];
  return { ...figures, wrong };
}

if (import.meta.main) tellOutcome({ ...(await killMail(readMailPlan())) });
