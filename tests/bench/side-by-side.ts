import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromiumLaunchOptions } from '../support/chromium.ts';
import { readPage, type Way, writeContestant } from './our-contestant.ts';
import { type Figures, readFigures } from './read-figures.ts';

const OURS: Record<string, Way> = {
  'pomoc-at-once': { label: 'Pomoc online, pressed at once', hasEntry: true, hoverMs: 0 },
  pomoc: { label: 'Pomoc online, pressed 100 ms after the pointer came', hasEntry: true, hoverMs: 100 },
  'pomoc-drawn': { label: 'Pomoc online, its own button', hasEntry: false, hoverMs: 100 },
};

const PEERS = [
  'floor-preact',
  'floor-preact-preload',
  'plausible',
  'sentry-async-bare',
  'sentry-async',
  'posthog-conversations',
];

const MOST_OF_SENTRYS_BYTES = 1 / 10;
const MOST_OF_THE_FLOORS_TIME = 1.15;

interface Target {
  what: string;
  /** ours, and what it must stay below */
  figure: number;
  most: number;
}

/** What the widget has to show, each figure against one of the same run. */
function targets(figures: ReadonlyMap<string, Figures>): Target[] {
  const of = (name: string): Figures => {
    const found = figures.get(name);
    if (!found) throw new Error(`The bench has no figures of ${name}`);
    return found;
  };
  const [sentry, floor, tracker] = [of('sentry-async-bare'), of('floor-preact'), of('plausible')];
  return Object.entries(OURS).flatMap(([name, { label }]) => {
    const { bytesBefore, loadScriptMs, openMs } = of(name);
    return [
      {
        what: `${label}: bytes before the click, a tenth of Sentry's`,
        figure: bytesBefore,
        most: sentry.bytesBefore * MOST_OF_SENTRYS_BYTES,
      },
      { what: `${label}: script ms at load, plausible's`, figure: loadScriptMs, most: tracker.loadScriptMs },
      { what: `${label}: click to first field, Sentry's`, figure: openMs, most: sentry.openMs },
      {
        what: `${label}: click to first field, 1.15 of the floor's`,
        figure: openMs,
        most: floor.openMs * MOST_OF_THE_FLOORS_TIME,
      },
    ];
  });
}

/**
 * Runs the built widget beside the peers of a bench that is built already, and prints its table and each target.
 * @param bench the bench's folder: it takes further contestants by `--dir`, and writes what it measured
 * @returns whether every target is met
 */
async function run(bench: string, runs: string, net: string): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'pomoc-bench-'));
  const measured = join(folder, `${net}.json`);
  try {
    const page = readPage(bench);
    const directories: string[] = [];
    for (const [name, way] of Object.entries(OURS)) {
      await writeContestant(join(folder, name), page, way);
      directories.push('--dir', join(folder, name));
    }
    const { executablePath = '' } = await chromiumLaunchOptions();
    const start = (...parameters: string[]) => {
      const environment = { ...process.env, CHROMIUM: executablePath };
      const { status } = spawnSync(process.execPath, parameters, { cwd: bench, env: environment, stdio: 'inherit' });
      if (status !== 0) throw new Error(`${parameters[0]} ended with ${status}`);
    };
    start('bench.mjs', '--runs', runs, '--net', net, '--only', PEERS.join(), '--out', measured, ...directories);
    start('report.mjs', measured);
    const figures = readFigures(measured);
    const judged = targets(figures);
    for (const { what, figure, most } of judged) {
      const verdict = figure <= most ? 'met' : 'MISSED';
      process.stdout.write(
        `${what.padEnd(100)}${figure.toFixed(1).padStart(9)} of ${most.toFixed(1).padStart(8)}  ${verdict}\n`,
      );
    }
    return judged.every(({ figure, most }) => figure <= most) && [...figures.values()].every(({ failed }) => !failed);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const { values } = parseArgs({
  options: {
    bench: { type: 'string', default: process.env.WIDGET_BENCH ?? '' },
    runs: { type: 'string', default: '12' },
    net: { type: 'string', default: 'none' },
  },
});
if (!values.bench) throw new Error('Say where the bench is: --bench FOLDER, or WIDGET_BENCH');
process.exitCode = (await run(resolve(values.bench), values.runs, values.net)) ? 0 : 1;
