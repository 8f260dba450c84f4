import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { playwright } from '@vitest/browser-playwright';
import { msw } from 'msw/vite';
import type { CSSOptions, Plugin, TerserOptions, UserConfig } from 'vite';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { chromiumLaunchOptions } from './tests/support/chromium.ts';

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

/** Vite wraps each `import()` in 800 bytes that preload styles and modules; the panel has no styles to preload. */
const plainImports: Plugin = {
  name: 'plain-imports',
  enforce: 'pre',
  load: (id) => (id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = (load) => load();' : null),
  // Last of all, when Vite has written its list of styles, which is always empty, and where the module stands.
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') file.code = file.code.replaceAll(',[],import.meta)', ')');
      }
    },
  },
};

/** Parts of ky that no call of the widget reaches, and what stands in for them; see docs/decisions/0014. */
const LEFT_OUT: Record<string, string> = {
  // Three formats of dates, checked to the day: two of them nobody has sent for decades.
  'ky/distribution/core/retry-timing.js': `
    export const getRetryTimingHeader = (headers) => headers.get('Retry-After') ?? undefined;
    export const calculateRetryTimingDelay = (after) => (Number(after) * 1000 || Math.max(0, Date.parse(after) - Date.now()) || undefined);`,
  // Options of an instance and of a call, joined in depth: here a call's stand in the place of the instance's, headers beside them.
  'ky/distribution/utils/merge.js': `
    const join = (part, all) => Object.assign({}, ...all.map((one) => one && one[part]));
    export const validateAndMerge = (...all) => Object.assign({}, ...all, { headers: join('headers', all) });
    export const mergeHeaders = (one, other) => {
      const merged = new Headers(one);
      new Headers(other).forEach((value, name) => merged.set(name, value));
      return merged;
    };
    export const mergeHooks = (...all) =>
      Object.assign({ init: [], beforeRequest: [], beforeRetry: [], beforeError: [], afterResponse: [] }, ...all);
    export const cloneShallow = (value) => value, replaceOption = cloneShallow, deletedParametersSymbol = Symbol();`,
  // Checks of options and copies of lists: TypeScript has checked ours.
  'ky/distribution/utils/normalize.js': `
    const RETRY = {
      limit: 2,
      methods: ['get', 'put', 'head', 'delete', 'options', 'trace', 'query'],
      statusCodes: [408, 413, 429, 500, 502, 503, 504],
      afterStatusCodes: [413, 429, 503],
      maxRetryAfter: Infinity,
      backoffLimit: Infinity,
      delay: (tries) => 150 * 2 ** tries,
    };
    export const normalizeRequestMethod = (method) => method.toUpperCase();
    export const normalizeRetryOptions = (retry) => ({ ...RETRY, ...(retry >= 0 ? { limit: retry } : retry) });`,
  // Which browser words a failed fetch how: it is a TypeError in all of them.
  'ky/distribution/utils/is-network-error.js': 'export default (error) => error instanceof TypeError;',
  // Search parameters, and options for other run times' fetch: there are none.
  'ky/distribution/utils/options.js':
    'export const findUnknownOptions = () => ({}), hasSearchParameters = () => false;',
  // Progress of streams: nobody asks for it.
  'ky/distribution/utils/body.js':
    'export const streamResponse = (response) => response, streamRequest = (request) => request;',
  // What an error tells: ours are caught, and only the answer's status is looked at.
  'ky/distribution/errors/HTTPError.js':
    'export class HTTPError extends Error { constructor(response) { super(); this.response = response; } }',
  'ky/distribution/errors/NetworkError.js': 'export class NetworkError extends Error {}',
  'ky/distribution/errors/TimeoutError.js': 'export class TimeoutError extends Error {}',
  'ky/distribution/errors/ForceRetryError.js': 'export class ForceRetryError {}',
  'ky/distribution/errors/NonError.js': 'export const NonError = Error;',
};

/**
 * Pieces of ky's core that no call reaches, by how each begins, and what stands in its place: hooks, a time-out over all
 * tries, shortcuts such as `.json()` on the promise (an answer's own are used), and the reading of what errors carry.
 */
