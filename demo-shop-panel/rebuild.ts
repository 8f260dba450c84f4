import { existsSync, globSync, statSync } from 'node:fs';
import { build } from 'vite';

/** What each part is made of, the file that its build writes last, and its builds in their order. */
const PARTS = [
  { sources: ['widget/**/*'], built: 'dist/pomoc.js', modes: ['panel-pl', 'panel-en', 'loader'] },
  { sources: ['desk/**/*'], built: 'dist/desk/index.html', modes: ['desk'] },
];
const SHARED = ['src/contract/**/*', 'vite/**/*', 'vite.config.ts', 'package-lock.json'];

/** Builds widget and desk, each if anything it is made of is newer than what was built. */
export async function rebuildIfOlder(): Promise<void> {
  for (const { sources, built, modes } of PARTS) {
    if (existsSync(built) && newest([...sources, ...SHARED]) <= newest([built])) continue;
    for (const mode of modes) await build({ mode, logLevel: 'warn' });
  }
}

function newest(patterns: string[]): number {
  return Math.max(...globSync(patterns).map((file) => statSync(file).mtimeMs));
}
