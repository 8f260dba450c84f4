import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT, referencesOf, textsOf, whyDead } from '../support/references.ts';

const PAGES = textsOf('{README,CONTRIBUTING,docs/*,docs/decisions/README}.md');
const FILES = textsOf('{src,widget,desk,browser,vite,demo-shop-panel,tests}/**/*.{ts,tsx}');

/** Paths from the repository's root in a page's code, those with `*`, `<` or `{` left out. */
function pathsIn(page: string): string[] {
  return [...page.matchAll(/`((?:src|widget|desk|browser|vite|demo-shop-panel|tests|docs)\/[\w./-]*)`/g)].map(
    ([, path = '']) => path,
  );
}

/** Files of this repository that a page links to, from the repository's root. */
function linksIn(path: string, page: string): string[] {
  const targets = [...page.matchAll(/\]\(([^)#\s]+)/g)].map(([, target = '']) => target);
  return targets.filter((target) => !/^\w+:/.test(target)).map((target) => posix.join(posix.dirname(path), target));
}

describe('each page leads somewhere', () => {
  test.each([...PAGES])('%s: paths and links are there', (path, page) => {
    const missing = [...pathsIn(page), ...linksIn(path, page)].filter((target) => !existsSync(ROOT + target));
    expect(missing).toEqual([]);
  });

  test.each([...PAGES])('%s: functions and tests are where it says', (_, page) => {
    expect(
      referencesOf(page)
        .map((reference) => whyDead(reference, FILES))
        .filter(Boolean),
    ).toEqual([]);
  });
});

test('the README leads to the pages for newcomers', () => {
  const links = linksIn('README.md', PAGES.get('README.md') ?? '');
  for (const page of ['CONTRIBUTING', 'docs/architecture', 'docs/rules', 'docs/glossary'])
    expect(links).toContain(`${page}.md`);
});
