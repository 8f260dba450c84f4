import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cutQuote } from '../../src/channels/cut-quote.ts';

const { answer, quoted, attributions, mustNotBeCut } = JSON.parse(
  readFileSync(new URL('../mailbox/mails/attributions.json', import.meta.url), 'utf8'),
) as {
  answer: string;
  quoted: string;
  attributions: Record<string, string>;
  mustNotBeCut: Record<string, string>;
};

/** What other programs write above a quote, beside those of the corpus. */
const MORE: Record<string, string> = {
  'Gmail, English': 'On Mon, Aug 3, 2026 at 10:12 AM Pomoc <pomoc@sklep-pomoc.example> wrote:',
  'Gmail, English, 24 hours': 'On Mon, 3 Aug 2026 at 10:12, Pomoc <pomoc@sklep-pomoc.example> wrote:',
  'Gmail, Polish, a long month': 'niedz., 30 sierpnia 2026 o 10:12 Pomoc <pomoc@sklep-pomoc.example> napisał(a):',
  'Gmail, a reply address': 'śr., 3 sie 2026 o 10:12 <pomoc+1000031-abcdefghijklmnop@sklep-pomoc.example> napisał(a):',
  'Thunderbird, English': 'On 8/3/26 10:12, Pomoc wrote:',
  'Thunderbird, English, ISO': 'On 2026-08-03 10:12, Pomoc shopGold wrote:',
  'Apple Mail, English': 'On 3 Aug 2026, at 10:12, Pomoc <pomoc@sklep-pomoc.example> wrote:',
  'Apple Mail, Polish, wrapped':
    'Wiadomość napisana przez Pomoc shopGold Zespół Wsparcia\n<pomoc@sklep-pomoc.example> w dniu 3 sie 2026, o godz. 10:12:',
  'WP, the new one': 'Dnia 03 sierpnia 2026 10:12 Pomoc <pomoc@sklep-pomoc.example> napisał(a):',
  'Onet, the app': 'W dniu 3 sierpnia 2026 10:12:31 CEST użytkownik Pomoc <pomoc@sklep-pomoc.example> napisał:',
  'Yahoo, Polish': 'W dniu poniedziałek, 3 sierpnia 2026 10:12:31 CEST Pomoc <pomoc@sklep-pomoc.example> napisał(a):',
  'Proton, English': 'On Monday, August 3rd, 2026 at 10:12, Pomoc <pomoc@sklep-pomoc.example> wrote:',
  'Proton, wrapped in the date':
    'W dniu poniedziałek, 3 sierpnia\n2026 10:12 Pomoc <pomoc@sklep-pomoc.example> napisał(a):',
  mutt: 'On Mon, Aug 03, 2026 at 10:12:31AM +0200, Pomoc wrote:',
  'Outlook, English, its bar':
    '________________________________\nFrom: Pomoc <pomoc@sklep-pomoc.example>\nSent: Monday, August 3, 2026 10:12:00 AM\nTo: ja@poczta.example <ja@poczta.example>\nSubject: Brak',
  'Outlook, a long list of recipients':
    'Od: Pomoc <pomoc@sklep-pomoc.example>\nWysłano: poniedziałek, 3 sierpnia 2026 10:12\nDo: ja@poczta.example; ktos@poczta.example;\ninny@poczta.example\nDW: szef@poczta.example\nTemat: Brak\nWażność: Wysoka',
  'Outlook, bold as stars':
    '*Od:* Pomoc <pomoc@sklep-pomoc.example>\n*Wysłano:* poniedziałek, 3 sierpnia 2026 10:12\n*Do:* ja@poczta.example\n*Temat:* Brak',
  'Outlook 2010':
    'From: Pomoc [mailto:pomoc@sklep-pomoc.example]\nSent: Monday, August 03, 2026 10:12 AM\nTo: ja@poczta.example\nSubject: Brak',
  'Samsung, English':
    '-------- Original message --------\nFrom: Pomoc <pomoc@sklep-pomoc.example>\nDate: 03/08/2026 10:12 (GMT+01:00)\nTo: ja@poczta.example\nSubject: Brak',
  Huawei:
    '-------- Oryginalna wiadomość --------\nTemat: Brak\nOd: Pomoc \nData: 3.08.2026 10:12\nDo: ja@poczta.example',
  'our own line, English': '--- Reply above this line ---',
};

