import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFacts } from '../../../../widget/host-page/reader/read-facts.ts';
import { aBody } from '../../../support/widget-page.ts';

const NUMBER = '7KcWt9Ru';

const read = (markup: string) => readFacts(aBody(markup).ownerDocument);
const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const table = (...rows: string[]) => `<table>${rows.join('')}</table>`;

/** Every layout that a panel is known or likely to use, around the value. */
const LAYOUTS: Record<string, (value: string) => string> = {
  'the same text node': (value) => `<p>Numer pomocy technicznej: ${value}</p>`,
  'the same text node, with a note': (value) => `<p>Numer pomocy technicznej: ${value} (ważny do 14.03.2027)</p>`,
  'the same cell, label in bold': (value) => table(row(`<b>Numer pomocy technicznej:</b> ${value}`)),
  'the same cell, value in bold': (value) => table(row(`Numer pomocy technicznej: <b>${value}</b>`)),
  'the next cell': (value) => table(row('Numer pomocy technicznej:', value), row('Wersja', '10.4.2')),
  'the next cell, between white space': (value) => table(row('\n Numer\n pomocy\t technicznej \n', `\n\t ${value}\n`)),
  'a read-only field': (value) => table(row('Numer pomocy technicznej', `<input readonly value="${value}">`)),
  'a labelled field': (value) =>
    `<label>Numer pomocy technicznej <input type="text" readonly value="${value}"></label>`,
  'a list of terms': (value) => `<dl><dt>Numer pomocy technicznej</dt><dd>${value}</dd><dt>Inne</dt><dd>tak</dd></dl>`,
  'an item of a list': (value) => `<ul><li>Wersja: 10</li><li>Numer pomocy technicznej <i>${value}</i></li></ul>`,
  'a label split over tags': (value) => table(row('<b>Numer&nbsp;pomocy</b> technicznej', value)),
  'a label of nested tags': (value) => table(row('<font><b><i>Numer</i> pomocy</b></font> technicznej:&nbsp;', value)),
  'a line break': (value) => `<div>Numer pomocy technicznej:<br>${value}<br>Dziękujemy</div>`,
  'line breaks between rows': (value) => `Wersja: 10.4<br><b>Nr pomocy technicznej</b> ${value}<br>Koniec`,
  'a table of four columns, left': (value) => table(row('Numer pomocy technicznej', value, 'Edycja', 'PREMIUM')),
  'a table of four columns, right': (value) => table(row('Edycja', 'PREMIUM2', 'Numer pomocy technicznej', value)),
  'nested tables': (value) => table(row('menu', table(row(table(row('Numer pomocy technicznej', value)))))),
  boxes: (value) => `<div><div><span>Numer pomocy technicznej</span></div><div><span>${value}</span></div></div>`,
  'a link': (value) => table(row('Numer pomocy technicznej', `<a href="?id=1">${value}</a>`)),
  'a value with a button beside it': (value) => table(row('Nr pomocy technicznej', `${value} <a>kopiuj</a>`)),
  'capital letters': (value) => table(row('NUMER POMOCY TECHNICZNEJ', value)),
  'a tab that is closed': (value) => `<div style="display:none">${table(row('Numer pomocy technicznej', value))}</div>`,
};

describe('the support number is read from', () => {
  test.each(Object.keys(LAYOUTS))('%s', async (name) => {
    expect(await read(LAYOUTS[name]?.(NUMBER) ?? '')).toEqual({ supportNumber: NUMBER });
  });
});

test('any support number is read back letter by letter from any layout', async () => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  const number = fc
    .string({ unit: fc.constantFrom(...letters), minLength: 8, maxLength: 8 })
    .filter((value) => /\d/.test(value));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...Object.values(LAYOUTS)), number, async (layout, value) => {
      expect((await read(layout(value))).supportNumber).toBe(value);
    }),
    { numRuns: 300 },
  );
});

