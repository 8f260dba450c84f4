import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  hostAsWritten,
  isPrivateAddress,
  isPrivateHost,
  originHost,
  shopAddress,
} from '../../src/policy/shop-address.ts';

const key = (address: string) => {
  const read = shopAddress(address);
  return read ? read.host + read.path : undefined;
};

describe('the same address (C5)', () => {
  test.each([
    ['https://www.ksiegarnia-zuraw.pl', 'http://ksiegarnia-zuraw.pl/'],
    ['https://www.ksiegarnia-zuraw.pl', 'www.ksiegarnia-zuraw.pl'],
    ['https://www.ksiegarnia-zuraw.pl', '  KSIEGARNIA-ZURAW.PL  '],
    ['https://ksiegarnia-zuraw.pl', 'https://ksiegarnia-zuraw.pl.:443/?a=1#b'],
    ['https://ksiegarnia-zuraw.pl', 'http://ksiegarnia-zuraw.pl:80//'],
    ['https://ksiegarnia-zuraw.pl', 'https://anna:sekret@ksiegarnia-zuraw.pl/index.php'],
    ['http://rowery-kolo.pl/sklep', 'https://www.rowery-kolo.pl/sklep/index.php?x=1'],
    ['http://rowery-kolo.pl/sklep', 'http://rowery-kolo.pl/sklep///'],
    ['http://rowery-kolo.pl/sklep', 'http://rowery-kolo.pl/sklep//index.php'],
    ['http://rowery-kolo.pl/sklep', 'http://rowery-kolo.pl/sklep/INDEX.PHP'],
    ['http://rowery-kolo.pl/sklep', 'http://rowery-kolo.pl/sklep/index.html'],
    ['http://rowery-kolo.pl/sklep', 'http://rowery-kolo.pl/%73kle%70/'],
    ['http://rowery-kolo.pl/sklep/index.php', 'http://rowery-kolo.pl/sklep/%69ndex%2Ephp'],
    ['http://rowery-kolo.pl/łódki', 'http://rowery-kolo.pl/%c5%82%C3%B3dki'],
    ['rowery-kolo.pl/@anna', 'https://rowery-kolo.pl/@anna'],
    ['rowery-kolo.pl/http://x', 'https://rowery-kolo.pl/http://x'],
    ['https://żółta-łódka.pl', 'https://xn--ta-dka-9wad12ed64d.pl'],
    ['https://ŻÓŁTA-ŁÓDKA.pl', 'żółta-łódka.pl/'],
    ['ksiegarnia-zuraw.pl:8080/sklep', 'http://ksiegarnia-zuraw.pl:8080/sklep/'],
  ])('%s = %s', (one, other) => {
    expect(key(one)).toBe(key(other));
    expect(key(one)).toBeDefined();
  });
});

describe('another address (C5)', () => {
  test.each([
    ['https://rowery-kolo.pl', 'https://hurt.rowery-kolo.pl'],
    ['https://rowery-kolo.pl', 'https://rowery-kolo.com.pl'],
    ['https://rowery-kolo.pl', 'https://rowery-kolo.pl:8443'],
    ['https://rowery-kolo.pl', 'http://rowery-kolo.pl:443'],
    ['http://rowery-kolo.pl/sklep', 'http://rowery-kolo.pl'],
    ['http://rowery-kolo.pl/sklep', 'http://rowery-kolo.pl/Sklep'],
    ['http://rowery-kolo.pl/sklep', 'http://rowery-kolo.pl/sklep2'],
    ['http://rowery-kolo.pl/sklep', 'http://rowery-kolo.pl/%53klep'],
    ['http://rowery-kolo.pl/a/b', 'http://rowery-kolo.pl/a%2Fb'],
    ['http://rowery-kolo.pl/sklep', 'http://rowery-kolo.pl/sklep%20'],
    ['http://rowery-kolo.pl/a', 'http://rowery-kolo.pl/%2561'],
    ['https://www.rowery-kolo.pl', 'https://www.www.rowery-kolo.pl'],
    ['https://rowery-kolo.pl', 'https://rowery-kolo.pl/zarzadzanie'],
    ['https://rowery-kolo.pl/x', 'https://rowery-kolo.pl/index.php/x'],
    ['https://sklep.pl', 'https://sklep.www.pl'],
    ['https://sklep.pl', 'https://sklepwww.pl'],
    ['https://www.pl', 'https://pl'],
  ])('%s ≠ %s', (one, other) => {
    expect(key(one)).not.toBe(key(other));
  });
});

test.each([
  '',
  '   ',
  'ftp://rowery-kolo.pl',
  'xhttp://rowery-kolo.pl',
  'javascript://x',
  'mailto:a@b.pl',
  'https://',
  'http://a b.pl',
  'www,sklep,pl',
  'sklep..pl',
  'https://.sklep.pl',
  'https://sklep.pl;8080',
  '://',
  '\u0000',
])('%j is no address of a shop', (text) => {
  expect(shopAddress(text)).toBeNull();
});

