import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { importShops } from '../../src/shops/import-shops.ts';
import { type Engine, openStore } from '../../src/store/open.ts';
import { type ChildService, startService, temporaryHome } from '../support/child-service.ts';
import { freePort } from '../support/free-port.ts';
import { NOW, sampleShops } from '../support/service.ts';
import { type Clients, startClients } from './clients.ts';
import { type Remains, startDatabaseUnderTest } from './database-under-test.ts';
import { type Run, verdict, whatIsWrong } from './verdict.ts';

/** What the counter of a fresh database gives first. */
const FIRST_SEQUENCE = 100_001;

interface Plan {
  engine: Engine;
  seconds: number;
  /** how often the service is killed */
  kills: number;
  /** how often the database's server is crashed under it; PostgreSQL only */
  crashes?: number;
  clients: number;
}

export interface Outcome extends Run {
  kills: number;
  crashes: number;
  resent: number;
  /** longest time from a fault to the next answer, the restart included */
  slowestRecoveryMs: number;
  /** each criterion that was failed, in words */
  wrong: string[];
}

/**
 * Kills the service with SIGKILL again and again under load, and PostgreSQL's server beside it, which the service must
 * survive; then judges what is left against what clients were told.
 */
export async function killUnderLoad(plan: Plan): Promise<Outcome> {
  const { kills, crashes = 0 } = plan;
  const home = temporaryHome();
  const database = await startDatabaseUnderTest(plan.engine);
  const environment = { DATABASE_URL: database.url, PORT: String(await freePort()), RATE_LIMITS: 'off' };
  const start = () => startService(home.folder, environment);
  let service: ChildService | undefined;
  try {
    await fillRegistry(database.url);
    service = await start();
    const clients = startClients(service.port, plan.clients);
    const until = performance.now() + plan.seconds * 1000;
    let slowestRecoveryMs = 0;
    const faults = kills + crashes;
    for (let fault = 0; fault < faults; fault++) {
      await pause((Math.random() * plan.seconds * 1000) / faults);
      const brokeAt = performance.now();
      if (isCrash(fault, plan)) {
        if (!database.crash) throw new Error('SQLite has no server to crash');
        await database.crash();
      } else {
        await kill(service);
        service = await start();
      }
      const answeredAt = await withinTwoMinutes(clients.watchForAnswer());
      slowestRecoveryMs = Math.max(slowestRecoveryMs, answeredAt - brokeAt);
    }
    await pause(Math.max(0, until - performance.now()));
    await clients.finish();
    const { code, errors } = await service.end('SIGTERM');
    service = undefined;
    if (code !== 0) throw new Error(`The service ended with ${code}: ${errors}`);
    return { ...judge(await database.inspect(), clients), kills, crashes, slowestRecoveryMs };
  } finally {
    await service?.end('SIGKILL');
    await database.discard();
    home.discard();
  }
}

/** Crashes are spread evenly among the kills. */
function isCrash(fault: number, { kills, crashes = 0 }: Plan): boolean {
  return (fault * crashes) % (kills + crashes) < crashes;
}

async function kill(service: ChildService): Promise<void> {
  const { signal, errors } = await service.end('SIGKILL');
  if (signal !== 'SIGKILL') throw new Error(`The service had ended by itself: ${errors}`);
}

async function fillRegistry(databaseUrl: string): Promise<void> {
  const store = await openStore(databaseUrl);
  await importShops(store, sampleShops(), NOW);
  await store.destroy();
}

async function withinTwoMinutes<Value>(promise: Promise<Value>): Promise<Value> {
  const patience = AbortSignal.timeout(120_000);
  const tooLate = new Promise<never>((_, reject) => {
    patience.onabort = () => reject(new Error('No client was answered within two minutes of a restart'));
  });
  return Promise.race([promise, tooLate]);
}

function judge(
  { tickets, integrity }: Remains,
  clients: Clients,
): Omit<Outcome, 'kills' | 'crashes' | 'slowestRecoveryMs'> {
  const { acknowledgements, resent, refusals, unanswered } = clients;
  const run = {
    ...verdict({ acknowledgements, tickets, firstSequence: FIRST_SEQUENCE }),
    refusals,
    unanswered,
    integrity,
  };
  return { ...run, resent, wrong: whatIsWrong(run) };
}

function asTable(outcome: Outcome): string {
  const { wrong, refusals, slowestRecoveryMs, ...figures } = outcome;
  const rows = { ...figures, refused: refusals.length, 'slowest recovery, ms': Math.round(slowestRecoveryMs) };
  const lines = Object.entries(rows).map(([name, figure]) => `${name.padEnd(22)}${String(figure).padStart(8)}\n`);
  const conclusion = wrong.length === 0 ? 'sound\n' : wrong.map((words) => `WRONG ${words}\n`).join('');
  return `${lines.join('')}${conclusion}`;
}

function option(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new Error(`A whole number from 1 to 9999 is expected, not "${text}"`);
  return Number(text);
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string' },
      kills: { type: 'string' },
      clients: { type: 'string' },
      postgres: { type: 'boolean', default: false },
      crashes: { type: 'string' },
    },
  });
  const outcome = await killUnderLoad({
    engine: values.postgres ? 'postgres' : 'sqlite',
    seconds: option(values.seconds, 20),
    kills: option(values.kills, 10),
    crashes: values.postgres ? option(values.crashes, 4) : 0,
    clients: option(values.clients, 50),
  });
  process.stdout.write(asTable(outcome));
  process.exitCode = outcome.wrong.length === 0 ? 0 : 1;
}
