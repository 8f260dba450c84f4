import { randomNumbers } from '../support/random-numbers.ts';

/** A letter made up of pieces, with what must come out of it. */
export interface GeneratedLetter {
  /** its pieces, for whoever looks for the one that failed */
  title: string;
  raw: Uint8Array;
  subject: string;
  fromName: string;
  text: string;
  hasQuote: boolean;
  files: { name: string; content: Uint8Array }[];
}

const OURS = 'pomoc@sklep-pomoc.example';
const WORDS = [
  'Dzień dobry, po zapisie ceny znika źródło płatności.',
  'Proszę o pomoc: koszyk gubi ilości, a święta coraz bliżej.',
  'Żółta ikona gęsi zniknęła z listy zamówień.',
  'Błąd 500 jest też w „stopce” – jak to cofnąć?',
  'Prawa do folderu są ustawione: 755.',
  'Wysyłam numer: 44021. Czy coś jeszcze sprawdzić?',
  'Zażółć gęślą jaźń; ŁÓDŹ, ŚWIĘTOŚĆ, ĆMA.',
];
const QUESTION = 'Dzień dobry, proszę sprawdzić prawa do folderu images i napisać, co pokazuje panel.';
const SUBJECTS = ['Brak zdjęć w katalogu', 'Żółte źdźbła – błąd przy zapisie', 'Re: [1000031] Ćwiczenie ęąśł'];
const NAMES = ['Łucja Ćwiek', 'Rafał Dąb', 'Żaneta Wąs-Źrebak'];

/** Bytes of Polish letters beyond ASCII in the charsets that programs write. */
const CHARSETS: Record<string, Record<string, number>> = {
  'iso-8859-2': {
    ą: 0xb1,
    ć: 0xe6,
    ę: 0xea,
    ł: 0xb3,
    ń: 0xf1,
    ó: 0xf3,
    ś: 0xb6,
    ź: 0xbc,
    ż: 0xbf,
    Ą: 0xa1,
    Ć: 0xc6,
    Ę: 0xca,
    Ł: 0xa3,
    Ń: 0xd1,
    Ó: 0xd3,
    Ś: 0xa6,
    Ź: 0xac,
    Ż: 0xaf,
  },
  'windows-1250': {
    ą: 0xb9,
    ć: 0xe6,
    ę: 0xea,
    ł: 0xb3,
    ń: 0xf1,
    ó: 0xf3,
    ś: 0x9c,
    ź: 0x9f,
    ż: 0xbf,
    Ą: 0xa5,
    Ć: 0xc6,
    Ę: 0xca,
    Ł: 0xa3,
    Ń: 0xd1,
    Ó: 0xd3,
    Ś: 0x8c,
    Ź: 0x8f,
    Ż: 0xaf,
    '„': 0x84,
    '”': 0x94,
    '–': 0x96,
  },
};

/** How a charset is declared, which may be not at all or not as it is. */
const DECLARED = [
  { charset: 'utf-8', says: 'charset=utf-8' },
  { charset: 'utf-8', says: '' },
  { charset: 'utf-8', says: 'charset="us-ascii"' },
  { charset: 'iso-8859-2', says: 'charset=ISO-8859-2' },
  { charset: 'windows-1250', says: 'charset="windows-1250"' },
  { charset: 'windows-1250', says: '' },
  { charset: 'windows-1250', says: 'charset=iso-8859-2' },
  { charset: 'windows-1250', says: 'charset=utf-8' },
  { charset: 'iso-8859-2', says: 'charset=us-ascii' },
] as const;

const ENCODINGS = ['8bit', 'quoted-printable', 'base64'] as const;
const STRUCTURES = ['plain', 'html', 'alternative', 'mixed', 'related', 'signed', 'nested'] as const;

