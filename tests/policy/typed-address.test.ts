import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shopAddress } from '../../src/policy/shop-address.ts';
import { typedAddress } from '../../src/policy/typed-address.ts';

describe('slips of typing', () => {
  test.each([
    'http//rowery-kolo.pl/sklep',
    'http:/rowery-kolo.pl/sklep',
    'http:rowery-kolo.pl/sklep',
    'http;//rowery-kolo.pl/sklep',
    'htp://rowery-kolo.pl/sklep',
    'htttp://rowery-kolo.pl/sklep',
    'hhtps://rowery-kolo.pl/sklep',
    'ttps://rowery-kolo.pl/sklep',
    'https.//rowery-kolo.pl/sklep',
    'https:\\\\rowery-kolo.pl\\sklep',
    'https:///rowery-kolo.pl/sklep',
    'https : // rowery-kolo.pl / sklep',
    'http://http://rowery-kolo.pl/sklep',
    'http://https//www.rowery-kolo.pl/sklep',
    'www,rowery-kolo,pl/sklep',
    'www, rowery-kolo.pl/sklep',
    'www rowery-kolo.pl/sklep',
    'www..rowery-kolo..pl/sklep',
    'wwww.rowery-kolo.pl/sklep',
    'ww.rowery-kolo.pl/sklep',
    'www.www.rowery-kolo.pl/sklep',
    '.rowery-kolo.pl/sklep',
    'www  rowery-kolo.pl/sklep',
    'rowery-kolo ,pl/sklep',
    '„(rowery-kolo.pl/sklep)”',
    'rowery-kolo .pl/sklep',
    'rowery-kolo. pl/sklep',
    '\u200browery-kolo.pl\u00a0/sklep',
    'rowery-kolo.pl/sklep.',
    'rowery-kolo.pl/sklep/,',
    'rowery-kolo.pl/sklep (nowy)',
    'rowery-kolo.pl/sklep – to ten',
    '„rowery-kolo.pl/sklep”',
    '<https://rowery-kolo.pl/sklep>',
    '(https://rowery-kolo.pl/sklep)!',
    'ROWERY-KOLO.PL/sklep/index.php?x=1,',
  ])('%j is rowery-kolo.pl/sklep', (typed) => {
    expect(typedAddress(typed)).toEqual({ host: 'rowery-kolo.pl', path: '/sklep' });
  });

  test.each([
    ['rowery-kolo.pl.', 'rowery-kolo.pl'],
    ['http//rowery-kolo.pl:80', 'rowery-kolo.pl'],
    ['https//rowery-kolo.pl:8443', 'rowery-kolo.pl:8443'],
    ['rowery-kolo.pl:443', 'rowery-kolo.pl'],
    ['http//rowery-kolo.pl:443', 'rowery-kolo.pl:443'],
    ['www,żółta-łódka,pl', 'xn--ta-dka-9wad12ed64d.pl'],
  ])('%j is the host %s', (typed, host) => {
    expect(typedAddress(typed)).toEqual({ host, path: '' });
  });

  test.each(['', '   ', 'to nie adres:', 'biuro@rowery-kolo.pl', 'ftp://rowery-kolo.pl', 'https://', 'http//', '//'])(
    '%j is no address, mended or not',
    (typed) => {
      const read = typedAddress(typed);
      expect(read?.host.includes('.') ?? false).toBe(false);
    },
  );

  test.each([
    'rowerykolo.pl',
    'rowery-kolo.p',
    'rowery-kolo.com',
    'hurt.rowery-kolo.pl',
    'r0wery-kolo.pl',
    'wwwrowery-kolo.pl',
  ])('are no other letters: %s stays what it is', (typed) => {
    expect(typedAddress(typed)).toEqual(shopAddress(typed));
  });
});

const anyLabel = fc.stringMatching(/^[a-vx-z][a-z0-9]{1,8}(-[a-z0-9]{1,5})?$/);
const anyHost = fc.tuple(anyLabel, fc.constantFrom('pl', 'com.pl', 'eu')).map((parts) => parts.join('.'));
const anyPath = fc.array(anyLabel, { maxLength: 3 }).map((parts) => parts.map((part) => `/${part}`).join(''));
const anyScheme = fc.constantFrom(
  '',
  'http://',
  'https://',
  'http//',
  'htp://',
  'https:/',
  'https;//',
  'http://http://',
);
const anyWww = fc.constantFrom('', 'www.', 'www,', 'wwww.', 'www..', 'www ');
const anyEnd = fc.constantFrom('', '/', '.', ',', ' ', '/index.php', ' .', ');', '\u00a0– mój sklep');

test('whatever slips a person makes around a name, its letters are what counts', () => {
  fc.assert(
    fc.property(anyScheme, anyWww, anyHost, anyPath, anyEnd, (scheme, www, host, path, end) => {
      expect(typedAddress(scheme + www + host + path + end)).toEqual({ host, path });
    }),
  );
});

test('an address without slips is left as it is', () => {
  const anyPort = fc.constantFrom('', ':80', ':443', ':8080');
  fc.assert(
    fc.property(fc.constantFrom('http', 'https'), anyHost, anyPort, anyPath, (scheme, host, port, path) => {
      const url = `${scheme}://${host}${port}${path}?a=1#b`;
      expect(typedAddress(url)).toEqual(shopAddress(url));
    }),
  );
});

test('reading any text never throws', () => {
  fc.assert(fc.property(fc.string(), (text) => typedAddress(text) !== undefined));
});
