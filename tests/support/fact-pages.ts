import { randomNumbers } from './random-numbers.ts';

/** A generated page of a panel, and what is right to read from it: a fact that is not there must not be read. */
export interface FactPage {
  markup: string;
  facts: { supportNumber?: string; installUrl?: string; shopVersion?: string };
  /** what the page is made of, to find a mistake again */
  made: string;
}

/** A label and what stands with it; a value that is to be read is dressed before. */
interface Pair {
  label: string;
  value: string;
  /** the value without anything around it */
  bare: string;
}

type Pick = <T>(list: readonly T[]) => T;

const LABELS = {
  supportNumber: [
    'Numer pomocy technicznej',
    'Nr pomocy technicznej',
    'NUMER POMOCY TECHNICZNEJ',
    'Nr. pomocy technicznej',
    'Nr pomocy tech.',
    'Nr pom. techn.',
    'Numer pomocy technicznej sklepu',
    'Numer&nbsp;pomocy technicznej',
    'Numer po&shy;mocy tech&shy;nicznej',
    '<b>Numer</b> pomocy <i>technicznej</i>',
    'Numer pomocy<br>technicznej',
    'Twój numer pomocy technicznej',
    'Numer pomocy technicznej *',
  ],
  installUrl: [
    'Adres sklepu',
    'ADRES SKLEPU',
    'Domena sklepu',
    'Adres WWW sklepu',
    'Adres internetowy sklepu',
    'Adres sklepu (URL)',
    'Adres sklepu internetowego',
    'Adres&nbsp;sklepu',
    'URL sklepu',
  ],
  shopVersion: [
    'Wersja sklepu',
    'WERSJA SKLEPU',
    'Wersja programu',
    'Wersja oprogramowania',
    'Wersja shopGold',
    'Wersja programu sklepu',
  ],
} as const;

type Fact = keyof typeof LABELS;
const FACTS: readonly Fact[] = ['supportNumber', 'installUrl', 'shopVersion'];

/** What stands where a fact is missing. */
const MISSING: Record<Fact, readonly string[]> = {
  supportNumber: [
    '',
    '&nbsp;',
    '-',
    '–',
    'brak',
    'BRAK',
    '(brak)',
    'n/d',
    'NIEAKTYWNY',
    'WYKUPIONY',
    'wygasła',
    '600-100-200',
    '600 100 200',
    '+48 600 100 200',
    '600100200',
    '(22) 123 45 67',
    '2027-03-21',
    '21.03.2027',
    '21-03-2027',
    '2027/03/21',
    '2027',
    '1234 5678',
    '1234-5678',
    '*****',
    '7KcW…',
    '7KcW****',
    'pon.–pt. 8-16',
    '24h/7',
    'biuro2@zuraw.pl',
    '1500 zł',
    '365 dni',
  ],
  installUrl: [
    '',
    '-',
    'brak',
    'ul.Kwiatowa 5, 00-001 Warszawa',
    'ul. Kwiatowa 5',
    'al.Jerozolimskie 10',
    'Warszawa, Kwiatowa 5',
    'biuro@ksiegarnia-zuraw.pl',
    'jak w umowie',
    'http://',
  ],
  shopVersion: ['', '-', 'brak', 'najnowsza', '21.03.2027', 'PREMIUM', '10'],
};

/** What stands beside the facts, and is none of them. */
const OTHERS: readonly [string, string][] = [
  ['Kod klienta', 'Kl13nt99'],
  ['Edycja', 'PREMIUM2'],
  ['Data zakupu', '2024-03-05'],
  ['Telefon', '600-100-200'],
  ['E-mail', 'biuro@zuraw.pl'],
  ['NIP', '1234567890'],
  ['Serwer', 'srv4.hosting.pl'],
  ['Wersja PHP', '8.2.10'],
  ['DOMENA', 'główna'],
  ['Adres e-mail sklepu', 'sklep@zuraw.pl'],
  ['Status', 'AKTYWNY'],
  ['Licencja', 'AB12-CD34-EF56'],
];

