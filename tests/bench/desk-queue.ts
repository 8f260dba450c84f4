import type { Engine } from '../../src/store/open.ts';
import { type FullDesk, fullDesk, questions, startEngine } from './desk/full-desk.ts';
import { percentile } from './normal-clients.ts';

/** How much longer anything may take in the large database. */
const MOST_RATIO = 2;
const WARM_ROUNDS = 5;
const ROUNDS = 40;

const engine: Engine = process.argv.includes('--postgres') ? 'postgres' : 'sqlite';
const SMALL = { tickets: 1300, waiting: 900 };
const LARGE = engine === 'postgres' ? { tickets: 100_000, waiting: 10_000 } : { tickets: 1_000_000, waiting: 10_000 };

async function measure(small: FullDesk, large: FullDesk): Promise<boolean> {
  const desks = [small, large] as const;
  const asked = [await questions(small), await questions(large)] as const;
  const only = process.argv.find((one) => one.startsWith('--only='))?.slice('--only='.length);
  let isMet = true;
  for (const name of Object.keys(asked[0])) {
    if (only && !name.includes(only)) continue;
    const times: [number[], number[]] = [[], []];
    const bytes = [0, 0];
    for (let round = -WARM_ROUNDS; round < ROUNDS; round++) {
      for (const side of [0, 1] as const) {
        const started = performance.now();
        const body = await desks[side].ask(asked[side][name] as string);
        if (round >= 0) times[side].push(performance.now() - started);
        bytes[side] = body.length;
      }
    }
    const [before, after] = times.map((all) => percentile(all, 50)) as [number, number];
    const ratio = after / before;
    if (ratio > MOST_RATIO) isMet = false;
    const figures = [before, after, ratio].map((figure) => figure.toFixed(2).padStart(8)).join('');
    process.stdout.write(`${name.padEnd(34)}${figures}  ${bytes.join('/')}${ratio > MOST_RATIO ? '  ABOVE' : ''}\n`);
  }
  return isMet;
}

async function run(): Promise<boolean> {
  const stop = await startEngine(engine);
  const desks: FullDesk[] = [];
  try {
    for (const size of [SMALL, LARGE]) desks.push(await fullDesk(size));
    return await measure(...(desks as [FullDesk, FullDesk]));
  } finally {
    for (const { api } of desks) await api.discard();
    await stop();
  }
}

process.exitCode = (await run()) ? 0 : 1;
