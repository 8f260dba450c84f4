import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { build } from 'vite';
import { LANGUAGES } from '../src/contract/lists.ts';

/** What widget and desk are made of. */
const SOURCES = [
  '{widget,desk,browser,vite}/**/*',
  'src/contract/**/*',
  '{vite.config.ts,tsconfig.json,package-lock.json}',
];

/** A digest of the sources of the build; written last, so that an incomplete build has none. */
const BUILT_FROM = 'dist/built-from';

/** Builds widget and desk: the panels, the reader and the desk side by side, then the loader, which names the files of the others. */
async function buildAll(): Promise<void> {
  await Promise.all(
    [
      ...LANGUAGES.map((language) => `panel-${language}`),
      ...LANGUAGES.map((language) => `z-${language}`),
      'reader',
      'doctor',
      'badge',
      'desk',
      'emergency',
    ].map(buildPart),
  );
  await buildPart('importer');
  await buildPart('loader');
  copyFileSync('widget/pomoc.d.ts', 'dist/pomoc.d.ts');
}

function buildPart(mode: string): Promise<unknown> {
  // Side by side each waits for the others, which Rolldown would warn of.
  const rolldownOptions = { checks: { pluginTimings: false } };
  return build({ mode, logLevel: 'warn', build: { rolldownOptions } });
}

/** Builds widget and desk, unless the existing build is of the same sources. */
export async function buildIfChanged(): Promise<void> {
  const sources = digestOfSources();
  if (existsSync(BUILT_FROM) && readFileSync(BUILT_FROM, 'utf8') === sources) return;
  rmSync(BUILT_FROM, { force: true });
  await buildAll();
  writeFileSync(BUILT_FROM, sources);
}

/** Of the contents: times do not show that a file was restored or moved. */
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
