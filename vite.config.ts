import { readFileSync } from 'node:fs';
import { defineConfig, type Rolldown, type TerserOptions, type UserConfig } from 'vite';
import { compileAtOnce } from './vite/compile-at-once.ts';
import { compressFirst } from './vite/compress-first.ts';
import { fetchedImports } from './vite/fetched-imports.ts';
import { forgetOldFiles } from './vite/forget-old-files.ts';
import { ownZodSettings } from './vite/own-zod-settings.ts';
import { panelIn } from './vite/panel-in.ts';
import { plainImports } from './vite/plain-imports.ts';
import { staysWith } from './vite/stays-with.ts';
import { wordsOf } from './vite/words-of.ts';
import { writeInConstants } from './vite/write-in-constants.ts';

/** Everything the shop's browser may load is written here, and the server serves this folder and nothing else. */
const OUT_DIR = 'dist';

const terserOptions = {
  module: true,
  compress: {
    passes: 5,
    ecma: 2020,
    inline: 1,
    // `String(x)` becomes a sum, `new Error()` a call: no symbol is made a text here.
    unsafe: true,
    unsafe_arrows: true,
    unsafe_methods: true,
    unsafe_proto: true,
    pure_getters: true,
    keep_fargs: false,
  },
  format: { ascii_only: true, comments: false },
} satisfies TerserOptions;

/** For files without a library, which are smaller with their functions in one place. */
const ofOurs: TerserOptions = {
  ...terserOptions,
  compress: { ...terserOptions.compress, hoist_funs: true },
};

/**
 * Modules are UTF-8 whatever the page is, in which Polish letters are shorter as they are.
 * https://html.spec.whatwg.org/multipage/webappapis.html#fetch-a-single-module-script
 */
const inUtf8: TerserOptions = { ...terserOptions, format: { ...terserOptions.format, ascii_only: false } };

/** Old panels decode classic scripts as iso-8859-2; only ASCII survives that, and Vite's own minifier does not write it. */
const asciiOnly: UserConfig = {
  build: {
    minify: 'terser',
    terserOptions,
    modulePreload: false,
    outDir: OUT_DIR,
    emptyOutDir: false,
    reportCompressedSize: false,
  },
  base: './',
  publicDir: false,
};

/** `h` is in the bundle anyway: signals use it. The automatic runtime would add a second way to make elements. */
const asPreact: UserConfig['oxc'] = {
  jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' },
  jsxInject: `import { h, Fragment } from 'preact'`,
};

/** What the self-check says it is of. */
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

const defines = {
  'typeof window': '"object"',
  'window.__PREACT_SIGNALS_DEVTOOLS__': 'false',
  __VERSION__: JSON.stringify(version),
};

/** How the widget's views are compiled: in the panel, and on the page of mailed links. */
const ofViews: UserConfig = {
  css: { postcss: { plugins: [writeInConstants()] } },
  oxc: asPreact,
  define: defines,
};

/** Parts of the panel that load later, and the part that is always there before them. */
const LOADED_BEFORE = {
  'widget/chunks/sending-chunk.ts': 'widget/compose.tsx',
  'browser/http.ts': 'widget/chunks/sending-chunk.ts',
  'widget/chunks/later-chunk.ts': 'widget/chunks/sending-chunk.ts',
};

/**
 * What the page asks of the panel before and beside the drawer (badge, session, commands, the form in the page), and what
 * else several later parts share and the first does not need: one file, which compresses better than one for each of them.
 */
const SHARED =
  /\/widget\/(?:(?:identity|inline|features\/(?:badge|page-api))\/|host-page\/(?:launcher|around|on-paper)|drawer\/(?:beside-the-page|HeadTools|keep-from-page)|styles\/beside|words\/\w+\/(?:badge|beside))/;

/**
 * How files are called: small letters and digits, which compress better beside code than all that a hash may have. Six of
 * them are two thousand million names, for some hundred files that are served at a time.
 */
const NAMES = 'panel/[hash:6].js';
const NAMED_OF = 'base36';

/** The module that a panel begins with. */
export const PANEL_ENTRY = 'widget/compose.tsx';