/** How a value may be dressed where there is room for markup. */
const DRESSES: readonly ((value: string) => string)[] = [
  (value) => value,
  (value) => value,
  (value) => `<b>${value}</b>`,
  (value) => `<code>${value}</code>`,
  (value) => `<a href="#">${value}</a>`,
  (value) => `&nbsp;${value}&nbsp;`,
  (value) => `\n    ${value}\n  `,
  (value) => `${value} – kopiuj`,
  (value) => `${value} (aktualne)`,
  (value) => `${value} | pokaż więcej`,
  (value) => `<span>${value}</span> <a href="#">kopiuj</a>`,
  (value) => `<span>${value}</span><a href="#">kopiuj</a>`,
  (value) => `${value} <button type="button">Kopiuj</button>`,
  (value) => `<button type="button" title="Kopiuj">⧉</button> <code>${value}</code>`,
  (value) => `<i class="icon-key"></i> ${value}`,
  (value) => `<img src="data:," alt=""> <strong>${value}</strong>`,
  (value) => `<svg><title>Kopiuj</title></svg> ${value}`,
  (value) => `<i class="material-icons">content_copy</i> ${value}`,
  (value) => `<input type="text" readonly value="${value}">`,
  (value) => `<input type="hidden" name="tok" value="c19e7a40"><input readonly value="${value}">`,
  (value) => `${value.slice(0, 3)}\u200b${value.slice(3)}`,
  (value) => `„${value}”`,
  (value) => `${value}<br><small>zapisz go</small>`,
];

const SEPARATORS = [': ', ':', ' – ', ' - ', ' = ', ':&nbsp;', ' : ', ': <wbr>'] as const;
const JOINTS = [' | ', ' · ', ' – ', '; ', ', ', ' / ', ' • '] as const;

const text = (markup: string) =>
  markup
    .replace(/<br>/g, ' ')
    .replace(/<[^>]*>|&shy;/g, '')
    .replace(/&nbsp;/g, ' ');
const each = (pairs: readonly Pair[], make: (pair: Pair, index: number) => string) => pairs.map(make).join('');

/** Markups for labels with values that may hold markup. */
const MARKUPS: Record<string, (pairs: readonly Pair[], pick: Pick) => string> = {
  'a paragraph each': (pairs, pick) => {
    const separator = pick(SEPARATORS);
    return each(pairs, ({ label, value }) => `<p>${label}${separator}${value}</p>`);
  },
  'lines with breaks': (pairs) => `<div>${pairs.map(({ label, value }) => `${label}: ${value}`).join('<br>')}</div>`,
  'labels in bold': (pairs) =>
    `<div>${pairs.map(({ label, value }) => `<b>${label}:</b> ${value}`).join('<br>\n')}</div>`,
  'rows of a table': (pairs) =>
    `<table>${each(pairs, ({ label, value }) => `<tr><td>${label}</td><td>${value}</td></tr>`)}</table>`,
  'rows with heads': (pairs) =>
    `<table>${each(pairs, ({ label, value }) => `<tr><th scope="row">${label}:</th>\n<td>${value}</td></tr>`)}</table>`,
  'rows with a colon between': (pairs) =>
    `<table>${each(pairs, ({ label, value }) => `<tr><td>${label}</td><td>:</td><td>${value}</td></tr>`)}</table>`,
  'rows of nested tables': (pairs) =>
    `<table>${each(pairs, ({ label, value }) => `<tr><td><table><tr><td>${label}</td></tr></table></td><td><table><tr><td>${value}</td></tr></table></td></tr>`)}</table>`,
  'four columns': (pairs) =>
    `<table><tr>${each(pairs, ({ label, value }, index) => `${index && index % 2 === 0 ? '</tr><tr>' : ''}<td>${label}</td><td>${value}</td>`)}</tr></table>`,
  'heads of columns': (pairs) =>
    `<table><tr>${each(pairs, ({ label }) => `<th>${label}</th>`)}</tr><tr>${each(pairs, ({ value }) => `<td>${value}</td>`)}</tr></table>`,
  'a head of columns': (pairs) =>
    `<table><thead><tr>${each(pairs, ({ label }) => `<th>${label} <a href="#">▲</a></th>`)}</tr></thead><tbody><tr>${each(pairs, ({ value }) => `<td>${value}</td>`)}</tr></tbody></table>`,
  terms: (pairs) => `<dl>${each(pairs, ({ label, value }) => `<dt>${label}</dt><dd>${value}</dd>`)}</dl>`,
  'terms in boxes': (pairs) =>
    `<dl>${each(pairs, ({ label, value }) => `<div><dt>${label}:</dt>\n<dd>${value}</dd></div>`)}</dl>`,
  'items of a list': (pairs) => `<ul>${each(pairs, ({ label, value }) => `<li>${label}: ${value}</li>`)}</ul>`,
  'items with parts': (pairs) =>
    `<ul>${each(pairs, ({ label, value }) => `<li><span>${label}</span> <span>${value}</span></li>`)}</ul>`,
  'boxes in rows': (pairs) =>
    each(
      pairs,
      ({ label, value }) =>
        `<div class="row"><div class="col-3"><label>${label}</label></div><div class="col-9">${value}</div></div>`,
    ),
  'boxes with a colon': (pairs) =>
    each(pairs, ({ label, value }) => `<div class="row"><div>${label}</div><div>: ${value}</div></div>`),
  'labels and parts in one line': (pairs) =>
    `<div>${pairs.map(({ label, value }) => `<label>${label}</label> <span>${value}</span>`).join(' ')}</div>`,
  headings: (pairs) => each(pairs, ({ label, value }) => `<section><h4>${label}</h4><p>${value}</p></section>`),
  'a group of fields': (pairs) =>
    each(pairs, ({ label, value }) => `<fieldset><legend>${label}</legend>${value}</fieldset>`),
  'cards with the value below': (pairs) =>
    each(pairs, ({ label, value }) => `<div class="card"><small>${label}</small><div>${value}</div></div>`),
  'a closed tab': (pairs) =>
    `<div style="display:none"><table>${each(pairs, ({ label, value }) => `<tr><td>${label}</td><td>${value}</td></tr>`)}</table></div>`,
  'deep boxes': (pairs) =>
    each(
      pairs,
      ({ label, value }) =>
        `<div><div><div><span>${label}</span></div></div><div><div><span>${value}</span></div></div></div>`,
    ),
  details: (pairs) =>
    each(pairs, ({ label, value }) => `<details><summary>${label}</summary><p>${value}</p></details>`),
};

