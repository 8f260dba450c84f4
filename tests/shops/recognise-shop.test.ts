import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importShops } from '../../src/shops/import-shops.ts';
import { recogniseShop } from '../../src/shops/recognise-shop.ts';
import { NOW, sampleShops, temporaryStore } from '../support/service.ts';

/** A registry of shops of their own hosts, two in folders of one host, and one in the root beside a folder. */
const REGISTERED = {
  '7KcWt9Ru': 'https://www.ksiegarnia-zuraw.pl',
  ACT6prem: 'http://aktywny-sklep.pl/sklep',
  Lodka5xy: 'https://żółta-łódka.pl',
  Port8abc: 'http://hurt.pl:8080',
  Kolo1abc: 'http://rowery-kolo.pl/sklep',
  Kolo2abc: 'http://rowery-kolo.pl/hurt',
  Misie1ab: 'https://misie.pl',
  Misie2ab: 'https://misie.pl/hurt',
} as const;
type SupportNumber = keyof typeof REGISTERED;
const NUMBERS = Object.keys(REGISTERED) as SupportNumber[];

let temporary: Awaited<ReturnType<typeof temporaryStore>>;
beforeAll(async () => {
  temporary = await temporaryStore();
  const [sample] = sampleShops();
  if (!sample) throw new Error('no sample shop');
  const shops = NUMBERS.map((supportNumber) => ({ ...sample, supportNumber, installUrl: REGISTERED[supportNumber] }));
  await importShops(temporary.store, shops, NOW);
});
afterAll(() => temporary.discard());

/** The number of the shop that a pair names; null for none. */
async function named(supportNumber: string, installUrl: string): Promise<string | null> {
  const known = await recogniseShop(temporary.store, { supportNumber, installUrl }, NOW);
  return known?.shop.support_number ?? null;
}

describe('the right shop, as its owner would write it', () => {
  test.each<[SupportNumber, string]>([
    ['7KcWt9Ru', 'https://www.ksiegarnia-zuraw.pl/zarzadzanie/'],
    ['7KcWt9Ru', 'https://www.ksiegarnia-zuraw.pl/zarzadzanie/index.php'],
    ['7KcWt9Ru', 'https://www.ksiegarnia-zuraw.pl/zarzadzanie'],
    ['7KcWt9Ru', 'https://www.ksiegarnia-zuraw.pl/admin/'],
    ['7KcWt9Ru', 'http://www.ksiegarnia-zuraw.pl/zarzadzanie/index.php?id=3'],
    ['7KcWt9Ru', 'https:/www.ksiegarnia-zuraw.pl'],
    ['7KcWt9Ru', 'https:www.ksiegarnia-zuraw.pl'],
    ['7KcWt9Ru', 'https//www.ksiegarnia-zuraw.pl'],
    ['7KcWt9Ru', 'htp://www.ksiegarnia-zuraw.pl'],
    ['7KcWt9Ru', 'htps://www.ksiegarnia-zuraw.pl'],
    ['7KcWt9Ru', 'http:/ksiegarnia-zuraw.pl'],
    ['7KcWt9Ru', 'www,ksiegarnia-zuraw.pl'],
    ['7KcWt9Ru', 'www.ksiegarnia-zuraw,pl'],
    ['7KcWt9Ru', 'www ksiegarnia-zuraw.pl/'],
    ['7KcWt9Ru', 'ksiegarnia-zuraw.pl'],
    ['7KcWt9Ru', 'KSIEGARNIA-ZURAW.PL'],
    ['7KcWt9Ru', 'Ksiegarnia-Zuraw.pl/'],
    ['7KcWt9Ru', 'ksiegarnia-zuraw.pl.'],
    ['7KcWt9Ru', 'ksiegarnia-zuraw.pl,'],
    ['7KcWt9Ru', 'ksiegarnia-zuraw.pl;'],
    ['7KcWt9Ru', '„ksiegarnia-zuraw.pl”'],
    ['7KcWt9Ru', '(www.ksiegarnia-zuraw.pl)'],
    ['7KcWt9Ru', ' https://ksiegarnia-zuraw.pl '],
    ['7KcWt9Ru', 'https://ksiegarnia-zuraw.pl:443/'],
    ['7KcWt9Ru', 'http://ksiegarnia-zuraw.pl:80'],
    ['7KcWt9Ru', 'https://ksiegarnia-zuraw.pl/index.html'],
    ['7KcWt9Ru', 'https://ksiegarnia-zuraw.pl/start.html'],
    ['7KcWt9Ru', 'https://ksiegarnia-zuraw.pl/INDEX.PHP'],
    ['7KcWt9Ru', 'https://ksiegarnia-zuraw.pl/?a=1#b'],
    ['7KcWt9Ru', 'https://anna@ksiegarnia-zuraw.pl/'],
    ['ACT6prem', 'http://www.aktywny-sklep.pl/zarzadzanie/index.php?id=3'],
    ['ACT6prem', 'http://www.aktywny-sklep.pl/sklep/zarzadzanie'],
    ['ACT6prem', 'http://aktywny-sklep.pl/%73klep'],
    ['ACT6prem', 'aktywny-sklep.pl'],
    ['Lodka5xy', 'żółta-łódka.pl'],
    ['Lodka5xy', 'ŻÓŁTA-ŁÓDKA.PL/zarzadzanie'],
    ['Lodka5xy', 'https://xn--ta-dka-9wad12ed64d.pl'],
    ['Lodka5xy', 'www,żółta-łódka,pl'],
    ['Port8abc', 'hurt.pl:8080'],
    ['Port8abc', 'https://www.hurt.pl:8080/panel/'],
    ['Kolo1abc', 'rowery-kolo.pl/sklep'],
    ['Kolo1abc', 'http://rowery-kolo.pl/sklep/zarzadzanie/index.php'],
    ['Kolo1abc', 'http://rowery-kolo.pl/%73%6Blep/'],
    ['Kolo2abc', 'https://www.rowery-kolo.pl/hurt/zarzadzanie'],
    ['Kolo2abc', 'rowery-kolo.pl/hurt,'],
    ['Kolo2abc', 'rowery-kolo.pl'],
    ['Misie1ab', 'misie.pl/zarzadzanie'],
    ['Misie2ab', 'misie.pl/hurt/index.php'],
  ])('%s at %s', async (supportNumber, typed) => {
    expect(await named(supportNumber, typed)).toBe(supportNumber);
    expect(await named(supportNumber.toLowerCase(), typed)).toBe(supportNumber);
  });
});

