import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { playwright } from '@vitest/browser-playwright';
import { msw } from 'msw/vite';
import { defineConfig, type TestProjectInlineConfiguration, type ViteUserConfig } from 'vitest/config';
import { chromiumLaunchOptions } from './tests/support/chromium.ts';

/** Vitest leaves one processor free, which of two is a half. */
const WORKERS = availableParallelism();

/**
 * Tests end to end wait for a page more than they compute. Each file has a port, a database and a browser of its own, so
 * that one more than there are processors may run at a time.
 */
const WAITING_WORKERS = WORKERS + 1;

/** Memory that is used as a disk; Linux has it. */
const MEMORY = '/dev/shm';

/** PostgreSQL with all its copies takes most, below 1 GB. Most containers have less, and tests use the disk there. */
const ROOM_BYTES = 4_000_000_000;

function hasRoom(folder: string): boolean {
  if (!existsSync(folder)) return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize >= ROOM_BYTES;
}

/** What the folder of a run is called: by its process, so that a later run knows one whose process was killed. */
const RUN_FOLDER = /^pomoc-run-(\d+)-/;

/**
 * Makes the folder of this run's databases (`tests/support/data-folder.ts`): whatever a worker leaves there when it is ended goes with
 * the run, and what a killed run left with the next one.
 */
function makeRunFolder(): string {
  const place = hasRoom(MEMORY) ? MEMORY : tmpdir();
  for (const name of readdirSync(place)) {
    const pid = RUN_FOLDER.exec(name)?.[1];
    if (pid && !isRunning(Number(pid))) rmSync(join(place, name), { recursive: true, force: true });
  }
  const folder = mkdtempSync(join(place, `pomoc-run-${process.pid}-`));
  chmodSync(folder, 0o755); // PostgreSQL runs as another user
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const DATA = { POMOC_TEST_DATA: makeRunFolder() };

/** What tests in the browser import: a library that Vite meets only while they run makes it reload the page under them. */
const BROWSER_LIBRARIES = [
  '@preact/signals',
  '@testing-library/preact',
  'axe-core',
  'fast-check',
  'idb-keyval',
  'ky',
  'msw',
  'msw/browser',
  'preact',
  'preact/hooks',
  'preact/jsx-dev-runtime',
  'zod/mini',
];

/** The rules of the vendor and of the code: what is told within seconds when it is broken. */
const RULES = ['tests/{policy,docs}/**/*.test.ts', 'tests/{architecture,realm,styles}.test.ts'];

/** What PostgreSQL must prove, in the way of SQLite: the store, its locks and transactions, and every route once. */
const ON_POSTGRES = [
  'tests/{store,model,tickets,incidents,reports,authorisation,fuzz}/**/*.test.ts',
  'tests/api/{concurrency,paths}.test.ts',
  // Where queries decide: shares, folds and blocks, whom a browser is known of, letters, words and tags.
  'tests/api/public/floods.test.ts',
  'tests/api/desk/{outage-flood,known-browsers,mails,letters,search-words}.test.ts',
];

/** `npm run test:postgres`: everything that has a database, for whoever changes the store. */
const EVERYTHING_ON_POSTGRES = [
  ...ON_POSTGRES,
  'tests/{api,shops,vendor-settings,commands,hostile,identity}/**/*.test.ts',
];

/** Machines are shared: what takes a second alone may take many beside others, and that is no fault. Milliseconds. */
const PATIENCE = { testTimeout: 30_000, hookTimeout: 30_000 };

/** One worker takes file after file, and imports what they share once. So a test puts back what it changes of the process. */
const TOGETHER = { isolate: false, setupFiles: ['tests/support/put-back.ts'] };

/**
 * What needs nothing of Vite is run by Node alone, as the service is: with Vite's own runner in between, a run takes a third
 * more of the processor. It compiles no TSX.
 */
const BY_NODE = { experimental: { viteModuleRunner: false } };

/** In real browsers, against the built widget and desk and the real service. */
const END_TO_END = {
  // One worker takes file after file, and keeps its Chromium for all of them.
  isolate: false,
  globalSetup: ['tests/support/build-global-setup.ts'],
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // Machines are shared: a browser's answer may take longer than the second that is waited otherwise.
  expect: { poll: { timeout: 15_000 } },
} satisfies TestProjectInlineConfiguration['test'];

/** The order of the projects: quick ones first, and alone at the end those that kill what they test. */
export default defineConfig(
  async ({ mode }): Promise<ViteUserConfig> => ({
    test: {
      projects: [
        {
          test: {
            ...PATIENCE,
            ...TOGETHER,
            ...BY_NODE,
            name: 'rules',
            include: RULES,
            maxWorkers: WORKERS,
            sequence: { groupOrder: 1 },
          },
        },
        {
          test: {
            ...PATIENCE,
            ...TOGETHER,
            ...BY_NODE,
            name: 'node',
            // Programs that tests start are compiled once, by the digest of their sources.
            env: { NODE_COMPILE_CACHE: join(process.cwd(), 'var/compiled'), POMOC_TEST_MODE: mode, ...DATA },
            include: [
              'tests/*.test.ts',
              'tests/!(browser|widget|desk|e2e|faults)/**/*.test.ts',
              'tests/{browser,widget,desk}/**/*.node.test.ts',
            ],
            exclude: [...RULES, 'tests/store/postgres*.test.ts'],
            testTimeout: 20_000,
            maxWorkers: WORKERS,
            sequence: { groupOrder: 2 },
          },
        },
        {
          // The programs of the browser. Tests of theirs that need no page are called `*.node.test.ts`.
          plugins: [msw({ mode: 'worker-only' })],
          define: { __VERSION__: '"0.0.0"' },
          oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
          optimizeDeps: { include: BROWSER_LIBRARIES },
          test: {
            ...PATIENCE,
            name: 'browser',
            // One page of Chromium takes file after file, as one worker does.
            isolate: false,
            include: ['tests/{browser,widget,desk}/**/*.test.{ts,tsx}'],
            exclude: ['**/*.node.test.ts'],
            setupFiles: ['tests/support/widget-setup.ts'],
            expect: { poll: { timeout: 10_000 } },
            maxWorkers: WORKERS,
            sequence: { groupOrder: 2 },
            browser: {
              enabled: true,
              headless: true,
              screenshotFailures: false,
              provider: playwright({ launchOptions: await chromiumLaunchOptions() }),
              instances: [{ browser: 'chromium' }],
            },
          },
        },
        {
          // Files of `node` once more, with every store on PostgreSQL, and what is about PostgreSQL alone.
          test: {
            ...PATIENCE,
            ...BY_NODE,
            name: 'postgres',
            env: { POMOC_TEST_MODE: mode, ...DATA },
            include: mode === 'everything-on-postgres' ? EVERYTHING_ON_POSTGRES : ON_POSTGRES,
            exclude: ['tests/store/sqlite*.test.ts'],
            globalSetup: ['tests/support/postgres-global-setup.ts'],
            setupFiles: ['tests/support/postgres-setup.ts'],
            maxWorkers: WORKERS,
            sequence: { groupOrder: 3 },
          },
        },
        {
          test: {
            ...END_TO_END,
            name: 'e2e',
            env: DATA,
            include: ['tests/e2e/**/*.test.ts'],
            maxWorkers: WAITING_WORKERS,
            sequence: { groupOrder: 4 },
          },
        },
        {
          test: {
            ...END_TO_END,
            name: 'faults',
            include: ['tests/faults/**/*.test.ts'],
            maxWorkers: 1,
            sequence: { groupOrder: 5 },
          },
        },
      ],
    },
  }),
);
