import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, globSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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
  /** writes another text into the one source of a folder that has this text, once, as an editor would */
  edit: (folder: string, from: string, to: string) => void;
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
    edit: (sources, from, to) => {
      const paths = globSync(`${sources}/**/*.{ts,tsx}`, { cwd: folder }).map((path) => join(folder, path));
      const found = paths.filter((path) => readFileSync(path, 'utf8').includes(from));
      const [path = ''] = found;
      if (found.length !== 1) throw new Error(`"${from}" is in ${found.length} files of ${sources}`);
      // At once, as editors save: who reads a file that is only emptied yet has no text of it.
      const saved = join(folder, 'saved');
      writeFileSync(saved, readFileSync(path, 'utf8').replace(from, to));
      renameSync(saved, path);
    },
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
      rmSync(folder, { recursive: true });
    },
  };
}
