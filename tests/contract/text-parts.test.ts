import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textBlocks, textParts } from '../../src/contract/text-parts.ts';

/** The text as it is shown, each link in brackets and bold words in angles. */
const shown = (text: string) =>
  textParts(text)
    .map(({ text: part, href, isBold, isSign }) => {
      const drawn = href ? `[${part}]` : isSign ? '' : part;
      return isBold && !isSign ? `<${drawn}>` : drawn;
    })
    .join('');

const leads = (text: string) => textParts(text).flatMap(({ href }) => href ?? []);

describe('an address in a text is a link', () => {
  test.each([
    ['https://sklep.pl', '[https://sklep.pl]'],
    ['Proszę zobaczyć https://sklep.pl/pomoc?a=1&b=2#tu.', 'Proszę zobaczyć [https://sklep.pl/pomoc?a=1&b=2#tu].'],
    ['(https://sklep.pl/a)', '([https://sklep.pl/a])'],
    ['https://pl.wikipedia.org/wiki/Kasa_(sklep)', '[https://pl.wikipedia.org/wiki/Kasa_(sklep)]'],
    ['(zob. https://pl.wikipedia.org/wiki/Kasa_(sklep)).', '(zob. [https://pl.wikipedia.org/wiki/Kasa_(sklep)]).'],
    ['„https://sklep.pl/a”, potem', '„[https://sklep.pl/a]”, potem'],
    [
      'https://sklep.pl/p,12,a.html, oraz HTTPS://SKLEP.PL/B!',
      '[https://sklep.pl/p,12,a.html], oraz [HTTPS://SKLEP.PL/B]!',
    ],
    ['https://żuraw.pl/książki', '[https://żuraw.pl/książki]'],
    ['https://localhost:4100/x\nhttps://a.pl/y', '[https://localhost:4100/x]\n[https://a.pl/y]'],
    ['<https://a.pl/y>', '<[https://a.pl/y]>'],
  ])('%j', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  test('where it leads is what it says', () => {
    expect(leads('https://sklep.pl/ż')).toEqual(['https://sklep.pl/%C5%BC']);
  });
});

describe('an e-mail address is one', () => {
  test.each([
    ['biuro@sklep.pl', '[biuro@sklep.pl]'],
    [
      'Proszę na Halina.Mis+pomoc@poczta.sklep-misia.com.pl.',
      'Proszę na [Halina.Mis+pomoc@poczta.sklep-misia.com.pl].',
    ],
    ['(biuro@sklep.pl), <a@b.pl>', '([biuro@sklep.pl]), <[a@b.pl]>'],
    ['mail:biuro@sklep.pl', 'mail:[biuro@sklep.pl]'],
  ])('%j', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  test('it writes to whom it says', () => {
    expect(leads('biuro@sklep.pl')).toEqual(['mailto:biuro@sklep.pl']);
  });
});

describe('a Polish telephone number is one', () => {
  test.each([
    ['602 140 318', '+48602140318'],
    ['602-140-318', '+48602140318'],
    ['602140318', '+48602140318'],
    ['+48 602 140 318', '+48602140318'],
    ['+48602140318', '+48602140318'],
    ['801 000 123', '+48801000123'],
    ['22 123 45 67', '+48221234567'],
    ['(22) 123-45-67', '+48221234567'],
    ['+48 22 123 45 67', '+48221234567'],
  ])('%j', (text, number) => {
    expect(shown(`tel. ${text}, od 8`)).toBe(`tel. [${text}], od 8`);
    expect(leads(text)).toEqual([`tel:${number}`]);
  });
});

describe('nothing else is', () => {
  test.each([
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'ftp://sklep.pl',
    'http://sklep.pl',
    'www.sklep.pl',
    'xhttps://sklep.pl',
    'https://',
    'https://.',
    'https://[',
    'https://bank.pl@zle.example/logowanie',
    'https://bank.pl:haslo@zle.example/',
    'https://xn--uraw-mta.pl/',
    'https://sklep.XN--uraw-mta.pl',
    'https://\u0430llegro.pl/', // a Cyrillic letter
    'https://skl\u03b5p.pl/', // a Greek one
    'https://sklep\uff0epl/', // a wide dot
    'https://all\u0131egro.pl/', // an i without its dot
    'https://a\u0327llegro.pl/', // a mark of its own
    'https://2130706433/', // a number that means 127.0.0.1
    'https://0x7f.1/',
    'żbiuro@sklep.pl',
    'biuro@sklep',
    'biuro@sklep.pl@zle.example',
    'a%0abcc:zle@zle.example@x',
    '526-104-08-28', // the number of a tax payer
    '12 1020 3040 0000 1234 5678 9012', // of an account
    'FV/600100200/2026',
    '1000447',
    '2026-11-30',
    '5901234123457', // of a product
    '100 000 000,00 zł',
  ])('%j', (text) => {
    expect(leads(text)).toEqual([]);
  });

  test('and what cannot be seen ends it: an address cannot be turned round', () => {
    expect(shown('https://sklep.pl/\u202egpj.exe')).toBe('[https://sklep.pl/]\u202egpj.exe');
    expect(shown('https://skl\u200bep.pl')).toBe('[https://skl]\u200bep.pl');
  });
});

describe('words between two stars on each side are bold', () => {
  test.each([
    ['Proszę **nie ruszać** tego', 'Proszę <nie ruszać> tego'],
    ['**a** i **b**', '<a> i <b>'],
    ['**https://a.pl/x**', '<[https://a.pl/x]>'],
    ['kończy się na **/payu_notify.php**.', 'kończy się na </payu_notify.php>.'],
  ])('%j', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  test.each(['2 ** 3 ** 4', '**a', 'a**', '****', '** a **', '**a\nb**', '*a*'])('%j is not', (text) => {
    expect(shown(text)).toBe(text);
  });
});

describe('lines that begin with a dash or a number are a list', () => {
  test.each([
    ['Proszę:\n- a\n- b\nDziękuję', ['Proszę:\n', ['- a\n', '- b\n'], 'Dziękuję']],
    ['1. a\r\n2. b', [['1. a\r\n', '2. b']]],
    ['-a\n--\n-- \n2026. rok\n12.5', ['-a\n--\n-- \n2026. rok\n12.5']],
    ['', ['']],
  ])('%j', (text, blocks) => {
    expect(textBlocks(text)).toEqual(blocks);
  });
});

const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...['https://', 'http://', 'a.pl', '/', '(', ')', '.', ',', '@', ' ', '\n', 'ż', '\u202e', ':', '?'],
      ),
      fc.constantFrom(...['**', '*', '- ', '\n1. ', '+48 ', '600 ', '100', '22 123 45 67', '-']),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

test('the parts of any text are the text, and lead to what they say by https, mailto or tel', () => {
  fc.assert(
    fc.property(words, (text) => {
      expect(textBlocks(text).flat().join('')).toBe(text);
      const parts = textParts(text);
      expect(parts.map((part) => part.text).join('')).toBe(text);
      for (const { text: said, href } of parts) {
        if (!href) continue;
        const { protocol, host, pathname } = new URL(href);
        if (protocol === 'tel:') expect(said.replace(/\D/g, '').replace(/^48(?=.{9})/, '')).toBe(pathname.slice(3));
        else if (protocol === 'mailto:') expect(pathname).toBe(said);
        else expect(new URL(said)).toMatchObject({ protocol: 'https:', host });
      }
    }),
    { seed: 12, numRuns: 2000 },
  );
});

/** How many characters a longest text has, and more: a dozen messages in one. */
const LONG = 250_000;

test('no text of 250,000 characters is looked at again and again: each is done before the test would end', () => {
  const hard = [
    'a',
    'a.',
    'a-',
    '1',
    '1 ',
    '22 ',
    '600 100 ',
    '+48 ',
    '.',
    '**',
    '**a ',
    '**a** ',
    ' ** ',
    '(',
    'https://',
    'https://a(',
    'https://a.pl/(b) ',
    'a@',
    'a@a.',
    'x@a.a.a.1 ',
    '\n',
    '- \n',
    '-',
    'é',
  ];
  const begun = ['https://', 'a@', '**'].flatMap((before) => ['a', '.', '-'].map((piece) => [before, piece] as const));
  for (const [before, piece] of [...hard.map((piece) => ['', piece] as const), ...begun]) {
    const text = before + piece.repeat(LONG / piece.length);
    expect(textBlocks(text).flat().join('').length).toBe(text.length);
    expect(textParts(text).reduce((sum, part) => sum + part.text.length, 0)).toBe(text.length);
  }
});