const CUT_FROM_CORE: Record<string, string> = {
  'const initHooks = ': '',
  'const initHookOptions = ': 'const initHookOptions = options;',
  'for (const hook of initHooks)': '',
  "if (typeof ky.#options.timeout === 'number'": '',
  "if (typeof ky.#options.totalTimeout === 'number'": '',
  'const beforeRequestResponse = ': 'const beforeRequestResponse = undefined;',
  'if (beforeRequestResponse !== undefined)': '',
  'let responseFromHook = ': 'let responseFromHook = false;',
  'if (isResponseInstance(response))': '',
  'if (!isResponseInstance(response))': '',
  'const httpError = ': 'const httpError = new HTTPError(currentResponse);',
  'httpError.data = ': '',
  'ky.#decorateResponse(response)': '',
  'if (ky.#options.onDownloadProgress)': '',
  'await ky.#throwProcessedError(error)': 'throw error;',
  'for (const [type, mimeType] of ': '',
  'static #normalizeSearchParams': '',
  "if (Object.hasOwn(options, 'prefixUrl'))": '',
  "if (typeof this.#input !== 'string'": '',
  "if (typeof this.#input === 'string')": '',
  'if (this.#options.json !== undefined)': '',
  'const userProvidedContentType = ': '',
  'if (this.#input instanceof globalThis.Request\n': '',
  'if (hasSearchParameters(': '',
  'if (this.#options.onUploadProgress': '',
  'const { shouldRetry }': '',
  'if (shouldRetry !== undefined)': '',
  '#decorateResponse(': '',
  'async #throwProcessedError(': '',
  'async #getResponseData(': '',
  '#getErrorDataTimeout(': '',
  '#getBodyReadTimeout(': '',
  'async #raceBodyRead(': '',
  'async #raceWithTotalTimeout(': '',
  '#isJsonContentType(': '',
  'async #readResponseText(': '',
  'async #parseJson(': '',
  '#cancelResponseBody(': '',
  '#cancelReturnedBody(': '',
  '#throwIfTotalTimeoutExhausted(': '#throwIfTotalTimeoutExhausted() {}',
  'async #runBeforeRequestHooks(': '',
  'async #runAfterResponseHooks(': '',
  'const remainingTimeout = ': '',
  'if (remainingTimeout !== undefined)': '',
  'if (error instanceof ForceRetryError && error.customRequest)': '',
  'for (const hook of this.#options.hooks.beforeRetry)': '',
  '#consumeReturnedResponseFromBeforeRetryHook(': '#consumeReturnedResponseFromBeforeRetryHook() { return false; }',
  'const remainingTotal = this': 'const remainingTotal = undefined;',
  '#getRemainingTotalTimeout(': '',
  '#getCurrentTime(': '',
  '#getNormalizedOptions(': '',
  '#assignRequest(': '',
  '#getResponseRequest(': '',
  '#wrapRequestWithUploadProgress(': '',
  'const request = this.#wrapRequest': 'const request = this.request;',
  'return this.#setResponseRequest(': 'return response;',
  '#setResponseRequest(': '',
  "this.#startTime = typeof this.#options.totalTimeout === 'number'": '',
};

/** A program without the statements and members that begin so. One that is not there any more fails the build. */
function cut(code: string, program: object, cuts: Record<string, string>): string {
  const found = new Map<string, { start: number; end: number }>();
  const pieces: { start: number; end: number; by: string }[] = [];
  const visit = (node: { type?: string; start?: number; end?: number }): void => {
    const { type = '', start = 0, end = 0 } = node;
    const mark = /Statement$|Declaration$|^MethodDefinition$/.test(type)
      ? Object.keys(cuts).find((beginning) => code.startsWith(beginning, start))
      : undefined;
    if (mark !== undefined) {
      found.set(mark, { start, end });
      pieces.push({ start, end, by: cuts[mark] ?? '' });
      return;
    }
    for (const inner of Object.values(node)) {
      for (const child of Array.isArray(inner) ? inner : [inner]) if (child && typeof child === 'object') visit(child);
    }
  };
  visit(program);
  const missing = Object.keys(cuts).filter((mark) => !found.has(mark));
  if (missing.length > 0) throw new Error(`ky's core has no longer: ${missing.join(' | ')}`);
  let kept = '';
  let at = 0;
  for (const { start, end, by } of pieces.toSorted((a, b) => a.start - b.start)) {
    kept += code.slice(at, start) + by;
    at = end;
  }
  return kept + code.slice(at);
}

