import { existsSync, globSync, statSync } from 'node:fs';
import { build } from 'vite';

/** What the built widget is made of. */
const SOURCES = ['widget/**/*', 'src/contract/*', 'vite.config.ts', 'package-lock.json'];

/** Builds the widget if anything it is made of is newer than what was built. */
export async function rebuildIfOlder(): Promise<void> {
  if (existsSync('dist/pomoc.js') && newest(SOURCES) <= newest(['dist/pomoc.js'])) return;
  await build({ mode: 'panel', logLevel: 'warn' });
  await build({ mode: 'loader', logLevel: 'warn' });
}

function newest(patterns: string[]): number {
  return Math.max(...globSync(patterns).map((file) => statSync(file).mtimeMs));
}
