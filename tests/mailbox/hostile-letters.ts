import { plainLetter } from './letters.ts';

/** Letters that are made to cost time or memory, or are merely very large, by what they are. */
export const HOSTILE: Record<string, () => string> = {
  'a file of 25 MB': () =>
    multipart([
      'Content-Type: text/plain\r\n\r\nKopia w zalaczniku.',
      `Content-Type: application/zip; name=baza.zip\r\nContent-Disposition: attachment; filename=baza.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${`${'QUJD'.repeat(19)}\r\n`.repeat(Math.ceil(26_214_400 / 57))}`,
    ]),
  'four files of 6 MB': () =>
    multipart(
      Array.from(
        { length: 4 },
        (_, at) =>
          `Content-Type: application/zip; name=f${at}.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${`${'QUJD'.repeat(19)}\r\n`.repeat(110_000)}`,
      ),
    ),
  'a header line of a million characters': () => plainLetter('Treść.', { 'X-Large': 'x'.repeat(1_000_000) }),
  'a million characters of names': () => plainLetter('Treść.', { To: 'Jan <jan@x.example>, '.repeat(50_000) }),
  'parentheses that never close': () => plainLetter('Treść.', { From: `${'('.repeat(200_000)} <a@x.example>` }),
  'quotation marks and backslashes': () => plainLetter('Treść.', { From: `${'"\\'.repeat(100_000)} <a@x.example>` }),
  'encoded words that never end': () => plainLetter('Treść.', { Subject: '=?utf-8?B?'.repeat(50_000) }),
  'many encoded words': () => plainLetter('Treść.', { Subject: '=?utf-8?Q?=C5=BC?= '.repeat(50_000) }),
  'ids in thousands': () => plainLetter('Treść.', { References: '<a@b.example> '.repeat(20_000) }),
  '10,000 parts': () =>
    multipart(Array.from({ length: 10_000 }, (_, at) => `Content-Type: text/plain; name=p${at}.txt\r\n\r\n${at}`)),
  'parts 3,000 deep': () =>
    plainLetter(
      Array.from(
        { length: 3000 },
        (_, at) => `--b${at}\r\nContent-Type: multipart/mixed; boundary=b${at + 1}\r\n\r\n`,
      ).join(''),
      { 'Content-Type': 'multipart/mixed; boundary=b0' },
    ),
  'HTML nested 20,000 deep': () => html(`${'<div>'.repeat(20_000)}głęboko`),
  'HTML nested 60,000 deep, formatting': () => html(`${'<b>'.repeat(60_000)}głęboko`),
  'HTML with 60,000 quotes': () => html('<blockquote>x'.repeat(20_000)),
  'HTML with a table of 20,000 cells': () => html(`<table>${'<tr><td>1<td>2'.repeat(10_000)}</table>`),
  'HTML of 5 MB': () => html('<p>Dzień dobry, to jest akapit.</p>'.repeat(160_000)),
  'HTML of pictures': () => html('<img src="cid:x@y" alt="a">'.repeat(20_000)),
  'HTML of pictures within it that never end': () =>
    html(`${'<img src="data:image/png;base64,'.repeat(30_000)}${'A'.repeat(1_000_000)}`),
  'text of 5 MB': () => plainLetter('Dzień dobry, to jest wiersz.\r\n'.repeat(170_000)),
  'a line of 5 MB': () => plainLetter('x'.repeat(5_000_000)),
  'a line of 5 MB of blanks': () => plainLetter(`x${' '.repeat(5_000_000)}x`),
  '100,000 lines of >': () => plainLetter('>\r\n'.repeat(100_000)),
  '100,000 marks of quoting on a line': () => plainLetter(`${'>'.repeat(300_000)} x`),
  'heads of quotes without end': () => plainLetter('W dniu 3.08.2026 o 10:12 Jan pisze:\r\n'.repeat(8000)),
  'fields of heads without end': () => plainLetter('Od: a\r\nDo: b\r\nTemat: c\r\n'.repeat(10_000)),
  'a flowed text of soft ends': () =>
    plainLetter('x \r\n'.repeat(100_000), { 'Content-Type': 'text/plain; charset=utf-8; format=flowed' }),
  'equals signs in quoted-printable': () =>
    plainLetter('='.repeat(1_000_000), { 'Content-Transfer-Encoding': 'quoted-printable' }),
};

function html(body: string): string {
  return plainLetter(`<html><body>${body}</body></html>`, { 'Content-Type': 'text/html; charset=utf-8' });
}

function multipart(parts: string[]): string {
  const body = parts.map((part) => `--b\r\n${part}\r\n`).join('');
  return plainLetter(`${body}--b--\r\n`, { 'Content-Type': 'multipart/mixed; boundary=b' });
}
