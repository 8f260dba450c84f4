import { parseArgs } from 'node:util';
import { type Engine, openStore } from '../../src/store/open.ts';
import { startPostgresServer } from '../support/postgres-server.ts';
import { makeTemplate } from '../support/pristine-postgres.ts';
import { type FuzzReport, fuzzService } from './fuzz-service.ts';

/**
 * `npm run fuzz`: 50,000 requests on each engine, good ones and spoilt ones, over every route and as everybody; exit code
 * 1 when one of them is answered as none should be. `-- --seed 7 --requests 1000 --only postgres`
 */
const { values } = parseArgs({
  options: { seed: { type: 'string' }, requests: { type: 'string' }, only: { type: 'string' } },
});
const seed = Number(values.seed ?? 1);
const requests = Number(values.requests ?? 50_000);
const engines = (['sqlite', 'postgres'] as const).filter((engine) => (values.only ?? engine) === engine);
const print = (line: string) => process.stdout.write(`${line}\n`);

/** Makes a server for the tests' databases; with SQLite there is none. */
async function on(engine: Engine, work: () => Promise<void>): Promise<void> {
  if (engine === 'sqlite') return work();
  const server = await startPostgresServer();
  const url = server.url('postgres');
  await makeTemplate(url, async (template) => (await openStore(template)).destroy());
  process.env.POMOC_TEST_POSTGRES = url;
  try {
    await work();
  } finally {
    delete process.env.POMOC_TEST_POSTGRES;
    await server.stop();
  }
}

function printReport({ answers, findings }: FuzzReport): void {
  const width = Math.max(...[...answers.keys()].map(({ length }) => length));
  const all = new Map<string, number>();
  for (const [route, statuses] of [...answers].toSorted(([one], [other]) => one.localeCompare(other))) {
    const counted = [...statuses].toSorted(([one], [other]) => one.localeCompare(other));
    for (const [status, times] of counted) all.set(status, (all.get(status) ?? 0) + times);
    print(`${route.padEnd(width)}  ${counted.map((pair) => pair.join('×')).join('  ')}`);
  }
  const total = [...all].toSorted(([one], [other]) => one.localeCompare(other));
  print(`${'together'.padEnd(width)}  ${total.map((pair) => pair.join('×')).join('  ')}`);
  for (const { index, route, caller, wrong, request, answer } of findings.slice(0, 40)) {
    print(`\n#${index} ${route}, ${caller}: ${wrong.join('; ')}\n${JSON.stringify(request)}\n→ ${answer}`);
  }
}

for (const engine of engines) {
  print(`${engine}: ${requests} requests, seed ${seed}`);
  await on(engine, async () => {
    const began = Date.now();
    const report = await fuzzService(requests, seed, (asked, { findings }) => {
      const seconds = Math.round((Date.now() - began) / 1000);
      if (asked % 2000 === 0) process.stderr.write(`${asked} after ${seconds} s: ${findings.length} found\n`);
    });
    printReport(report);
    const { findings } = report;
    print(`\n${engine}: ${report.answers.size} routes, ${findings.length} answers that are not as they should be`);
    if (findings.length > 0) process.exitCode = 1;
  });
}