const ABOUT = { addresses: ['pomoc@sklep-pomoc.example'], texts: [quoted], isForward: false };
const marked = quoted.replace(/^/gm, '> ').replace(/ +$/gm, '');

/** A head as a program breaks it that wraps at 60 columns. */
function wrapped(head: string): string {
  return head.replace(/(?=.{61})(.{1,60}) /g, '$1\n');
}

const SHAPES: Record<string, (head: string) => string> = {
  'with >': (head) => `${head}\n${marked}`,
  'with > and a blank line': (head) => `${head}\n\n${marked}`,
  'without >': (head) => `${head}\n${quoted}`,
  'without >, a blank line': (head) => `${head}\n\n${quoted}`,
  wrapped: (head) => `${wrapped(head)}\n${marked}`,
  'wrapped, without >': (head) => `${wrapped(head)}\n${quoted}`,
  'with no-break spaces': (head) => `${head.replaceAll(' ', '\u00a0')}\n${marked}`,
  'quoted as a whole': (head) => `${head.replace(/^/gm, '> ')}\n> \n${marked}`,
};

describe.each(Object.entries({ ...attributions, ...MORE }))('Below the head of %s', (_, head) => {
  test.each(Object.entries(SHAPES))('%s: what was newly written stands alone', (_, shape) => {
    const cut = cutQuote(`${answer}\n\n${shape(head)}\n`.replaceAll('\u00a0', ' '), ABOUT);
    expect(cut.text).toBe(answer);
    expect(cut.quoted).toContain('napisać, co pokazuje panel.');
  });

  test('an answer without a blank line above stands alone', () => {
    expect(cutQuote(`${answer}\n${head}\n${marked}\n`, ABOUT).text).toBe(answer);
  });

  test('an answer below the quoted lines stands alone', () => {
    expect(cutQuote(`${head}\n${marked}\n\n${answer}\n`, ABOUT).text).toBe(answer);
  });

  test('what we never wrote stays, when neither address nor > says that it is a quote', () => {
    const named = /@/.test(head) || head.startsWith('---');
    const body = `Piszę o kliencie.\n\n${head}\nnie mogę zapłacić kartą, proszę o szybką pomoc\n`;
    const cut = cutQuote(body, ABOUT);
    if (!named) expect(cut.text).toBe(body.trim());
  });
});

/** Texts of customers that look like quotes, heads or signatures. */
const TRAPS: Record<string, string> = {
  ...mustNotBeCut,
  'an error of a database with a day above':
    'Wczoraj, 3.08.2026 o 10:12, w logu było:\n> SQLSTATE[42S02]: Base table or view not found\n> in /includes/db.php:12\nCo to?',
  'two errors': 'Błąd pierwszy:\n> SQLSTATE[HY000]\n\nBłąd drugi:\n> SQLSTATE[42000]\n\nProszę o pomoc.',
  'a list below two dashes': 'Co zrobiłem:\n--\n- cache\n- szablon\n--\nnic nie pomogło',
  'what a client wrote, with >': 'Klient napisał mi tak:\n> nie mogę zapłacić\nCo mam zrobić?',
  'what a named client wrote, with >':
    'W dniu 3.08.2026 o 10:12 Jan <jan@poczta.example> napisał:\n> nie mogę zapłacić\nCo mam zrobić?',
  'a letter of a client, passed on by Gmail':
    'Proszę zobaczyć.\n\n---------- Forwarded message ---------\nOd: Jan <jan@poczta.example>\nDate: pon., 3 sie 2026 o 10:12\nSubject: Zamówienie\nTo: <sklep@sklep-lis.example>\n\nNie mogę zapłacić.\n\nW dniu 1.08.2026 o 9:00, Sklep pisze:\n> Dziękujemy za zamówienie.',
  'a letter of a client, passed on by Apple Mail':
    'Proszę zobaczyć.\n\nPoczątek przekazywanej wiadomości:\n\n> Od: Jan <jan@poczta.example>\n> Temat: Zamówienie\n> Data: 3 sierpnia 2026 10:12:00 CEST\n> Do: sklep@sklep-lis.example\n>\n> Nie mogę zapłacić.',
  'a letter of a client, passed on by Outlook':
    'Co odpisać?\n\nOd: Jan <jan@poczta.example>\nWysłano: poniedziałek, 3 sierpnia 2026 10:12\nDo: sklep@sklep-lis.example\nTemat: Zamówienie\n\nNie mogę zapłacić.\n\nW dniu 1.08.2026 o 9:00, Sklep pisze:\n> Dziękujemy.',
  'a letter of a client, passed on by Thunderbird':
    'Co odpisać?\n\n-------- Treść przekazanej wiadomości --------\nTemat: Zamówienie\nData: Mon, 3 Aug 2026 10:12:00 +0200\nNadawca: Jan <jan@poczta.example>\nAdresat: sklep@sklep-lis.example\n\nNie mogę zapłacić.',
  'a letter of a client, passed on without its day':
    'Proszę zobaczyć.\n\n---------- Forwarded message ---------\nOd: Jan <jan@poczta.example>\n\nNie mogę zapłacić.\n\nW dniu 1.08.2026 o 9:00, Sklep pisze:\n> Dziękujemy za zamówienie.',
  'a template of a letter of the shop':
    'Szablon maila:\nOd: {SKLEP}\nDo: {KLIENT}\nTemat: Zamówienie z 3.08.2026\nTreść się nie wysyła.',
  'a greeting that everybody writes': 'W dniu 3.08.2026 o 10:12 klient pisze:\nDzień dobry,\nnie mogę zapłacić kartą.',
  'a sentence about a telephone':
    'Zdjęcia produktów\n\nwysłane z telefonu nie otwierają się w panelu, a powinny, bo wcześniej działało to dobrze.',
};

