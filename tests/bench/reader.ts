import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright';
import { chromiumLaunchOptions } from '../support/chromium.ts';
import { builtModule } from './built-module.ts';

/**
 * What reading the facts costs on large pages, in Chromium: the look for a label, the sum of the reader's slices and the longest of them, each page in turn
 * and several times, medians. Within one run the ratios count: milliseconds differ between machines.
 */

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
const RUNS = Number(values.runs);

/** Pages by name: markup of a body that is made in the browser, from a number of pieces and a depth. */
const PAGES: [name: string, page: { spans?: number; rows?: number; depth: number; letters?: number }][] = [
  ['50,000 spans, flat', { spans: 50_000, depth: 1 }],
  ['50,000 spans, 10 blocks deep', { spans: 50_000, depth: 10 }],
  ['50,000 spans, 30 blocks deep', { spans: 50_000, depth: 30 }],
  ['50,000 spans, 100 blocks deep', { spans: 50_000, depth: 100 }],
  ['50,000 spans, 400 blocks deep', { spans: 50_000, depth: 400 }],
  ['5 MB of spans, flat', { spans: 50_000, depth: 1, letters: 60 }],
  ['5 MB of spans, 30 blocks deep', { spans: 50_000, depth: 30, letters: 60 }],
  ['20,000 rows "Adres sklepu n"', { rows: 20_000, depth: 1 }],
];

interface Reading {
  looked: number;
  spent: number;
  longest: number;
  facts: Record<string, string>;
}

const source = await builtModule('widget/host-page/reader/read-facts.ts');
const look = await builtModule('widget/host-page/has-label.ts');
const browser = await chromium.launch(await chromiumLaunchOptions());
const page = await browser.newPage();
await page.goto('data:text/html,<!doctype html>');
const readings = new Map<string, Reading[]>();
for (let run = 0; run < RUNS; run += 1) {
  for (const [name, size] of PAGES) {
    const reading = await readPage(page, size);
    readings.set(name, [...(readings.get(name) ?? []), reading]);
  }
}
await browser.close();

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const flat = (name: string) => (name.startsWith('5 MB') ? '5 MB of spans, flat' : '50,000 spans, flat');
const spentOn = (name: string) => median((readings.get(name) ?? []).map(({ spent }) => spent));
process.stdout.write(
  '| page | look, ms | read, ms | × the flat one | longest slice, ms | read |\n| --- | ---: | ---: | ---: | ---: | --- |\n',
);
for (const [name] of PAGES) {
  const ratio = name.includes('spans') ? (spentOn(name) / spentOn(flat(name))).toFixed(2) : '–';
  const longest = median((readings.get(name) ?? []).map((reading) => reading.longest)).toFixed(0);
  const looked = median((readings.get(name) ?? []).map((reading) => reading.looked)).toFixed(0);
  const facts =
    Object.values(readings.get(name)?.[0]?.facts ?? {})
      .filter(Boolean)
      .join(', ') || 'nothing';
  process.stdout.write(`| ${name} | ${looked} | ${spentOn(name).toFixed(0)} | ${ratio} | ${longest} | ${facts} |\n`);
}

async function readPage(page: Page, size: (typeof PAGES)[number][1]): Promise<Reading> {
  return await page.evaluate(
    async ({ source, look, size }) => {
      const { hasLabel } = await import(`data:text/javascript,${encodeURIComponent(look)}`);
      const { readFacts } = await import(`data:text/javascript,${encodeURIComponent(source)}`);
      const words = 'Zamówienie z dnia wczorajszego, opłacone przelewem, wysłane kurierem '.slice(
        0,
        size.letters ?? 12,
      );
      const pieces = size.rows
        ? Array.from({ length: size.rows }, (_, row) => `<tr><td>Adres sklepu ${row}</td><td>www.a${row}.pl</td></tr>`)
        : Array.from({ length: size.spans ?? 0 }, (_, span) => `<span class="a">${words} ${span}</span> `);
      const inside = size.rows ? `<table>${pieces.join('')}</table>` : pieces.join('');
      const label = '<p>Numer pomocy technicznej: <b>7KcWt9Ru</b></p>';
      const markup = '<div>'.repeat(size.depth) + label + inside + '</div>'.repeat(size.depth);
      document.body.innerHTML = markup;
      const before = performance.now();
      hasLabel(document);
      const looked = performance.now() - before;
      let spent = 0;
      let longest = 0;
      let began = 0;
      const over = () => {
        const slice = performance.now() - began;
        spent += slice;
        longest = Math.max(longest, slice);
      };
      const later = window.setTimeout;
      window.setTimeout = ((go: () => void) => {
        over();
        return later(() => {
          began = performance.now();
          go();
        });
      }) as typeof setTimeout;
      began = performance.now();
      const facts = await readFacts(document);
      over();
      window.setTimeout = later;
      document.body.textContent = '';
      return { looked, spent, longest, facts };
    },
    { source, look, size },
  );
}
