import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitLinks } from '../../src/contract/links.ts';

/** The text with each link in brackets. */
const marked = (text: string) =>
  splitLinks(text)
    .map(({ text, href }) => (href ? `[${text}]` : text))
    .join('');

describe('an address in a text is a link', () => {
  test.each([
    ['https://sklep.pl', '[https://sklep.pl]'],
    ['Proszę zobaczyć https://sklep.pl/pomoc?a=1&b=2#tu.', 'Proszę zobaczyć [https://sklep.pl/pomoc?a=1&b=2#tu].'],
    ['(http://sklep.pl/a)', '([http://sklep.pl/a])'],
    ['https://pl.wikipedia.org/wiki/Kasa_(sklep)', '[https://pl.wikipedia.org/wiki/Kasa_(sklep)]'],
    ['(zob. https://pl.wikipedia.org/wiki/Kasa_(sklep)).', '(zob. [https://pl.wikipedia.org/wiki/Kasa_(sklep)]).'],
    ['„https://sklep.pl/a”, potem', '„[https://sklep.pl/a]”, potem'],
    [
      'https://sklep.pl/p,12,a.html, oraz HTTPS://SKLEP.PL/B!',
      '[https://sklep.pl/p,12,a.html], oraz [HTTPS://SKLEP.PL/B]!',
    ],
    ['https://żuraw.pl/książki', '[https://żuraw.pl/książki]'],
    ['http://localhost:4100/x\nhttps://a.pl/y', '[http://localhost:4100/x]\n[https://a.pl/y]'],
    ['<https://a.pl/y>', '<[https://a.pl/y]>'],
  ])('%j', (text, expected) => {
    expect(marked(text)).toBe(expected);
  });

  test('where it leads is what it says', () => {
    expect(splitLinks('https://sklep.pl/ż')).toEqual([{ text: 'https://sklep.pl/ż', href: 'https://sklep.pl/%C5%BC' }]);
  });
});

describe('nothing else is', () => {
  test.each([
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'ftp://sklep.pl',
    'www.sklep.pl',
    'biuro@sklep.pl',
    'xhttps://sklep.pl',
    'https://',
    'https://.',
    'http://[',
    'https://bank.pl@zle.example/logowanie',
    'https://bank.pl:haslo@zle.example/',
    'https://xn--uraw-mta.pl/',
    'https://sklep.XN--uraw-mta.pl',
    'https://\u0430llegro.pl/', // a Cyrillic letter
    'https://skl\u03b5p.pl/', // a Greek one
    'https://sklep\uff0epl/', // a wide dot
  ])('%j', (text) => {
    expect(splitLinks(text).filter(({ href }) => href)).toEqual([]);
  });

  test('and what cannot be seen ends it: an address cannot be turned round', () => {
    expect(marked('https://sklep.pl/\u202egpj.exe')).toBe('[https://sklep.pl/]\u202egpj.exe');
    expect(marked('https://skl\u200bep.pl')).toBe('[https://skl]\u200bep.pl');
  });
});

test('the parts of any text are the text, and lead to http or https only', () => {
  const word = fc.constantFrom(
    'https://',
    'http://',
    'a.pl',
    '/',
    '(',
    ')',
    '.',
    ',',
    '@',
    ' ',
    '\n',
    'ż',
    '\u202e',
    ':',
    '?',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string({ unit: 'grapheme', maxLength: 3 })), { maxLength: 40 }), (words) => {
      const text = words.join('');
      const parts = splitLinks(text);
      expect(parts.map((part) => part.text).join('')).toBe(text);
      for (const { href } of parts) if (href) expect(new URL(href).protocol).toMatch(/^https?:$/);
    }),
    { seed: 12, numRuns: 1000 },
  );
});
