import { describe, expect, test } from 'vitest';
import { readFacts } from '../../../../widget/host-page/reader/read-facts.ts';
import { aBody } from '../../../support/widget-page.ts';

const read = (markup: string) => readFacts(aBody(markup).ownerDocument);

const ALL = { supportNumber: '7KcWt9Ru', installUrl: 'https://www.ksiegarnia-zuraw.pl', shopVersion: '10.4.2' };

describe('all three facts are read', () => {
  test.each([
    [
      'from one text, with bars between',
      '<p>Numer pomocy technicznej: 7KcWt9Ru | Adres sklepu: https://www.ksiegarnia-zuraw.pl | Wersja sklepu: 10.4.2</p>',
    ],
    [
      'from one text, with dots between',
      '<p>Numer pomocy technicznej: 7KcWt9Ru · Adres sklepu: https://www.ksiegarnia-zuraw.pl · Wersja sklepu: 10.4.2</p>',
    ],
    [
      'from one text, with dashes between',
      '<p>Wersja sklepu: 10.4.2 – Numer pomocy technicznej: 7KcWt9Ru – Adres sklepu: https://www.ksiegarnia-zuraw.pl</p>',
    ],
    [
      'from one text, with strokes between',
      '<p>Wersja sklepu: 10.4.2 / Numer pomocy technicznej: 7KcWt9Ru / Adres sklepu: https://www.ksiegarnia-zuraw.pl</p>',
    ],
    [
      'from one text, with semicolons between',
      '<p>Adres sklepu: https://www.ksiegarnia-zuraw.pl; wersja sklepu: 10.4.2; numer pomocy technicznej: 7KcWt9Ru;</p>',
    ],
    [
      'from a sentence',
      '<p>Adres sklepu: https://www.ksiegarnia-zuraw.pl, numer pomocy technicznej: 7KcWt9Ru, wersja sklepu: 10.4.2.</p>',
    ],
    [
      'from columns below their heads',
      '<table><tr><th>Numer pomocy technicznej</th><th>Adres sklepu</th><th>Wersja sklepu</th></tr><tr><td>7KcWt9Ru</td><td>https://www.ksiegarnia-zuraw.pl</td><td>10.4.2</td></tr></table>',
    ],
    [
      'from columns below labels that are no heads',
      '<table><tr><td>Numer pomocy technicznej</td><td>Adres sklepu</td><td>Wersja sklepu</td></tr><tr><td>7KcWt9Ru</td><td>https://www.ksiegarnia-zuraw.pl</td><td>10.4.2</td></tr></table>',
    ],
    [
      'from columns below a head that has no cells of heads',
      '<table><thead><tr><td>Numer pomocy technicznej</td><td>Adres sklepu</td><td>Wersja sklepu</td><td>Edycja</td></tr></thead><tr><td>7KcWt9Ru</td><td>https://www.ksiegarnia-zuraw.pl</td><td>10.4.2</td><td>PREMIUM2</td></tr></table>',
    ],
    [
      'before badges and notes',
      '<dl><dt>Numer pomocy technicznej</dt><dd>7KcWt9Ru <span>Aktywny</span></dd><dt>Adres sklepu</dt><dd><b>https://www.ksiegarnia-zuraw.pl</b><br>Sprawdzony</dd><dt>Wersja sklepu</dt><dd>10.4.2 <small>Aktualna</small></dd></dl>',
    ],
    [
      'behind leaders',
      '<pre>Numer pomocy technicznej....: 7KcWt9Ru\nAdres sklepu ......... https://www.ksiegarnia-zuraw.pl\nWersja sklepu: #10.4.2</pre>',
    ],
    [
      'from tiles, above their labels',
      '<div><strong>7KcWt9Ru</strong><br><small>Numer pomocy technicznej</small></div><div><strong>10.4.2</strong><br><small>Wersja sklepu</small></div><div><strong>https://www.ksiegarnia-zuraw.pl</strong><br><small>Adres sklepu</small></div>',
    ],
    [
      'from fields with placeholders',
      '<form><input disabled placeholder="Numer pomocy technicznej" value="7KcWt9Ru"><input disabled placeholder="Adres sklepu" value="https://www.ksiegarnia-zuraw.pl"><input disabled placeholder="Wersja sklepu" value="10.4.2"></form>',
    ],
    [
      'from cells that name their column',
      '<table><tr><td data-label="Numer pomocy technicznej">7KcWt9Ru</td><td data-label="Adres sklepu">https://www.ksiegarnia-zuraw.pl</td><td data-label="Wersja sklepu">10.4.2</td></tr></table>',
    ],
    [
      'from elements with titles and names',
      '<b title="Numer pomocy technicznej">7KcWt9Ru</b> <b aria-label="Wersja sklepu">10.4.2</b> <i title="Adres sklepu"></i> https://www.ksiegarnia-zuraw.pl',
    ],
    [
      'behind icons and buttons',
      '<dl><dt>Numer pomocy technicznej</dt><dd><button title="Kopiuj">⧉</button> <code>7KcWt9Ru</code></dd><dt>Adres sklepu</dt><dd><i class="icon">🔗</i> <a href="#">https://www.ksiegarnia-zuraw.pl</a></dd><dt>Wersja sklepu</dt><dd><button>Kopiuj</button> v10.4.2</dd></dl>',
    ],
    [
      'before words',
      '<p>Numer pomocy technicznej: 7KcWt9Ru – kopiuj</p><p>Adres sklepu: https://www.ksiegarnia-zuraw.pl (otwórz)</p><p>Wersja sklepu: 10.4.2 (aktualna)</p>',
    ],
    [
      'with short labels',
      '<table><tr><td>Nr pomocy tech.</td><td>7KcWt9Ru</td></tr><tr><td>Adres WWW sklepu</td><td>https://www.ksiegarnia-zuraw.pl</td></tr><tr><td>Wersja programu</td><td>10.4.2</td></tr></table>',
    ],
    [
      'with long labels',
      '<p>Numer pomocy technicznej sklepu: 7KcWt9Ru</p><p>Adres sklepu (URL): https://www.ksiegarnia-zuraw.pl</p><p>Wersja oprogramowania sklepu: 10.4.2</p>',
    ],
    [
      'from nested tables',
      '<table><tr><td><table><tr><td>Nr pomocy technicznej</td></tr></table></td><td><table><tr><td>7KcWt9Ru</td></tr></table></td></tr></table><p>Adres sklepu https://www.ksiegarnia-zuraw.pl</p><p>Wersja sklepu 10.4.2</p>',
    ],
    [
      'from fields of labels in another column',
      '<div><label for="a">Numer pomocy technicznej</label><label for="b">Adres sklepu</label><label for="c">Wersja sklepu</label></div><div><input id="a" value="7KcWt9Ru"><input id="b" value="https://www.ksiegarnia-zuraw.pl"><input id="c" value="10.4.2"></div>',
    ],
    [
      'from a closed tab',
      '<div style="display:none"><table><tr><td>Numer pomocy technicznej</td><td>7KcWt9Ru</td></tr><tr><td>Adres sklepu</td><td>https://www.ksiegarnia-zuraw.pl</td></tr><tr><td>Wersja sklepu</td><td>10.4.2</td></tr></table></div>',
    ],
    [
      'behind colons in other columns',
      '<div><div><label>Numer pomocy technicznej</label></div><div>: 7KcWt9Ru</div></div><div><div>Adres sklepu</div><div>: https://www.ksiegarnia-zuraw.pl</div></div><div><div>Wersja sklepu</div><div>:</div><div>10.4.2</div></div>',
    ],
    [
      'with labels over tags and lines',
      '<table><tr><td>N<b>umer</b> pomocy<br>technicznej</td><td>7KcWt9Ru</td></tr><tr><td><b>Adres</b> sklepu</td><td>https://www.ksiegarnia-zuraw.pl</td></tr><tr><td>Wersja<br>sklepu</td><td>10.4.2</td></tr></table>',
    ],
  ])('%s', async (_how, markup) => {
    expect(await read(markup)).toEqual(ALL);
  });
});