/** How programs quote: what stands below the new words, as text and as HTML. */
const QUOTING: { client: string; plain: string; html: string }[] = [
  { client: 'nothing', plain: '', html: '' },
  quoting(
    'Gmail',
    `pon., 3 sie 2026 o 10:12 Pomoc shopGold <${OURS}>\nnapisał(a):\n\n`,
    true,
    'blockquote class="gmail_quote"',
  ),
  quoting('Thunderbird', 'W dniu 3.08.2026 o 10:12, Pomoc shopGold pisze:\n', true, 'blockquote type="cite"'),
  quoting(
    'Outlook',
    `Od: Pomoc <${OURS}>\nWysłano: poniedziałek, 3 sierpnia 2026 10:12\nDo: ja@poczta.example\nTemat: Brak\n\n`,
    false,
    'div',
  ),
  quoting(
    'Outlook, English',
    `From: Pomoc <${OURS}>\nSent: Monday, August 3, 2026 10:12 AM\nTo: ja@poczta.example\nSubject: Brak\n\n`,
    false,
    'div',
  ),
  quoting(
    'Apple Mail',
    `Wiadomość napisana przez Pomoc <${OURS}> w dniu 3 sie 2026, o godz. 10:12:\n\n`,
    true,
    'blockquote type="cite"',
  ),
  quoting('WP', `Dnia 3 sierpnia 2026 10:12 Pomoc <${OURS}> napisał(a):\n`, true, 'blockquote'),
  quoting(
    'Onet',
    `W dniu 2026-08-03 10:12:31 użytkownik Pomoc <${OURS}> napisał:\n`,
    false,
    'div style="margin-left:5px"',
  ),
  quoting(
    'Interia',
    `Od: "Pomoc" <${OURS}>\nDo: ja@poczta.example;\nWysłane: 10:12 Poniedziałek 2026-08-03\nTemat: Brak\n\n`,
    false,
    'div',
  ),
  quoting(
    'Samsung',
    `-------- Oryginalna wiadomość --------\nOd: Pomoc <${OURS}>\nData: 03.08.2026 10:12 (GMT+01:00)\nDo: ja@poczta.example\nTemat: Brak\n\n`,
    false,
    'div',
  ),
  quoting(
    'Gmail, English',
    `On Mon, Aug 3, 2026 at 10:12 AM Pomoc <${OURS}> wrote:\n\n`,
    true,
    'blockquote class="gmail_quote"',
  ),
];

function quoting(client: string, head: string, isMarked: boolean, element: string) {
  const lines = `${QUESTION}\n\nPozdrawiam\nZespół pomocy`;
  const plain = `${head}${isMarked ? lines.replace(/^/gm, '> ').replace(/ +$/gm, '') : lines}`;
  const quote = lines
    .split('\n\n')
    .map((part) => `<p>${part.replaceAll('\n', '<br>')}</p>`)
    .join('');
  const html = `<p>${escaped(head.trim()).replaceAll('\n', '<br>')}</p><${element}>${quote}</${element.split(' ')[0]}>`;
  return { client, plain, html };
}

/** Letters of one seed, always the same ones: charset × encoding × structure × client, and what varies beside. */
export function generateLetters(count: number, seed: number): GeneratedLetter[] {
  const random = randomNumbers(seed);
  return Array.from({ length: count }, (_, at) => generateLetter(at, random));
}

function generateLetter(at: number, random: () => number): GeneratedLetter {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  // Each pair of charset and encoding, of structure and client comes in turn; chance says what they meet.
  const declared = DECLARED[at % DECLARED.length] ?? DECLARED[0];
  const encoding = ENCODINGS[Math.floor(at / DECLARED.length) % ENCODINGS.length] ?? '8bit';
  const structure = pick(STRUCTURES);
  const quote = QUOTING[at % QUOTING.length] ?? pick(QUOTING);
  const words = Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(WORDS));
  const text = words.map((line) => plainFor(line, declared.charset)).join('\n\n');
  const plain = plainFor(quote.plain, declared.charset);
  const body = plain ? `${text}\n\n${plain}\n` : `${text}\n`;
  const html = `<html><head><style>p{margin:0}</style></head><body>${text
    .split('\n\n')
    .map((part) => `<p>${escaped(part)}</p>`)
    .join('')}${plainFor(quote.html, declared.charset)}</body></html>`;
  const file = { name: pick(['zrzut ekranu.png', 'żółw.txt', 'log.txt']), content: bytesOf(random, 300) };
  const { type, content, files } = structured(structure, { body, html, file, declared, encoding });
  const subject = pick(SUBJECTS);
  const name = pick(NAMES);
  const head = [
    `From: ${word(name, pick(['B', 'Q']))} <${pick(['anna', 'biuro', 'ja'])}@sklep-${at}.example>`,
    `To: ${OURS}`,
    `Subject: ${word(subject, pick(['B', 'Q']))}`,
    'Date: Mon, 3 Aug 2026 11:40:05 +0200',
    `Message-ID: <g${at}@sklep.example>`,
    'MIME-Version: 1.0',
    ...type,
    '',
    '',
  ];
  return {
    title: `${at}: ${declared.charset} as "${declared.says}", ${encoding}, ${structure}, ${quote.client}`,
    raw: Buffer.concat([Buffer.from(head.join('\r\n')), content]),
    subject,
    fromName: name,
    text,
    hasQuote: quote.plain !== '',
    files,
  };
}

