import { type CompiledQuery, sql } from 'kysely';
import type { Engine, Store } from '../../src/store/open.ts';
import { type FullDesk, fullDesk, questions, startEngine } from './desk/full-desk.ts';
import { PROOFS_AND_TAGS, storeProofsAndTags } from './desk/proofs-and-tags.ts';
import { type Plan, readPostgresPlan, readSqlitePlan } from './desk/read-plan.ts';

/**
 * `npm run bench:plans`: how the databases answer what the desk asks, by their own word, in a small and in a large desk.
 * It ends with 1 where SQLite reads all of a table that grows, or PostgreSQL more rows than there are tickets.
 */
const SMALL = { tickets: 1300, waiting: 900 };
const LARGE = { tickets: 30_000, waiting: 1500 };

/** Tables that grow with what is written. Of others every row may be read: they hold what a vendor has. */
const GROWING = [
  'tickets',
  'messages',
  'message_words',
  'ticket_tags',
  'uploads',
  'audit',
  'waits',
  'follow_ups',
  'mails',
  'deliveries',
];

/** What PostgreSQL reads much for: docs/proof.md says why. */
const KNOWN = ['search, two common words'];

interface Asked {
  query: CompiledQuery;
  plan: Plan;
}

/** Notes every query of a store while something is asked. */
async function queriesOf(store: Store, ask: () => Promise<unknown>): Promise<CompiledQuery[]> {
  const executor = store.getExecutor();
  const send = executor.executeQuery.bind(executor);
  const sent: CompiledQuery[] = [];
  executor.executeQuery = (query) => {
    sent.push(query);
    return send(query);
  };
  try {
    await ask();
  } finally {
    executor.executeQuery = send;
  }
  return sent.filter((query) => /^\s*(select|with)/i.test(query.sql));
}

async function planOf(store: Store, engine: Engine, query: CompiledQuery): Promise<Plan> {
  const explain = engine === 'sqlite' ? 'explain query plan' : 'explain (analyze, format json)';
  const explained = { ...query, sql: `${explain} ${query.sql}`, query: sql`explain`.toOperationNode() };
  const { rows } = await store.executeQuery<Record<string, unknown>>(
    explained as CompiledQuery<Record<string, unknown>>,
  );
  return engine === 'sqlite' ? readSqlitePlan(rows) : readPostgresPlan(rows);
}

/** What one question reads. */
async function plansOf({ api, ask }: FullDesk, engine: Engine, path: string): Promise<Asked[]> {
  await ask(path); // what is read once, and kept
  const queries = await queriesOf(api.store, () => ask(path));
  const asked: Asked[] = [];
  for (const query of queries) asked.push({ query, plan: await planOf(api.store, engine, query) });
  return asked;
}

const scansOf = (asked: readonly Asked[]) => [
  ...new Set(asked.flatMap(({ plan }) => plan.scans).filter((table) => GROWING.includes(table))),
];
const rowsOf = (asked: readonly Asked[]) => asked.reduce((sum, { plan }) => sum + (plan.rows ?? 0), 0);

function lineOf(name: string, [before, after]: readonly [Asked[], Asked[]], engine: Engine): string {
  const read = [rowsOf(before), rowsOf(after)].map((rows) => String(rows).padStart(9)).join('');
  const scans = scansOf(after);
  return [
    name.padEnd(36),
    `${after.length} queries`.padStart(12),
    ...(engine === 'postgres' ? [read] : []),
    ...(scans.length > 0 ? [`  all of ${scans.join(', ')}`] : []),
  ].join('');
}

const inFull = ({ query, plan }: Asked) =>
  `    ${query.sql.replace(/\s+/g, ' ')}\n${plan.text.replace(/^/gm, '      ')}\n`;

async function explainAll(engine: Engine): Promise<boolean> {
  const stop = await startEngine(engine);
  const only = process.argv.find((one) => one.startsWith('--only='))?.slice('--only='.length);
  const isVerbose = process.argv.includes('--plans');
  const desks: FullDesk[] = [];
  let isMet = true;
  try {
    for (const size of [SMALL, LARGE]) {
      const desk = await fullDesk(size);
      await storeProofsAndTags(desk.api.store);
      desks.push(desk);
    }
    const [small, large] = desks as [FullDesk, FullDesk];
    const paths = [
      { ...(await questions(small)), ...PROOFS_AND_TAGS },
      { ...(await questions(large)), ...PROOFS_AND_TAGS },
    ] as const;
    process.stdout.write(`\n${engine}\n`);
    for (const [name, path] of Object.entries(paths[1])) {
      if (only && !name.includes(only)) continue;
      const before = await plansOf(small, engine, paths[0][name] ?? path);
      const after = await plansOf(large, engine, path);
      const isAbove = engine === 'sqlite' ? scansOf(after).length > 0 : rowsOf(after) > LARGE.tickets;
      if (isAbove && !KNOWN.includes(name)) isMet = false;
      process.stdout.write(lineOf(name, [before, after], engine) + (isAbove ? '  ABOVE\n' : '\n'));
      if (isVerbose) process.stdout.write(after.map(inFull).join(''));
    }
    return isMet;
  } finally {
    for (const { api } of desks) await api.discard();
    await stop();
  }
}

const engines: Engine[] = process.argv.includes('--sqlite')
  ? ['sqlite']
  : process.argv.includes('--postgres')
    ? ['postgres']
    : ['sqlite', 'postgres'];
let isMet = true;
for (const engine of engines) isMet = (await explainAll(engine)) && isMet;
process.exitCode = isMet ? 0 : 1;