describe('no number is read', () => {
  const rowBelow = row('Kod klienta', 'Kl13nt99');
  test.each([
    ['when the cell beside is empty, though one follows', table(row('Numer pomocy technicznej', '', 'Kl13nt99'))],
    ['when the cell beside is empty, though a row follows', table(row('Numer pomocy technicznej:', ''), rowBelow)],
    ['when there is no cell beside', table(row('Numer pomocy technicznej'), row('Kl13nt99'))],
    ['from another term', '<dl><dt>Numer pomocy technicznej</dt><dd></dd><dt>Kod</dt><dd>Kl13nt99</dd></dl>'],
    ['from another item', '<ul><li>Numer pomocy technicznej:</li><li>Kl13nt99</li></ul>'],
    [
      'from a hidden field, which may hold a token',
      '<label>Nr pomocy technicznej</label><input type="hidden" id="tok" value="c19e7a40">',
    ],
    ['from an empty field', table(row('Numer pomocy technicznej', '<input readonly value="">', 'Kl13nt99'))],
    ['from a password field', table(row('Numer pomocy technicznej', '<input type="password" value="Kl13nt99">'))],
    ['from a tick box', table(row('Numer pomocy technicznej', '<input type="checkbox" value="Kl13nt99">'))],
    ['from a hyphen', table(row('Numer pomocy technicznej', '-'))],
    ['from hyphens', table(row('Numer pomocy technicznej', '-----'))],
    ['from "brak"', table(row('Numer pomocy technicznej', 'brak'))],
    ['from "Brak"', 'Numer pomocy technicznej: Brak'],
    ['from "BRAK"', table(row('Numer pomocy technicznej', 'BRAK'))],
    ['from "(brak)"', table(row('Numer pomocy technicznej', '(brak)'))],
    ['from prose', '<p>Numer pomocy technicznej znajdziesz w zakładce „Informacje o sklepie”.</p>'],
    ['from prose over tags', '<p><b>Numer pomocy technicznej</b> <i>znajdziesz</i> tutaj: Kl13nt99.</p>'],
    ['from a number that is too short', 'Numer pomocy technicznej: 123'],
    ['from a number that is too long', `Numer pomocy technicznej: ${'7'.repeat(33)}`],
    ['from letters of another alphabet', 'Numer pomocy technicznej: 7KcWt9Rż'],
    ['from a script', '<script>var a = "Numer pomocy technicznej: Kl13nt99";</script>'],
    ['from a style', '<style>a::after { content: "Numer pomocy technicznej: Kl13nt99"; }</style>'],
    ['from what somebody types', '<textarea>Numer pomocy technicznej: Kl13nt99</textarea>'],
    ['from a textarea in the cell beside', table(row('Numer pomocy technicznej', '<textarea>Kl13nt99</textarea>'))],
    ['from an empty page', ''],
  ])('%s', async (_why, markup) => {
    expect(await read(markup)).toEqual({});
  });
});

describe('prose behind the label is no number', () => {
  // The word ends at the comma, but only the end of the text makes it a word for `SHAPES.supportNumber`.
  test.each([
    'Numer pomocy technicznej znajdziesz, klikając zakładkę.',
    'Numer pomocy technicznej znajdziesz (po zalogowaniu) na stronie głównej.',
    'Numer pomocy technicznej: brak (pomoc wygasła)',
    'Numer pomocy technicznej: BRAK; pomoc wygasła',
  ])('%s', async (prose) => {
    expect(await read(`<p>${prose}</p>`)).toEqual({});
  });
});

describe('two candidates', () => {
  test('that differ are left out: a person is asked', async () => {
    expect(
      await read(table(row('Numer pomocy technicznej', NUMBER), row('Nr pomocy technicznej', 'Kl13nt99'))),
    ).toEqual({});
  });

  test('that differ by case only differ', async () => {
    expect(await read(`<p>Nr pomocy technicznej: ${NUMBER}</p><p>Nr pomocy technicznej: 7kcwt9ru</p>`)).toEqual({});
  });

  test('that say the same are one', async () => {
    const twice = `<h2>Numer pomocy technicznej: ${NUMBER}</h2>${table(row('Nr pomocy technicznej', NUMBER))}`;
    expect(await read(twice)).toEqual({ supportNumber: NUMBER });
  });

  test('of which one is prose or empty are one', async () => {
    const markup = `<p>Numer pomocy technicznej znajdziesz poniżej.</p>${table(row('Numer pomocy technicznej', ''), row('Nr pomocy technicznej', NUMBER))}`;
    expect(await read(markup)).toEqual({ supportNumber: NUMBER });
  });

  test('leave the other facts alone', async () => {
    const rows = [
      row('Nr pomocy technicznej', NUMBER),
      row('Nr pomocy technicznej', 'Kl13nt99'),
      row('Wersja sklepu', '10.4'),
    ];
    expect(await read(table(...rows))).toEqual({ shopVersion: '10.4' });
  });

  // Only the first label of an element's own text is looked at.
  test('in one text that differ are left out too', async () => {
    expect(await read(`<p>Nr pomocy technicznej: ${NUMBER}<br>Nr pomocy technicznej: Kl13nt99</p>`)).toEqual({});
  });
});