test.each(Object.entries(TRAPS))('Words of a customer stay: %s', (_, text) => {
  expect(cutQuote(text, ABOUT)).toEqual({ text, quoted: null, signature: null });
});

test('Answers between quoted lines stay with their questions, in their order; what follows the last is folded', () => {
  const body =
    'W dniu 3.08.2026 o 10:12, Pomoc pisze:\n> Jaka wersja?\n\n5.2\n\n> Jaki błąd?\n\n500\n\n> Pozdrawiam\n> Zespół pomocy\n';
  expect(cutQuote(body, ABOUT)).toEqual({
    text: '> Jaka wersja?\n\n5.2\n\n> Jaki błąd?\n\n500',
    quoted: 'W dniu 3.08.2026 o 10:12, Pomoc pisze:\n\n> Pozdrawiam\n> Zespół pomocy',
    signature: null,
  });
});

test('Our words are a quote without any head, and a pasted error beside them is not', () => {
  const cut = cutQuote(`${marked}\n\nU mnie jest:\n\n> SQLSTATE[HY000]: brak tabeli\n\nCo dalej?`, ABOUT);
  expect(cut.text).toContain('U mnie jest:\n\n> SQLSTATE[HY000]: brak tabeli\n\nCo dalej?');
});

test('A signature after a quote, and one above it, are cut; an answer between them is not', () => {
  const body = `Dzień dobry\n-- \nJan Lis\n\nW dniu 3.08.2026 o 10:12, Pomoc pisze:\n${marked}\n\n${answer}\n`;
  expect(cutQuote(body, ABOUT)).toMatchObject({ text: `Dzień dobry\n\n${answer}`, signature: 'Jan Lis' });
});

test('A letter that is nothing but a quote stays whole', () => {
  const body = `W dniu 3.08.2026 o 10:12, Pomoc pisze:\n${marked}`;
  expect(cutQuote(body, ABOUT)).toMatchObject({ text: body, quoted: null });
});

test('An answer below a quote without marks is found by what we wrote', () => {
  const body = `W dniu 3.08.2026 o 10:12, Pomoc pisze:\n${quoted}\n\n${answer}`;
  expect(cutQuote(body, ABOUT).text).toContain(answer);
});

test.each([
  'Wysłane z iPhone’a',
  'Wysłano z telefonu Samsung Galaxy',
  'Sent from my iPhone',
  'Pobierz program Outlook dla systemu Android',
  'Wysłane z aplikacji WP Poczta',
  'Get Outlook for iOS',
])('What a telephone adds is a signature: %s', (signature) => {
  expect(cutQuote(`${answer}\n\n${signature}\n`, ABOUT)).toEqual({ text: answer, quoted: null, signature });
});
