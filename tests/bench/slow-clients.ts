import { setTimeout as pause } from 'node:timers/promises';
import { SERVE_LIMITS } from '../../src/serve.ts';
import { importShops } from '../../src/shops/import-shops.ts';
import { openStore } from '../../src/store/open.ts';
import { startService, temporaryHome } from '../support/child-service.ts';
import { NOW, sampleShops } from '../support/service.ts';
import { type Kind, startAttackers } from './attackers.ts';
import { percentile, startNormalClients } from './normal-clients.ts';

const NORMAL_CLIENTS = 20;
const ATTACKERS_OF_EACH_KIND = 500;
const MEASURED_MS = 30_000;

/** What normal clients may notice of the slow ones: their p99 stays below this multiple of what it is without them. */
const MOST_RATIO = 2;

/** Longest life of a slow connection: its timeout, one look of the server's, and time for a busy machine. */
const LATENESS_MS = 1500;
const MOST_LIFE_MS: Record<Kind, number> = {
  'slow headers': SERVE_LIMITS.headersTimeoutMs + SERVE_LIMITS.checkingIntervalMs + LATENESS_MS,
  'slow body': SERVE_LIMITS.requestTimeoutMs + SERVE_LIMITS.checkingIntervalMs + LATENESS_MS,
};

/**
 * A thousand slow connections, each replaced as soon as it is cut, beside twenty clients who mean well: one run, so that
 * both figures come from the same machine in the same minute.
 */
async function run(): Promise<boolean> {
  const home = temporaryHome();
  const store = await openStore(home.databaseUrl);
  await importShops(store, sampleShops(), NOW);
  await store.destroy();
  const service = await startService(home.folder, { DATABASE_URL: home.databaseUrl, RATE_LIMITS: 'off' });
  try {
    await measure(service.port, 3000); // warm
    const before = await measure(service.port, MEASURED_MS / 2);
    const attackers = await startAttackers(service.port, ATTACKERS_OF_EACH_KIND);
    const beside = await measure(service.port, MEASURED_MS);
    attackers.replaceNoMore();
    await pause(MOST_LIFE_MS['slow body']);
    const { lives, open } = attackers.end();
    const after = await measure(service.port, MEASURED_MS / 2);

    const baseline = percentile([...before, ...after], 99);
    const attacked = percentile(beside, 99);
    const ratio = attacked / baseline;
    say('normal p99 alone, ms', baseline.toFixed(2), `${before.length + after.length} answers`);
    say('normal p99 beside, ms', attacked.toFixed(2), `${beside.length} answers`);
    say('ratio', ratio.toFixed(2), `must stay below ${MOST_RATIO}`);
    let survived = open;
    for (const kind of ['slow headers', 'slow body'] as const) {
      const ages = lives.filter((life) => life.kind === kind).map(({ ms }) => ms);
      survived += ages.filter((ms) => ms > MOST_LIFE_MS[kind]).length;
      const seconds = [percentile(ages, 50), Math.max(...ages)].map((ms) => (ms / 1000).toFixed(1));
      say(`${kind}, cut`, String(ages.length), `after ${seconds[0]} s (median), ${seconds[1]} s (last)`);
    }
    say('survived', String(survived), 'must be 0');
    return ratio < MOST_RATIO && survived === 0 && lives.length >= 2 * ATTACKERS_OF_EACH_KIND;
  } finally {
    await service.end('SIGKILL');
    home.discard();
  }
}

/** Milliseconds of each answer to a normal client within a stretch of time. */
async function measure(port: number, ms: number): Promise<number[]> {
  const clients = startNormalClients(port, NORMAL_CLIENTS);
  await pause(ms);
  return clients.finish();
}

function say(name: string, figure: string, remark: string): void {
  process.stdout.write(`${name.padEnd(24)}${figure.padStart(8)}   ${remark}\n`);
}

process.exitCode = (await run()) ? 0 : 1;