interface Pieces {
  body: string;
  html: string;
  file: { name: string; content: Uint8Array };
  declared: (typeof DECLARED)[number];
  encoding: (typeof ENCODINGS)[number];
}

/** A part's fields, and the bytes below them. */
interface Made {
  type: string[];
  content: Buffer;
  files: { name: string; content: Uint8Array }[];
}

function structured(structure: (typeof STRUCTURES)[number], pieces: Pieces): Made {
  const { body, html, file, declared, encoding } = pieces;
  const plain = leaf('text/plain', declared.says, encodeText(body, declared.charset), encoding);
  const rich = leaf('text/html', declared.says, encodeText(html, declared.charset), encoding);
  const attached: Made = {
    type: [
      'Content-Type: application/octet-stream',
      `Content-Disposition: attachment; filename*=utf-8''${encodeURIComponent(file.name)}`,
      'Content-Transfer-Encoding: base64',
    ],
    content: encodeBytes(file.content, 'base64'),
    files: [file],
  };
  const alternative = () => multipart('alternative', 'alt', [plain, rich]);
  switch (structure) {
    case 'plain':
      return plain;
    case 'html':
      return rich;
    case 'alternative':
      return alternative();
    case 'mixed':
      return multipart('mixed', 'mix', [plain, attached]);
    case 'related':
      return multipart('related', 'rel', [rich, attached]);
    case 'signed':
      return multipart('signed', 'sig', [plain, attached]);
    case 'nested':
      return multipart('mixed', 'out', [multipart('related', 'mid', [alternative(), attached])]);
  }
}

function leaf(type: string, says: string, bytes: Uint8Array, encoding: (typeof ENCODINGS)[number]): Made {
  const fields = [`Content-Type: ${[type, says].filter(Boolean).join('; ')}`, `Content-Transfer-Encoding: ${encoding}`];
  return { type: fields, content: encodeBytes(bytes, encoding), files: [] };
}

function multipart(subtype: string, boundary: string, parts: Made[]): Made {
  const pieces = parts.flatMap(({ type, content }) => [
    Buffer.from(`--${boundary}\r\n${type.join('\r\n')}\r\n\r\n`),
    content,
    Buffer.from('\r\n'),
  ]);
  return {
    type: [`Content-Type: multipart/${subtype}; boundary="${boundary}"`],
    content: Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]),
    files: parts.flatMap(({ files }) => files),
  };
}

/** What a charset has no letters for, as people write it then. */
function plainFor(text: string, charset: string): string {
  return charset === 'iso-8859-2' ? text.replace(/[„”]/g, '"').replaceAll('–', '-') : text;
}

function encodeText(text: string, charset: string): Uint8Array {
  const letters = CHARSETS[charset];
  const lines = text.replaceAll('\n', '\r\n');
  if (!letters) return Buffer.from(lines);
  return Uint8Array.from([...lines], (letter) => letters[letter] ?? letter.charCodeAt(0));
}

function encodeBytes(bytes: Uint8Array, encoding: (typeof ENCODINGS)[number]): Buffer {
  const buffer = Buffer.from(bytes);
  if (encoding === '8bit') return buffer;
  if (encoding === 'base64') return Buffer.from(buffer.toString('base64').replace(/.{76}/g, '$&\r\n'));
  const escapedLines = buffer
    .toString('latin1')
    .split('\r\n')
    .map((line) =>
      line.replace(/[^\x20-\x3c\x3e-\x7e]| $/g, (sign) => `=${hex(sign)}`).replace(/.{60,70}(?<!=.?)(?=.)/g, '$&=\r\n'),
    );
  return Buffer.from(escapedLines.join('\r\n'));
}

/** An encoded word, folded in two so that a letter may be split. */
function word(text: string, encoding: string): string {
  const bytes = Buffer.from(text);
  const halves = [bytes.subarray(0, 9), bytes.subarray(9)].filter(({ length }) => length > 0);
  const encode = (half: Buffer) =>
    encoding === 'B'
      ? half.toString('base64')
      : half.toString('latin1').replace(/[^a-zA-Z0-9]/g, (sign) => `=${hex(sign)}`);
  return halves.map((half) => `=?utf-8?${encoding}?${encode(half)}?=`).join('\r\n ');
}

function hex(sign: string): string {
  return sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0');
}

function bytesOf(random: () => number, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => Math.floor(random() * 256));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