describe('an address', () => {
  test.each([
    [
      'in capitals and in small letters is one',
      'HTTPS://WWW.KSIEGARNIA-ZURAW.PL',
      '<p>Domena sklepu: www.ksiegarnia-zuraw.pl</p>',
    ],
    ['of a developer’s machine is read', 'http://localhost:8080', ''],
    ['of a developer’s machine is read without its scheme', 'localhost:8080', ''],
    ['of a name of the own network is read with a port', 'http://sklep:8080/panel', ''],
    ['may have a short name', 'abc.pl', ''],
    ['ends before the dot of a sentence', 'https://www.ksiegarnia-zuraw.pl/sklep', '', '.'],
    ['ends before a bracket', 'www.ksiegarnia-zuraw.pl', '', ')'],
    ['ends before a semicolon', 'ksiegarnia-zuraw.pl', '', ';'],
  ])('%s', async (_what, address, more, behind = '') => {
    expect(await read(`<p>Adres sklepu: ${address}${behind}</p>${more}`)).toEqual({ installUrl: address });
  });

  test.each([
    'biuro@ksiegarnia-zuraw.pl',
    'https://jan:haslo@ksiegarnia-zuraw.pl',
    'ul.Kwiatowa 5, 00-001 Warszawa',
    'ul.dluga',
    'm.in. w umowie',
    'al.Jerozolimskie',
    'Warszawa',
    '10.4.2',
    'localhost',
    'http://',
    'https://a-sklep.pl, https://b-sklep.pl',
    'a-sklep.pl lub b-sklep.pl',
    '<b>www.ksiegarnia</b>-zuraw.pl',
  ])('is not read from %s', async (value) => {
    expect(await read(`<p>Adres sklepu: ${value}</p>`)).toEqual({});
  });
});