describe('never another one', () => {
  test.each<[SupportNumber, string]>([
    ['7KcWt9Ru', 'https://www.ksiegarnia-zuraw.pl.evil.com'],
    ['7KcWt9Ru', 'https://evil.com/ksiegarnia-zuraw.pl'],
    ['7KcWt9Ru', 'https://ksiegarnia-zuraw.pl@evil.com'],
    ['7KcWt9Ru', 'https://evil.com#ksiegarnia-zuraw.pl'],
    ['7KcWt9Ru', 'https://evil.com?https://ksiegarnia-zuraw.pl'],
    ['7KcWt9Ru', 'https://hurt.ksiegarnia-zuraw.pl'],
    ['7KcWt9Ru', 'https://ksiegarnia-zuraw.com'],
    ['7KcWt9Ru', 'https://ksiegarnia-zuraw.pl:8443'],
    ['7KcWt9Ru', 'ksiegarniazuraw.pl'],
    ['7KcWt9Ru', 'wwwksiegarnia-zuraw.pl'],
    ['7KcWt9Ru', 'biuro@ksiegarnia-zuraw.pl'],
    ['Port8abc', 'http://hurt.pl'],
    ['Kolo1abc', 'http://rowery-kolo.pl/hurt/zarzadzanie'],
    ['Kolo2abc', 'http://rowery-kolo.pl/%73klep'],
    ['Misie2ab', 'https://misie.pl/zarzadzanie'],
    ['Misie1ab', 'https://misie.pl/%68urt'],
  ])('%s at %s is nobody', async (supportNumber, typed) => {
    expect(await named(supportNumber, typed)).toBeNull();
  });

  test('200 pairs, each with slips around it: a number is known at its own address and nowhere else', async () => {
    const anyOf = fc.constantFrom(...NUMBERS);
    const scheme = fc.constantFrom('', 'http://', 'https://', 'https:/', 'http//', 'htp://', 'https:');
    const www = fc.constantFrom('', 'www.', 'www,', 'WWW.');
    const end = fc.constantFrom('', '/', '.', ',', '/index.php', '/index.html', '/INDEX.PHP', '?x=1', '/#a', ' )');
    const folder = fc.constantFrom('', '/zarzadzanie', '/%7Aarzadzanie', '/admin/x');
    let known = 0;
    await fc.assert(
      fc.asyncProperty(anyOf, anyOf, scheme, www, folder, end, async (number, of, ...[before, w, inner, after]) => {
        const bare = REGISTERED[of].replace(/^https?:\/\/(www\.)?/, '');
        const answer = await named(number, before + w + bare + inner + after);
        expect(answer).toBe(number === of ? number : null);
        if (answer) known += 1;
      }),
      { numRuns: 200, examples: NUMBERS.map((one) => [one, one, 'htp://', 'www,', '', ',']) },
    );
    expect(known).toBeGreaterThanOrEqual(NUMBERS.length);
  });
});