/** The panel without those parts. A version of ky that has them elsewhere fails the build, instead of growing it. */
const leanKy: Plugin = {
  name: 'lean-ky',
  enforce: 'pre',
  load: (id) => Object.entries(LEFT_OUT).find(([path]) => id.endsWith(path))?.[1] ?? null,
  transform(code, id) {
    return id.endsWith('ky/distribution/core/Ky.js') ? cut(code, this.parse(code), CUT_FROM_CORE) : null;
  },
  buildEnd(error) {
    const loaded = [...this.getModuleIds()];
    for (const path of Object.keys(LEFT_OUT)) {
      if (!error && !loaded.some((id) => id.endsWith(path))) throw new Error(`${path} is no part of ky any more`);
    }
  },
};

type PostCssPlugin = NonNullable<Exclude<CSSOptions['postcss'], string | undefined>['plugins']>[number];

/** What `tokens.css` says of each name: one value, or another one for the dark or for forced colours. */
function readTokens(): Map<string, string[]> {
  const tokens = new Map<string, string[]>();
  for (const [, name = '', value = ''] of readFileSync('widget/views/tokens.css', 'utf8').matchAll(
    /(--[\w-]+): (.+);/g,
  ))
    tokens.set(name, [...(tokens.get(name) ?? []), value]);
  return tokens;
}

/** Tokens that never change are written where they are used: as properties they would cost every panel 150 bytes. */
function writeInConstants(): PostCssPlugin {
  const tokens = readTokens();
  const inFull = (value: string): string =>
    value.replace(/var\((--[\w-]+)\)/g, (use, name) => {
      const [only, another] = tokens.get(name) ?? [];
      return only && !another ? inFull(only) : use;
    });
  return {
    postcssPlugin: 'write-in-constants',
    Declaration(declaration) {
      if (tokens.get(declaration.prop)?.length === 1) declaration.remove();
      else declaration.value = inFull(declaration.value);
    },
  };
}

const DAYS_SERVED = 30;

/** Panels that are open load files of the build they came with: those stay for a month, then they go. */
const forgetOldFiles: Plugin = {
  name: 'forget-old-files',
  closeBundle() {
    for (const name of readdirSync(`${OUT_DIR}/panel`)) {
      const file = `${OUT_DIR}/panel/${name}`;
      if (Date.now() - statSync(file).mtimeMs > DAYS_SERVED * 86_400_000) rmSync(file);
    }
  },
};

/** Words stand in one folder a language, with the same names in each: a build takes the folder of its own. */
function wordsOf(language: string): Plugin {
  return {
    name: 'words-of',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (!source.includes('words/pl/')) return null;
      return this.resolve(source.replace('words/pl/', `words/${language}/`), importer, { ...options, skipSelf: true });
    },
  };
}

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

/** The panel in a language: ES modules with hashed names, loaded on intent. Built first, so that the loader can name its file. */
const panel = (language: string): UserConfig => ({
  ...asciiOnly,
  plugins: [wordsOf(language), plainImports, leanKy, forgetOldFiles],
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
      input: 'widget/panel.tsx',
      preserveEntrySignatures: 'allow-extension',
      output: { entryFileNames: 'panel/[hash:6].js', chunkFileNames: 'panel/[hash:6].js' },
    },
  },
});

/** The file that a panel in a language begins with. */
function panelFile(language: string): string {
  return JSON.parse(readFileSync(`${OUT_DIR}/panel-${language}.json`, 'utf8'))['widget/panel.tsx'].file;
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
  plugins: [plainImports, leanKy],
  root: 'desk',
  base: '/desk/',
  publicDir: false,
  oxc: asPreact,
  define: preactDefines,
  build: {
    ...asciiOnly.build,
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
            include: ['tests/{store,tickets,api,registry,commands,hostile,model,identity}/**/*.test.ts'],
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
            include: ['tests/{widget,desk}/**/*.test.{ts,tsx}'],
            setupFiles: ['tests/support/widget-setup.ts'],
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