describe('a number is not read', () => {
  test.each([
    ['from a status', 'NIEAKTYWNY'],
    ['from a telephone', '600-100-200'],
    ['from a telephone with spaces', '600 100 200'],
    ['from a telephone without', '600100200'],
    ['from a telephone with a prefix', '48600100200'],
    ['from a date', '2027-03-21 (ważny do)'],
    ['from a date with the day first', '21-03-2027'],
    ['from a date with strokes', '2027/03/21'],
    ['from a date with dots', '2027.03.21'],
    ['from a date with a month in letters', '21-mar-2027'],
    ['from a date in one piece', '20270321'],
    ['from a year', '2027 roku'],
    ['from groups', '1234 5678'],
    ['from groups with dashes', '1234-5678'],
    ['from groups with dashes and spaces', '1234 – 5678'],
    ['from groups over tags', '<b>1234</b> <b>5678</b>'],
    ['from groups over lines', '1234<br>5678'],
    ['from groups in links', '<a>1234</a><a>5678</a>'],
    ['from groups of letters and digits', '7KcW t9Ru'],
    ['from its beginning in bold', '<b>7KcW</b>t9Ru'],
    ['from a list', '7KcWt9Ru, 8LdXu1Sv'],
    ['from an amount', '1500 zł'],
    ['from an amount in one piece', '1500zl'],
    ['from days', '365dni'],
    ['from a mask', '7KcW****'],
    ['from its beginning', '7KcW…'],
    ['from an address of e-mail', 'biuro2@zuraw.pl'],
    ['from a web address', 'sklep24.pl'],
    ['from a struck-out one', '<s>7KcWt9Ru</s>'],
    ['from a decimal', '1234,56'],
  ])('%s', async (_what, value) => {
    expect(await read(`<table><tr><td>Numer pomocy technicznej</td><td>${value}</td></tr></table>`)).toEqual({});
    expect(await read(`<p>Numer pomocy technicznej: ${value}</p>`)).toEqual({});
  });

  const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  test.each([
    ['from the head beside', '<table><tr><th>Numer pomocy technicznej</th><th>DOMENA2</th></tr></table>'],
    [
      'from another column',
      '<table><tr><th>Nr pomocy technicznej</th><th>Kod</th></tr><tr><td></td><td>Kl13nt99</td></tr></table>',
    ],
    [
      'from a row with other columns',
      '<table><tr><th>Nr pomocy technicznej</th><th>Kod</th></tr><tr><td colspan="2">Kl13nt99</td></tr></table>',
    ],
    [
      'from beside an empty cell that names its column',
      '<table><tr><td data-label="Numer pomocy technicznej"></td><td>Kl13nt99</td></tr></table>',
    ],
    [
      'from a row of heads below another',
      '<table><tr><th>Numer pomocy technicznej</th></tr><tr><th>Kl13nt99</th></tr></table>',
    ],
    [
      'from the tile beside, where its own is empty',
      '<div><b></b><br>Numer pomocy technicznej</div><div><b>Kl13nt99</b><br>Kod klienta</div>',
    ],
    [
      'from the tile beside, in one line, where its own is empty',
      '<div><b></b> <i>Numer pomocy technicznej</i></div><div><b>Kl13nt99</b> <i>Kod klienta</i></div>',
    ],
    [
      'from the tile in the cell beside, where its own is empty',
      `<table>${row('<b></b><br>Numer pomocy technicznej', '<b>Kl13nt99</b><br>Kod klienta')}</table>`,
    ],
    ['from the groups of two cells', `<table>${row('Numer pomocy technicznej', '1234', '5678')}</table>`],
    ['from behind a stroke for none', `<table>${row('Numer pomocy technicznej', '–', 'Kl13nt99')}</table>`],
    [
      'from the tile beside',
      '<div><b>brak</b><br>Numer pomocy technicznej</div><div><b>Kl13nt99</b><br>Kod klienta</div>',
    ],
    [
      'from the tile beside, in one line',
      '<div><b>brak</b> <i>Numer pomocy technicznej</i></div><div><b>Kl13nt99</b> <i>Kod klienta</i></div>',
    ],
    ['from the cell before', `<table>${row('Kod klienta', 'Kl13nt99', 'Numer pomocy technicznej')}</table>`],
    ['from the line before, of another label', '<div>Kod klienta<br>Kl13nt99<br>Numer pomocy technicznej</div>'],
    ['from behind an empty box', '<div><div>Nr pomocy technicznej</div><div></div></div><div>Kl13nt99</div>'],
    [
      'from behind a choice',
      '<label>Numer pomocy technicznej</label><select><option>ZzZz9999</option></select> Kl13nt99',
    ],
    ['from a choice', 'Numer pomocy technicznej: <select><option>Kl13nt99</option></select>'],
    ['from what is being written', 'Numer pomocy technicznej: <div contenteditable>Kl13nt99</div>'],
    ['from a comment', '<!-- Numer pomocy technicznej: Kl13nt99 -->'],
    [
      'from between two labels, where its own may stand above',
      '<p><b>7KcWt9Ru</b><br>Numer pomocy technicznej<br><b>Kl13nt99</b><br>Kod klienta</p>',
    ],
    ['from behind a stroke for none and a line break', '<p>Numer pomocy technicznej<br>-<br>Kl13nt99</p>'],
    ['from behind a frame', '<p>Numer pomocy technicznej: <iframe></iframe> Kl13nt99</p>'],
    ['from what it was', '<p>Poprzedni numer pomocy technicznej: Kl13nt99</p>'],
    ['from a sentence about numbers', '<p>Numer pomocy technicznej, np. Kl13nt99, znajdziesz w umowie.</p>'],
    ['from a button that copies it', '<p><button title="Kopiuj numer pomocy technicznej">⧉</button> Kl13nt99</p>'],
    ['from behind an empty field with its name', '<input aria-label="Numer pomocy technicznej" value=""> Kl13nt99'],
    ['from behind a field of a label', '<label for="n">Nr pomocy technicznej</label> Kl13nt99 <input id="n" value="">'],
  ])('%s', async (_what, markup) => {
    expect(await read(markup)).toEqual({});
  });
});

