import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { importShops } from '../../src/registry/import-shops.ts';
import { openStore } from '../../src/store/open.ts';
import { type ChildService, startService, temporaryHome } from '../support/child-service.ts';
import { NOW, sampleShops } from '../support/service.ts';
import { type Clients, startClients } from './clients.ts';
import { isSound, type StoredTicket, type Verdict, verdict } from './verdict.ts';

/** What the counter of a fresh database gives first. */
const FIRST_SEQUENCE = 100_001;

interface Plan {
  seconds: number;
  kills: number;
  clients: number;
}

export interface Outcome extends Verdict {
  kills: number;
  resent: number;
  refusals: string[];
  unanswered: number;
  integrity: string;
  /** longest time from a killed service to the next answer, its restart included */
  slowestRecoveryMs: number;
  sound: boolean;
}

/** Kills the service with SIGKILL again and again under load, and judges what is left against what clients were told. */
export async function killUnderLoad(plan: Plan): Promise<Outcome> {
  const home = temporaryHome();
  const environment = { DATABASE_URL: home.databaseUrl, PORT: String(await freePort()), RATE_LIMITS: 'off' };
  const start = () => startService(home.folder, environment);
  await fillRegistry(home.databaseUrl);
  let service: ChildService | undefined = await start();
  try {
    const clients = startClients(service.port, plan.clients);
    const until = performance.now() + plan.seconds * 1000;
    let slowestRecoveryMs = 0;
    for (let kill = 0; kill < plan.kills; kill++) {
      await pause((Math.random() * plan.seconds * 1000) / plan.kills);
      const { signal, errors } = await service.end('SIGKILL');
      if (signal !== 'SIGKILL') throw new Error(`The service had ended by itself: ${errors}`);
      const killedAt = performance.now();
      const answer = clients.watchForAnswer();
      service = await start();
      slowestRecoveryMs = Math.max(slowestRecoveryMs, (await withinHalfAMinute(answer)) - killedAt);
    }
    await pause(Math.max(0, until - performance.now()));
    await clients.finish();
    await service.end('SIGTERM');
    service = undefined;
    return { ...judge(home.databaseFile, clients), kills: plan.kills, slowestRecoveryMs };
  } finally {
    await service?.end('SIGKILL');
    home.discard();
  }
}

async function fillRegistry(databaseUrl: string): Promise<void> {
  const store = await openStore(databaseUrl);
  await importShops(store, sampleShops(), NOW);
  await store.destroy();
}

async function withinHalfAMinute<Value>(promise: Promise<Value>): Promise<Value> {
  const patience = AbortSignal.timeout(30_000);
  const tooLate = new Promise<never>((_, reject) => {
    patience.onabort = () => reject(new Error('No client was answered within 30 s of a restart'));
  });
  return Promise.race([promise, tooLate]);
}

function judge(databaseFile: string, clients: Clients): Omit<Outcome, 'kills' | 'slowestRecoveryMs'> {
  const database = new Database(databaseFile);
  const tickets = database.prepare<[], StoredTicket>('select number, sequence, subject from tickets').all();
  const integrity = String(database.pragma('integrity_check', { simple: true }));
  database.close();
  const { acknowledgements, resent, refusals, unanswered } = clients;
  const judged = verdict({ acknowledgements, tickets, firstSequence: FIRST_SEQUENCE });
  const complete = judged.acknowledged > 0 && refusals.length === 0 && unanswered === 0;
  return {
    ...judged,
    resent,
    refusals,
    unanswered,
    integrity,
    sound: isSound(judged) && complete && integrity === 'ok',
  };
}

/**
 * A port below the range from which the system takes the other end of connections: a client that knocks at a port of
 * that range while nobody listens can be connected to itself, and then holds the port against the restarted service.
 */
async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    const server = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!isFree) continue;
    await new Promise((resolve) => server.close(resolve));
    return port;
  }
  throw new Error('No free port from 20000 to 29999');
}

function asTable(outcome: Outcome): string {
  const { sound, refusals, slowestRecoveryMs, ...figures } = outcome;
  const rows = { ...figures, refused: refusals.length, 'slowest recovery, ms': Math.round(slowestRecoveryMs) };
  const lines = Object.entries(rows).map(([name, figure]) => `${name.padEnd(22)}${String(figure).padStart(8)}\n`);
  return `${lines.join('')}${sound ? 'sound' : 'WRONG'}\n${refusals.slice(0, 5).join('\n')}`;
}

function option(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new Error(`A whole number from 1 to 9999 is expected, not "${text}"`);
  return Number(text);
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { seconds: { type: 'string' }, kills: { type: 'string' }, clients: { type: 'string' } },
  });
  const outcome = await killUnderLoad({
    seconds: option(values.seconds, 20),
    kills: option(values.kills, 10),
    clients: option(values.clients, 50),
  });
  process.stdout.write(asTable(outcome));
  process.exitCode = outcome.sound ? 0 : 1;
}
