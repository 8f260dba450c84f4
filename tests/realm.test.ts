import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loaderSources, realmViolations } from './support/realm-rules.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const sources = new Map(
  globSync(['widget/**/*.{ts,tsx}', 'browser/**/*.ts', 'src/contract/**/*.ts'], { cwd: ROOT })
    .toSorted()
    .map((path) => [path, readFileSync(ROOT + path, 'utf8')]),
);
/** What imports the rest runs beside the loader. */
const ofLoader = [...loaderSources(sources), ...loaderSources(sources, 'widget/host-page/import-file.ts')];

/** It looks at what a page has replaced. */
const CAREFUL = 'widget/host-page/natives.ts';

/** Looked at as text, and not called: whether a page has replaced it. */
const READ = /^widget\/loader\.ts:\d+ trusts fetch of the page$/;

/** Tried, and done without where the page's own fails: the button is not printed. */
const TRIED = /^widget\/host-page\/on-paper\.ts:\d+ makes a page\.CSSStyleSheet,/;

describe('no page is trusted with its built-ins', () => {
  test('the loader, which runs in the page, uses nothing that libraries of pages replace', () => {
    expect(ofLoader.length).toBeGreaterThan(3);
    expect(
      ofLoader
        .filter((path) => path !== CAREFUL)
        .flatMap((path) => realmViolations(path, sources.get(path) ?? '', true))
        .filter((found) => !TRIED.test(found) && !READ.test(found)),
    ).toEqual([]);
  });

  test('what may run in a realm of its own says `host` where it means the page', () => {
    const inRealm = [...sources].filter(([path]) => /^(?:widget|browser)\//.test(path) && !ofLoader.includes(path));
    expect(inRealm.flatMap(([path, source]) => realmViolations(path, source, false))).toEqual([]);
  });
});

describe('each rule can be broken', () => {
  test.each([
    ['const body = document.body;', 'means document of the page: host.document'],
    [`addEventListener('online', () => {});`, 'means addEventListener of the page: host.addEventListener'],
    ['const sheet = new CSSStyleSheet();', 'means CSSStyleSheet of the page: host.CSSStyleSheet'],
    ['const wide = { innerWidth };', 'means innerWidth of the page: host.innerWidth'],
    ['if (typeof navigator === "object") run();', 'means navigator of the page: host.navigator'],
    ['if (root instanceof ShadowRoot) run();', 'asks for instanceof ShadowRoot, which may be of another realm'],
    [`element.closest('.content');`, 'calls closest, which pages replace'],
    [`element?.closest('.content');`, 'calls closest, which pages replace'],
    ['element.remove();', 'calls remove, which pages replace'],
  ])('in a realm of its own: %s', (source, violation) => {
    expect(realmViolations('widget/a.ts', source, false)).toEqual([`widget/a.ts:1 ${violation}`]);
  });

  test.each([
    [`const url = new URL('/a', b);`, 'makes a URL, which pages replace'],
    ['const found = new Map<string, string>();', 'makes a Map, which pages replace'],
    [`dispatch(new CustomEvent('ready'));`, 'makes a CustomEvent, which pages replace'],
    ['if (target instanceof Element) run();', 'asks for instanceof Element, which may be of another realm'],
    ['const { prototype } = Document;', 'trusts Document of the page'],
    ['fetch(file);', 'trusts fetch of the page'],
    ['for (const [at, name] of names.entries()) run(at, name);', 'calls entries, which pages replace'],
    ['const text = JSON.stringify(facts);', 'calls JSON.stringify'],
    ['const keys = Object.keys(localStorage);', 'calls Object.keys'],
    ['const sum = list.reduce(add);', 'calls reduce, which pages replace'],
  ])('in the loader: %s', (source, violation) => {
    expect(realmViolations('widget/loader.ts', source, true)).toContain(`widget/loader.ts:1 ${violation}`);
  });
});

describe('what is not meant is let through', () => {
  test.each([
    `import { host } from '../browser/host.ts';\nhost.document.addEventListener('visibilitychange', host.document.hasFocus);`,
    'const { innerWidth, screen } = host;\nrun(innerWidth, screen.width);',
    'function goOn(event: Event, root: Document | typeof window): void { event.preventDefault(); run({ name: event.type, root }); }',
    'class CallError extends Error { override name = "CallError"; }\nif (error instanceof CallError) run();',
    'const found = new Map<string, HTMLElement>();\nconst answer = fetch("/a");',
  ])('%s', (source) => {
    expect(realmViolations('widget/a.ts', source, false)).toEqual([]);
  });
});