test.each([
  ['v10.4.2', '10.4.2'],
  ['ver. 10.4.2', '10.4.2'],
  ['10.4.2.', '10.4.2'],
  ['10.4.2, z dnia 14.03.2027', '10.4.2'],
  ['14.03.2027', undefined],
  ['2027.03.14', undefined],
  ['10.4.2-rc1', undefined],
  ['<b>10.4</b>.2', undefined],
  ['10', undefined],
])('a version is read from %s as %s', async (value, shopVersion) => {
  expect(await read(`<p>Wersja sklepu: ${value}</p>`)).toEqual({ shopVersion });
});

describe('a number is read', () => {
  test.each([
    ['behind a label that is in part a link', '<p>Numer <a href="#">pomocy technicznej</a>: 7KcWt9Ru</p>'],
    ['behind a remark in a link', '<p>Numer pomocy technicznej <a href="#">(co to?)</a> 7KcWt9Ru</p>'],
    ['from a link behind a stroke', '<p>Numer pomocy technicznej – <a href="#">7KcWt9Ru</a></p>'],
    ['before a link without a space', '<p>Numer pomocy technicznej: 7KcWt9Ru<a href="#">zmień</a></p>'],
    ['behind two line breaks', '<p>Numer pomocy technicznej:<br><br>7KcWt9Ru</p>'],
    ['before a number of things', '<p>Numer pomocy technicznej: 7KcWt9Ru<br>3 nowe zamówienia</p>'],
    ['from a button', '<p>Numer pomocy technicznej <button>7KcWt9Ru</button></p>'],
    [
      'beside a row of other heads',
      '<table><tr><th colspan="2">Sklep</th></tr><tr><th>Nr pomocy technicznej</th><td>7KcWt9Ru</td></tr></table>',
    ],
  ])('%s', async (_what, markup) => {
    expect(await read(markup)).toEqual({ supportNumber: '7KcWt9Ru' });
  });
});

test('two rows below a head are two candidates', async () => {
  const rows = ['7KcWt9Ru', '8LdXu1Sv'].map((number) => `<tr><td>${number}</td></tr>`).join('');
  expect(await read(`<table><tr><th>Numer pomocy technicznej</th></tr>${rows}</table>`)).toEqual({});
});
