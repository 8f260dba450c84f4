import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { chromiumLaunchOptions } from '../support/chromium.ts';
import { type FactPage, factPages } from '../support/fact-pages.ts';
import { builtModule } from './built-module.ts';

/** Reads thousands of generated pages in Chromium, and prints how many were read wrong, whole, or in part. */

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1' },
    show: { type: 'string', default: '5' },
  },
});

const source = await builtModule('widget/host-page/reader/read-facts.ts');
const browser = await chromium.launch(await chromiumLaunchOptions());
const page = await browser.newPage();
await page.goto('data:text/html,<!doctype html>');
const pages = [...factPages(Number(values.seed), Number(values.pages))];
const read = await page.evaluate(
  async ({ source, markups }) => {
    const { readFacts } = await import(`data:text/javascript,${encodeURIComponent(source)}`);
    const parser = new DOMParser();
    const facts: FactPage['facts'][] = [];
    for (const markup of markups) facts.push(await readFacts(parser.parseFromString(markup, 'text/html')));
    return facts;
  },
  { source, markups: pages.map(({ markup }) => markup) },
);
await browser.close();

const wrong: object[] = [];
const partly: object[] = [];
const missed = new Map<string, number>();
pages.forEach(({ markup, facts, made }, index) => {
  const got = Object.entries(read[index] ?? {}) as [keyof typeof facts, string][];
  if (got.some(([fact, value]) => value && facts[fact] !== value))
    wrong.push({ made, markup, facts, read: read[index] });
  else if (got.filter(([, value]) => value).length < Object.keys(facts).length) {
    partly.push({ made, markup, facts, read: read[index] });
    missed.set(made, (missed.get(made) ?? 0) + 1);
  }
});
const share = (count: number) => `${((100 * count) / pages.length).toFixed(1)} %`;
const print = (line: string) => process.stdout.write(`${line}\n`);
print(
  `${pages.length} pages from seed ${values.seed}: ${wrong.length} wrong, ${share(pages.length - wrong.length - partly.length)} whole`,
);
for (const [made, count] of [...missed].toSorted((a, b) => b[1] - a[1])) print(`not whole: ${count} of "${made}"`);
for (const page of wrong.slice(0, Number(values.show))) print(`wrong: ${JSON.stringify(page, null, 1)}`);
for (const page of partly.slice(0, Number(values.show))) print(`not whole: ${JSON.stringify(page, null, 1)}`);
process.exitCode = wrong.length ? 1 : 0;