describe('letters that nobody sees', () => {
  test.each([
    ['zero-width spaces', '7KcW\u200bt9Ru\ufeff'],
    ['joiners and soft hyphens', '\u20607K\u200dcW\xadt9\u200cRu'],
    ['hard spaces around it', '\u00a0\u00a07KcWt9Ru\u00a0'],
    ['full-width letters', '\uff17KcWt9R\uff55'],
  ])('%s do not get into the number', async (_what, value) => {
    expect(await read(table(row('Numer pomocy technicznej', value)))).toEqual({ supportNumber: NUMBER });
  });

  test('in the label do not hide it', async () => {
    expect(await read(table(row('Numer\u00a0po\xadmocy\u2003technicznej\u200b:', NUMBER)))).toEqual({
      supportNumber: NUMBER,
    });
  });
});

describe('address and version', () => {
  test.each([
    [table(row('Domena sklepu', 'www.ksiegarnia-zuraw.pl')), { installUrl: 'www.ksiegarnia-zuraw.pl' }],
    [
      table(row('Adres sklepu', '<a href="/x">http://rowery-kolo.pl/sklep</a>')),
      { installUrl: 'http://rowery-kolo.pl/sklep' },
    ],
    [
      table(row('Domena sklepu', '<input type="url" readonly value="https://a.pl:8443/">')),
      { installUrl: 'https://a.pl:8443/' },
    ],
    [table(row('Adres sklepu', 'z\u0307uraw.pl')), { installUrl: '\u017curaw.pl' }],
    [table(row('Adres sklepu', 'ul. Długa 3, 80-001 Gdańsk')), {}],
    [table(row('Wersja sklepu', '10.4.2 PREMIUM')), { shopVersion: '10.4.2' }],
    ['Wersja sklepu: 9.12<br>', { shopVersion: '9.12' }],
    ['Wersja sklepu: najnowsza', {}],
  ])('%s', async (markup, facts) => {
    expect(await read(markup)).toEqual(facts);
  });

  test('all three are read from one page', async () => {
    const rows = [row('Domena sklepu', 'www.a.pl'), row('Wersja sklepu', '10.4'), row('Nr pomocy technicznej', NUMBER)];
    const facts = { installUrl: 'www.a.pl', shopVersion: '10.4', supportNumber: NUMBER };
    expect(await read(table(...rows))).toEqual(facts);
  });
});

test('a page in utf-8 that was decoded as iso-8859-2 is read all the same', async () => {
  const markup = `<h1>Księgarnia Żuraw – „zgłoszenie”</h1>${table(row('Wersja sklepu ', '10.4.2'), row('Numer pomocy technicznej', NUMBER), row('Hasło', 'żółć'))}`;
  const garbled = new TextDecoder('iso-8859-2').decode(new TextEncoder().encode(markup));
  expect(garbled).not.toContain('Księgarnia');
  expect(await read(garbled)).toEqual({ supportNumber: NUMBER, shopVersion: '10.4.2' });
});

test('an element of the page’s own that calls itself a text field, and holds a number, does no harm', async () => {
  const body = aBody(`${table(row('Numer pomocy technicznej', '7KcWt9Ru'))}<own-field></own-field>`);
  Object.assign(body.querySelector('own-field') ?? {}, { type: 'text', value: 15 });
  expect((await readFacts(body.ownerDocument)).supportNumber).toBe('7KcWt9Ru');
});

test('a page is read without being changed', async () => {
  const body = aBody(table(row('<b>Numer&nbsp;pomocy</b> technicznej', '7KcW\u200bt9Ru')));
  const before = body.innerHTML;
  await readFacts(body.ownerDocument);
  expect(body.innerHTML).toBe(before);
});