/** Markups in which the value stands bare. */
const BARE: Record<string, (pairs: readonly Pair[], pick: Pick) => string> = {
  'one text': (pairs, pick) => {
    const joint = pick(JOINTS);
    return `<p>${pairs.map(({ label, bare }) => `${text(label)}: ${bare}`).join(joint)}</p>`;
  },
  'a sentence': (pairs) => `<p>${pairs.map(({ label, bare }) => `${text(label)}: ${bare}`).join(', ')}.</p>`,
  tiles: (pairs) =>
    each(pairs, ({ label, bare }) => `<div class="tile"><strong>${bare}</strong><br><small>${label}</small></div>`),
  'tiles of boxes': (pairs) =>
    each(pairs, ({ label, bare }) => `<div class="tile"><div>${bare}</div><div>${label}</div></div>`),
  'tiles of parts': (pairs) =>
    each(pairs, ({ label, bare }) => `<div class="tile"><span>${bare}</span> <span>${label}</span></div>`),
  'tiles in cells': (pairs) =>
    `<table><tr>${each(pairs, ({ label, bare }) => `<td><b>${bare}</b><br>${label}</td>`)}</tr></table>`,
  'labels of fields': (pairs) =>
    each(
      pairs,
      ({ label, bare }, index) =>
        `<p><label for="f${index}">${label}</label> <em>?</em> <input id="f${index}" disabled value="${bare}"></p>`,
    ),
  'labels in another column': (pairs) =>
    `<div>${each(pairs, ({ label }, index) => `<div><label for="f${index}">${label}</label></div>`)}</div><div>${each(pairs, ({ bare }, index) => `<div><input id="f${index}" readonly value="${bare}"></div>`)}</div>`,
  'labels around fields': (pairs) =>
    each(pairs, ({ label, bare }) => `<label>${label} <input readonly value="${bare}"></label>`),
  placeholders: (pairs) =>
    `<form>${each(pairs, ({ label, bare }) => `<input disabled placeholder="${text(label)}" value="${bare}">`)}</form>`,
  'names of fields': (pairs) =>
    each(pairs, ({ label, bare }) => `<input readonly aria-label="${text(label)}" value="${bare}">`),
  titles: (pairs) => `<p>${each(pairs, ({ label, bare }) => `<span title="${text(label)}">${bare}</span> `)}</p>`,
  'titles of icons': (pairs) =>
    each(pairs, ({ label, bare }) => `<p><i class="icon" title="${text(label)}"></i> ${bare}</p>`),
  'names of columns': (pairs) =>
    `<table><tr>${each(pairs, ({ label, bare }) => `<td data-label="${text(label)}">${bare}</td>`)}</tr></table>`,
};