/** The panel in a language: ES modules with hashed names, loaded on intent. Built first, so that the loader can name its file. */
const panel = (language: string): UserConfig => ({
  ...asciiOnly,
  plugins: [
    wordsOf(language),
    ownZodSettings,
    staysWith(LOADED_BEFORE),
    fetchedImports,
    compressFirst,
    compileAtOnce,
    forgetOldFiles(`${OUT_DIR}/panel`),
  ],
  ...ofViews,
  build: {
    ...asciiOnly.build,
    terserOptions: inUtf8,
    target: 'es2022',
    // For older ones every use of `color-scheme` would bring variables that nothing reads.
    cssTarget: 'chrome123',
    manifest: `panel-${language}.json`,
    rolldownOptions: {
      input: PANEL_ENTRY,
      preserveEntrySignatures: 'allow-extension',
      output: {
        entryFileNames: NAMES,
        chunkFileNames: NAMES,
        hashCharacters: NAMED_OF,
        codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: 'shared', test: SHARED }] },
      },
    },
  },
});

/** A module in no language, in a file of its own. */
const alone = (manifest: string, input: string): UserConfig => ({
  ...asciiOnly,
  plugins: [forgetOldFiles(`${OUT_DIR}/panel`)],
  build: {
    ...asciiOnly.build,
    terserOptions: ofOurs,
    target: 'es2022',
    manifest: `${manifest}.json`,
    rolldownOptions: {
      input,
      preserveEntrySignatures: 'allow-extension',
      output: { entryFileNames: NAMES, chunkFileNames: NAMES, hashCharacters: NAMED_OF },
    },
  },
});

/** The module that reads pages; what asks the service about what was read is another file, behind it. */
export const READER_ENTRY = 'widget/reader.ts';

const reader: UserConfig = {
  ...alone('reader', READER_ENTRY),
  plugins: [
    plainImports,
    staysWith({ 'widget/host-page/reader/check-shop.ts': READER_ENTRY }),
    forgetOldFiles(`${OUT_DIR}/panel`),
  ],
};

/** The module of `SGPomoc('doctor')`: it runs where the panel cannot, in older browsers too. */
export const DOCTOR_ENTRY = 'widget/doctor.ts';

const inDoctor = alone('doctor', DOCTOR_ENTRY);
const doctor: UserConfig = { ...inDoctor, define: defines, build: { ...inDoctor.build, target: 'es2018' } };

/** The module of the number of unread replies: it runs on pages that need nothing else of the widget. */
export const BADGE_ENTRY = 'widget/features/badge/watch-unread.ts';

/** The file that a part of the widget begins with, by the manifest of its build. */
function builtFile(manifest: string, entry: string): string {
  return JSON.stringify(JSON.parse(readFileSync(`${OUT_DIR}/${manifest}.json`, 'utf8'))[entry].file);
}

/** The module that imports panel, reader and doctor for the loader, by name: built behind them. */
export const IMPORTER_ENTRY = 'widget/host-page/import-file.ts';

const importer = (): UserConfig => ({
  ...alone('importer', IMPORTER_ENTRY),
  define: {
    __FILES__: `{reader:${builtFile('reader', READER_ENTRY)},doctor:${builtFile('doctor', DOCTOR_ENTRY)}}`,
  },
});

/** The loader: one classic script, bound to the panels and the reader of the same build. */
function loader(): UserConfig {
  return {
    ...asciiOnly,
    define: {
      __PANEL_IN__: panelIn((language) => builtFile(`panel-${language}`, PANEL_ENTRY)),
      __IMPORTER__: builtFile('importer', IMPORTER_ENTRY),
      __BADGE__: builtFile('badge', BADGE_ENTRY),
    },
    build: {
      ...asciiOnly.build,
      terserOptions: ofOurs,
      target: 'es2018',
      lib: { entry: 'widget/loader.ts', formats: ['iife'], name: 'pomoc', fileName: () => 'pomoc.js' },
    },
  };
}

/** What is the pages' own of the desk. */
const OF_PAGES = /\/(desk\/pages\/\w+\/|src\/contract\/desk\/blocks\.ts)/;

/** What two languages share of their texts, of which one is needed at once. */
const OF_WORDS = /\/(desk\/words\/\w+\/grammar|src\/contract\/topic-labels)/;

type Chunking = Rolldown.ChunkingContext;

/** Whether a module of the desk is imported at once by another, or by what that imports, and so on. */
function comesWith(first: RegExp, id: string, context: Chunking): boolean {
  const seen = new Set([id]);
  for (const one of seen) {
    if (first.test(one)) return true;
    for (const importer of context.getModuleInfo(one)?.importers ?? []) seen.add(importer);
  }
  return false;
}