test('addresses of somebody’s own machine or network are known as such', () => {
  const hosts = [
    '10.0.0.17',
    'localhost',
    'zuraw.localhost:4100',
    '127.0.0.1',
    '10.0.0.7:81',
    '[::1]',
    'serwer.local',
    'serwer',
  ];
  expect(hosts.filter((host) => !isPrivateHost(host))).toEqual([]);
  expect(
    [
      'rowery-kolo.pl',
      'rowery-kolo.pl:8080',
      '127.pl',
      'localhost.pl',
      '1.2.3.4.pl',
      'sklep1.2.3.4',
      'serwer.local.pl',
      'a[1].pl',
    ].filter(isPrivateHost),
  ).toEqual([]);
});

/** Web addresses with any letters in path and query. `fc.webUrl` is not used: its first one takes two seconds to prepare. */
const anyLetters = fc.string({ unit: 'binary', maxLength: 8 }).map((text) => encodeURIComponent(text.toWellFormed()));
const anyWebAddress = fc
  .record({
    scheme: fc.constantFrom('http', 'https'),
    host: fc.domain(),
    port: fc.oneof(
      fc.constant(''),
      fc.integer({ min: 0, max: 65_535 }).map((port) => `:${port}`),
    ),
    path: fc.array(fc.oneof(anyLetters, fc.constantFrom('', '.', '..', '@', 'a:b')), { maxLength: 5 }),
    query: fc.oneof(
      fc.constant(''),
      anyLetters.map((query) => `?${query}`),
    ),
  })
  .map(
    ({ scheme, host, port, path, query }) =>
      `${scheme}://${host}${port}${path.map((one) => `/${one}`).join('')}${query}`,
  );

test.each([
  ['http://localhost:4100/sklep', true],
  ['http://10.0.0.7', true],
  ['https://rowery-kolo.pl', false],
  ['to nie adres', false],
])('%s is known on one network only: %j', (address, is) => {
  expect(isPrivateAddress(address)).toBe(is);
});

test('host and path are those of themselves, and reading any text never throws', () => {
  fc.assert(
    fc.property(fc.oneof(anyWebAddress, fc.string({ unit: 'binary' })), (text) => {
      const read = key(text);
      return read === undefined || key(`https://${read}`) === read;
    }),
  );
});

test('a port that is not the scheme’s own belongs to the host', () => {
  expect(shopAddress('http://rowery-kolo.pl:8080/sklep')).toEqual({
    host: 'rowery-kolo.pl:8080',
    path: '/sklep',
  });
});

describe('a page is known by the host of its Origin', () => {
  test.each([
    ['http://rowery-kolo.pl', 'rowery-kolo.pl'],
    ['https://www.rowery-kolo.pl', 'rowery-kolo.pl'],
    ['https://rowery-kolo.pl:443', 'rowery-kolo.pl'],
    ['https://rowery-kolo.pl:8443', 'rowery-kolo.pl:8443'],
    ['https://hurt.rowery-kolo.pl', 'hurt.rowery-kolo.pl'],
  ])('%s', (origin, host) => {
    expect(originHost(origin)).toBe(host);
  });

  test.each([null, 'null', '', 'rowery-kolo.pl', 'ftp://rowery-kolo.pl', 'https://'])('%j has none', (origin) => {
    expect(originHost(origin)).toBeNull();
  });
});

test.each([
  ['https://www.Ksiegarnia-Zuraw.pl/sklep', 'ksiegarnia-zuraw.pl'],
  ['HTTP://WWW.Żółta-Łódka.PL:80', 'żółta-łódka.pl'],
  ['https://xn--ta-dka-9wad12ed64d.pl', 'xn--ta-dka-9wad12ed64d.pl'],
  ['https://anna:sekret@sklep.pl.:443', 'sklep.pl'],
  ['sklep.pl:8080/x', 'sklep.pl:8080'],
  ['http://zuraw.localhost:4100', 'zuraw.localhost:4100'],
  ['  Sklep.PL  ', 'sklep.pl'],
  ['Żółta-Łódka.pl/sklep', 'żółta-łódka.pl'],
  ['https://anna:sekret@żółta-łódka.pl', 'żółta-łódka.pl'],
  ['https://żółta-łódka.pl./', 'żółta-łódka.pl'],
  ['https://żółta-łódka.pl:8443', 'żółta-łódka.pl:8443'],
  ['https:///sklep.pl/x', 'sklep.pl'],
])('the host of %s is shown as %s', (address, shown) => {
  expect(hostAsWritten(address)).toBe(shown);
});
