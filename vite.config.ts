import { readFileSync } from 'node:fs';
import { playwright } from '@vitest/browser-playwright';
import { msw } from 'msw/vite';
import type { TerserOptions, UserConfig } from 'vite';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { chromiumLaunchOptions } from './tests/support/chromium.ts';
import { fetchedImports } from './vite/fetched-imports.ts';
import { forgetOldFiles } from './vite/forget-old-files.ts';
import { leanKy } from './vite/lean-ky.ts';
import { staysWith } from './vite/stays-with.ts';
import { wordsOf } from './vite/words-of.ts';
import { writeInConstants } from './vite/write-in-constants.ts';

/** Everything the shop's browser may load is written here, and the server serves this folder and nothing else. */
const OUT_DIR = 'dist';

const terserOptions = {
  module: true,
  compress: { passes: 3, ecma: 2020, inline: 1, pure_getters: true, keep_fargs: false },
  format: { ascii_only: true, comments: false },
} satisfies TerserOptions;

/** Old panels decode scripts as iso-8859-2; only ASCII survives that, and Vite's own minifier does not write it. */
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

const preactDefines = {
  'window.__PREACT_SIGNALS_DEVTOOLS__': 'false',
  // ky asks for these before it streams or takes forms apart; what we send is text or a Blob.
  'globalThis.ReadableStream': 'undefined',
  'globalThis.FormData': 'undefined',
};

/** Parts of the panel that load later, and the part that is always there before them. */
const LOADED_BEFORE = {
  'widget/badge/follow.ts': 'widget/compose.tsx',
  'widget/badge/unread.ts': 'widget/compose.tsx',
  'widget/identity/identity.ts': 'widget/compose.tsx',
  'widget/files/editor/Editor.tsx': 'widget/compose.tsx',
  'widget/page-calls/answer-call.ts': 'widget/compose.tsx',
  'widget/extras.tsx': 'widget/sending-chunk.ts',
  'widget/my-tickets/open-room.tsx': 'widget/sending-chunk.ts',
  'widget/lazy-views.ts': 'widget/sending-chunk.ts',
};

/** The panel in a language: ES modules with hashed names, loaded on intent. Built first, so that the loader can name its file. */
const panel = (language: string): UserConfig => ({
  ...asciiOnly,
  plugins: [wordsOf(language), staysWith(LOADED_BEFORE), fetchedImports, leanKy, forgetOldFiles(`${OUT_DIR}/panel`)],
  css: { postcss: { plugins: [writeInConstants()] } },
  oxc: asPreact,
  define: preactDefines,
  build: {
    ...asciiOnly.build,
    target: 'es2022',
    // For older ones every use of `color-scheme` would bring variables that nothing reads.
    cssTarget: 'chrome123',
    manifest: `panel-${language}.json`,
    rolldownOptions: {
      input: 'widget/compose.tsx',
      preserveEntrySignatures: 'allow-extension',
      output: { entryFileNames: 'panel/[hash:6].js', chunkFileNames: 'panel/[hash:6].js' },
    },
  },
});

/** The file that a panel in a language begins with. */
function panelFile(language: string): string {
  return JSON.parse(readFileSync(`${OUT_DIR}/panel-${language}.json`, 'utf8'))['widget/compose.tsx'].file;
}

/** The loader: one classic script, bound to the panels of the same build. */
function loader(): UserConfig {
  return {
    ...asciiOnly,
    define: { __PANEL_PL__: JSON.stringify(panelFile('pl')), __PANEL_EN__: JSON.stringify(panelFile('en')) },
    build: {
      ...asciiOnly.build,
      terserOptions: { ...terserOptions, compress: { ...terserOptions.compress, hoist_funs: true } },
      target: 'es2018',
      lib: { entry: 'widget/loader.ts', formats: ['iife'], name: 'pomoc', fileName: () => 'pomoc.js' },
    },
  };
}

/** The desk: a page of our own with hashed files beside it. Its scripts and styles come from our origin alone, as the page's policy has it. */
const desk: UserConfig = {
  plugins: [fetchedImports, leanKy],
  root: 'desk',
  base: '/desk/',
  publicDir: false,
  oxc: asPreact,
  define: preactDefines,
  build: {
    ...asciiOnly.build,
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
      output: {
        entryFileNames: 'files/[hash:8].js',
        chunkFileNames: 'files/[hash:8].js',
        assetFileNames: 'files/[hash:8][extname]',
      },
    },
  },
};

/** What tests in the browser import: a library that Vite meets only while they run makes it reload the page under them. */
const BROWSER_LIBRARIES = [
  '@preact/signals',
  '@testing-library/preact',
  'axe-core',
  'fast-check',
  'ky',
  'msw',
  'msw/browser',
  'preact',
  'preact/hooks',
  'preact/jsx-dev-runtime',
  'zod/mini',
];

/** Four kinds of tests: plain Node, its store's part once more on PostgreSQL, the widget alone in a real Chromium, and the built bundle against the real service. */
async function tests(): Promise<ViteUserConfig> {
  return {
    test: {
      projects: [
        {
          test: {
            name: 'node',
            include: ['tests/**/*.test.ts'],
            exclude: [
              'tests/browser/**',
              'tests/widget/**',
              'tests/desk/**',
              'tests/e2e/**',
              'tests/faults/**',
              'tests/store/postgres*.test.ts',
            ],
          },
        },
        {
          // The same files as in `node`, with every store on PostgreSQL.
          test: {
            name: 'postgres',
            include: [
              'tests/{store,tickets,incidents,reports,shops,vendor,api,commands,hostile,model,identity}/**/*.test.ts',
            ],
            exclude: ['tests/store/sqlite*.test.ts'],
            globalSetup: ['tests/support/postgres-global-setup.ts'],
            setupFiles: ['tests/support/postgres-setup.ts'],
            testTimeout: 20_000,
          },
        },
        {
          plugins: [msw({ mode: 'worker-only' })],
          oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
          optimizeDeps: { include: BROWSER_LIBRARIES },
          test: {
            name: 'browser',
            include: ['tests/{browser,widget,desk}/**/*.test.{ts,tsx}'],
            setupFiles: ['tests/support/widget-setup.ts'],
            expect: { poll: { timeout: 10_000 } },
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
          test: {
            name: 'e2e',
            include: ['tests/e2e/**/*.test.ts', 'tests/faults/**/*.test.ts'],
            testTimeout: 60_000,
            hookTimeout: 60_000,
            // Machines are shared: a browser's answer may take longer than the second that is waited otherwise.
            expect: { poll: { timeout: 15_000 } },
            fileParallelism: false,
          },
        },
      ],
    },
  };
}

export default defineConfig(({ mode }) => {
  const [part, language] = mode.split('-');
  if (part === 'panel' && language) return panel(language);
  if (mode === 'desk') return desk;
  return mode === 'loader' ? loader() : tests();
});