/** What is needed before anything is opened. */
const isNeededAtOnce = (id: string, context: Chunking) =>
  OF_WORDS.test(id) || comesWith(/\/desk\/desk\.tsx$/, id, context);

/** What an open ticket needs besides. */
const isOfTicket = (id: string, context: Chunking) =>
  !isNeededAtOnce(id, context) && comesWith(/\/desk\/views\/TicketPart\.tsx$/, id, context);

/** The desk: a page of our own with hashed files beside it. Its scripts and styles come from our origin alone, as the page's policy has it. */
const desk: UserConfig = {
  plugins: [fetchedImports],
  root: 'desk',
  base: '/desk/',
  publicDir: false,
  oxc: asPreact,
  define: defines,
  build: {
    ...asciiOnly.build,
    terserOptions: inUtf8,
    // What the pages share stands in a file of its own: the page asks for it at once. What its parts need is listed by `fetchedImports`.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_, files, { hostType }) => (hostType === 'html' ? files : []),
    },
    target: 'es2022',
    cssTarget: 'chrome123',
    cssCodeSplit: false,
    outDir: `../${OUT_DIR}/desk`,
    emptyOutDir: true,
    assetsDir: 'files',
    assetsInlineLimit: 0,
    rolldownOptions: {
      // Its package does not say so: only what is used of it is kept.
      treeshake: { moduleSideEffects: [{ test: /@simplewebauthn/, sideEffects: false }] },
      output: {
        entryFileNames: 'files/[hash:8].js',
        chunkFileNames: 'files/[hash:8].js',
        assetFileNames: 'files/[hash:8][extname]',
        // What two of the page and its parts share is one file, which the page asks for at once: not one for each set of them.
        // What only pages share, and what passkeys need, are others, which no ticket waits for.
        codeSplitting: {
          groups: [
            { name: (id, context) => (isNeededAtOnce(id, context) ? 'shared' : null), minShareCount: 2, priority: 2 },
            { name: 'passkeys', test: /@simplewebauthn/, minShareCount: 2, priority: 1 },
            // These without what they need themselves: the first page needs some of that, too, and would ask for the file.
            {
              name: (id, context) => (isOfTicket(id, context) ? 'ticket' : null),
              priority: 1,
              includeDependenciesRecursively: false,
            },
            { name: 'of-pages', test: OF_PAGES, minShareCount: 2, includeDependenciesRecursively: false },
          ],
        },
      },
    },
  },
};

/** The page of mailed links in a language: a page of our own, made of the widget's views, in files of its own. */
const linkPage = (language: string): UserConfig => ({
  plugins: [wordsOf(language), ownZodSettings],
  root: 'widget/link-page',
  base: `/z/${language}/`,
  publicDir: false,
  ...ofViews,
  build: {
    ...asciiOnly.build,
    terserOptions: inUtf8,
    target: 'es2022',
    cssTarget: 'chrome123',
    outDir: `../../${OUT_DIR}/z/${language}`,
    emptyOutDir: true,
    rolldownOptions: {
      input: `widget/link-page/${language}.html`,
      output: {
        entryFileNames: 'files/[hash:8].js',
        chunkFileNames: 'files/[hash:8].js',
        assetFileNames: 'files/[hash:8][extname]',
      },
    },
  },
});

/** The script of the emergency page on another host, which stands in that page: in no language, the page has the words. */
const emergency: UserConfig = {
  ...asciiOnly,
  plugins: [ownZodSettings],
  define: defines,
  build: {
    ...asciiOnly.build,
    terserOptions: ofOurs,
    target: 'es2020',
    lib: {
      entry: 'widget/emergency-page/start.ts',
      formats: ['iife'],
      name: 'pomocEmergency',
      fileName: () => 'emergency.js',
    },
  },
};

export default defineConfig(({ mode }) => {
  const [part, language] = mode.split('-');
  if (part === 'panel' && language) return panel(language);
  if (part === 'z' && language) return linkPage(language);
  if (mode === 'reader') return reader;
  if (mode === 'doctor') return doctor;
  if (mode === 'badge') return alone('badge', BADGE_ENTRY);
  if (mode === 'importer') return importer();
  if (mode === 'desk') return desk;
  if (mode === 'emergency') return emergency;
  if (mode === 'loader') return loader();
  throw new Error(`There is nothing to build called "${mode}"`);
});
