import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { build } from 'vite';

/** What widget and desk are made of. */
const SOURCES = [
  '{widget,desk,browser,vite}/**/*',
  'src/contract/**/*',
  '{vite.config.ts,tsconfig.json,package-lock.json}',
];

/** A digest of the sources of what is built; written last, so that half a build has none. */
const BUILT_FROM = 'dist/built-from';

/** Builds widget and desk: the panels and the desk side by side, then the loader, which names the panels' files. */
async function buildAll(): Promise<void> {
  await Promise.all(['panel-pl', 'panel-en', 'desk'].map(buildPart));
  await buildPart('loader');
}

function buildPart(mode: string): Promise<unknown> {
  // Side by side each waits for the others, which Rolldown would warn of.
  const rolldownOptions = { checks: { pluginTimings: false } };
  return build({ mode, logLevel: 'warn', build: { rolldownOptions } });
}

/** Builds widget and desk, unless what is built is of the very sources that are here. */
export async function buildIfChanged(): Promise<void> {
  const sources = digestOfSources();
  if (existsSync(BUILT_FROM) && readFileSync(BUILT_FROM, 'utf8') === sources) return;
  rmSync(BUILT_FROM, { force: true });
  await buildAll();
  writeFileSync(BUILT_FROM, sources);
}

/** By what is in the files: times tell nothing of a file that was put back, or moved here. */
function digestOfSources(): string {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((pattern) => globSync(pattern)).toSorted()) {
    if (statSync(file).isFile()) hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

if (import.meta.main) {
  // A shell that says otherwise would have another build.
  process.env.NODE_ENV = 'production';
  await buildIfChanged();
}