/** What else is on a page, before and after: none of it says anything about the shop. */
const NOISE = [
  '<ul><li><a href="#">Start</a></li><li><a href="#">Pomoc techniczna</a></li></ul>',
  '<p>Numer pomocy technicznej znajdziesz na fakturze.</p>',
  '<p>Przy kontakcie podaj numer pomocy technicznej i adres sklepu.</p>',
  '<textarea>Numer pomocy technicznej: ZzZz9999, adres sklepu: https://zly.pl</textarea>',
  '<!-- Numer pomocy technicznej: ZzZz9999 Adres sklepu: https://zly.pl -->',
  '<script type="text/plain">Numer pomocy technicznej: ZzZz9999</script>',
  '<div contenteditable>Nr pomocy technicznej: ZzZz9999</div>',
  '<select><option>Numer pomocy technicznej</option><option>ZzZz9999</option></select>',
  '<p>Infolinia: 801 234 567, pon.–pt. 8-16. Wersja PHP: 8.2.10</p>',
  '<table><tr><th>Lp.</th><th>Zamówienie</th></tr><tr><td>1</td><td>ZAM10511</td></tr></table>',
  '<p>Numer pomocy technicznej NIEAKTYWNY oznacza brak licencji.</p>',
  '<form><input name="childNodes"><input name="nodeName"><input name="getAttribute" value="x"></form>',
  '<p>Poprzedni numer pomocy technicznej: ZzZz9999</p>',
  '<p>Konwersja sklepu 3.50</p>',
] as const;

/** Pages by their number from a seed: labels × markups × separators × noise. */
export function* factPages(seed: number, count: number): Generator<FactPage> {
  const random = randomNumbers(seed);
  const pick: Pick = (list) => list[Math.floor(random() * list.length)] as (typeof list)[number];
  const chance = (share: number) => random() < share;
  for (let page = 0; page < count; page += 1) {
    const isBare = chance(0.35);
    const [name, markup] = pick(Object.entries(isBare ? BARE : MARKUPS));
    const facts: FactPage['facts'] = {};
    const pairs: Pair[] = [];
    for (const fact of FACTS) {
      const label = pick(LABELS[fact]);
      if (chance(0.2)) {
        const bare = pick(MISSING[fact]);
        pairs.push({ label, value: bare, bare });
        continue;
      }
      const bare = aValue(fact, pick, random);
      facts[fact] = bare;
      pairs.push({ label, value: pick(DRESSES)(bare), bare });
    }
    for (const [label, bare] of OTHERS) if (chance(0.15)) pairs.push({ label, value: bare, bare });
    const shuffled = pairs.map((pair) => ({ pair, at: random() })).toSorted((a, b) => a.at - b.at);
    const made = markup(
      shuffled.map(({ pair }) => pair),
      pick,
    );
    const noise = () => Array.from({ length: Math.floor(random() * 3) }, () => pick(NOISE)).join('\n');
    yield { markup: `${noise()}\n<main>${made}</main>\n${noise()}`, facts, made: name };
  }
}

function aValue(fact: Fact, pick: Pick, random: () => number): string {
  if (fact === 'shopVersion') return pick(['10.4.2', '9.12', '8.3.0.1', '11.0']);
  if (fact === 'installUrl')
    return pick([
      'https://www.ksiegarnia-zuraw.pl',
      'http://rowery-kolo.pl/sklep',
      'www.ksiegarnia-zuraw.pl',
      'ksiegarnia-zuraw.pl',
      'HTTPS://WWW.KSIEGARNIA-ZURAW.PL',
      'https://żuraw.pl/',
      'http://localhost:8080',
      'https://sklep.example.com:8443/sklep',
    ]);
  const letters = 'ABCDEFGHJKLMNPRSTUWXYZabcdefghijkmnprstuwxyz23456789';
  const some = (length: number) =>
    Array.from({ length }, () => letters.charAt(Math.floor(random() * letters.length))).join('');
  return pick([`${some(4)}7${some(3)}`, `${some(7)}4`, `3${some(7)}`, `SG-${some(5)}2`, '84736251']);
}
