import { describe, expect, test } from 'vitest';
import { textsOf } from '../support/references.ts';

/** What people read from us: words of pages, letters, notes and ready texts. */
const SAID = new Map([
  ...textsOf('{widget,desk}/words/**/*.ts'),
  ...textsOf('desk/pages/*/words/*.ts'),
  ...textsOf('src/{api/pages,policy,contract}/*-{words,clauses,labels}.ts'),
  ...textsOf('src/deliveries/letters/words-*.ts'),
  ...textsOf('src/store/migrations/0010-settings.ts'),
]);

/** Prices, paid work, and advice about hosting: the vendor's text promises none of it (T3). Its own “bezpłatnych” stays. */
const FORBIDDEN = [
  /wycen\p{L}*/giu,
  /cennik\p{L}*/giu,
  /(?<!bez)płatn\p{L}*/giu,
  /(?<!\p{L})cen(?:a|y|ę|ą)(?!\p{L})/giu,
  /koszt(?:uje|owa)\p{L}*/giu,
  /hosting\p{L}*/giu,
  /(?:for a fee|price|quote a|quotation|paid (?:for|way|work))/gi,
];

/** A text without its comments, which nobody reads. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

describe('beyond the rules', () => {
  test('every place that says something is looked at', () => {
    expect(SAID.size).toBeGreaterThan(60);
  });

  test.each([...SAID])('%s promises no price, no work and no advice', (_, text) => {
    const said = withoutComments(text);
    expect(FORBIDDEN.flatMap((pattern) => said.match(pattern) ?? [])).toEqual([]);
  });
});
