import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = join(import.meta.dirname, '../..');

/** What `npm run dev` needs of the repository. */
const SOURCES = [
  'browser',
  'demo-shop-panel',
  'desk',
  'src',
  'vite',
  'widget',
  'package.json',
  'tsconfig.json',
  'vite.config.ts',
];

export interface DevServerUnderTest {
  port: number;
  /** writes another text into a source, as an editor would; throws if it is not there exactly once */
  edit: (file: string, from: string, to: string) => void;
  stop: () => Promise<void>;
}

/** `npm run dev` on a copy of the sources, so that a test may edit them. */
export async function startDevServer(): Promise<DevServerUnderTest> {
  const folder = mkdtempSync(join(tmpdir(), 'pomoc-dev-'));
  for (const source of SOURCES) cpSync(join(ROOT, source), join(folder, source), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const child = spawn(process.execPath, ['vite/dev.ts'], {
    cwd: folder,
    env: { PATH: process.env.PATH, PORT: '0', DATABASE_URL: `sqlite:${join(folder, 'dev.sqlite')}` },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const listening = Promise.withResolvers<number>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const port = /localhost:(\d+)\/demo/.exec(line)?.[1];
    if (port) listening.resolve(Number(port));
  });
  exited.then(([code]) => listening.reject(new Error(`The dev server ended with ${code}`)));
  return {
    port: await listening.promise,
    edit: (file, from, to) => {
      const path = join(folder, file);
      const parts = readFileSync(path, 'utf8').split(from);
      if (parts.length !== 2) throw new Error(`${file} has "${from}" ${parts.length - 1} times`);
      writeFileSync(path, parts.join(to));
    },
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
      rmSync(folder, { recursive: true });
    },
  };
}
