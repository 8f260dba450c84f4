import { readdirSync, readFileSync } from 'node:fs';
import { randomNumbers } from '../support/random-numbers.ts';
import { generateLetters } from './generated-letters.ts';

/** Signs that readers of letters stumble over. */
const PIECES = [
  '\r\n',
  '\n\n',
  '\r',
  '\0',
  '\u00ff',
  '--',
  '=',
  '=?utf-8?B?',
  '?=',
  ';',
  '"',
  '<',
  '>',
  ':',
  '(',
  'boundary=',
  'Content-Type: multipart/mixed\r\n',
  'Content-Transfer-Encoding: base64\r\n',
  'charset=utf-16',
  '<div>',
  '&#0;',
  '> ',
  'Content-Type: message/rfc822\r\n\r\n',
];

/** Letters of the corpus and generated ones, each spoilt in a few places; always the same ones for a seed. */
export function* mutatedLetters(count: number, seed: number): Generator<Uint8Array> {
  const random = randomNumbers(seed);
  const below = (most: number) => Math.floor(random() * most);
  const folder = new URL('mails/', import.meta.url);
  const corpus = readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .sort();
  const whole = [
    ...corpus.map((name) => readFileSync(new URL(name, folder))),
    ...generateLetters(60, seed).map(({ raw }) => raw),
  ];
  for (let made = 0; made < count; made++) {
    let bytes: Buffer = Buffer.from(whole[below(whole.length)] ?? []);
    for (let spoilt = 1 + below(6); spoilt > 0; spoilt--) bytes = spoil(bytes, whole);
    yield bytes;
  }

  function spoil(bytes: Buffer<ArrayBufferLike>, others: readonly Uint8Array[]): Buffer<ArrayBufferLike> {
    const at = below(bytes.length + 1);
    const end = Math.min(bytes.length, at + below(200));
    const [before, after] = [bytes.subarray(0, at), bytes.subarray(end)];
    switch (below(7)) {
      case 0:
        return Buffer.concat([before, after]);
      case 1:
        return before;
      case 2:
        return Buffer.concat([before, bytes.subarray(at, end), bytes.subarray(at, end), after]);
      case 3:
        return Buffer.concat([before, Buffer.from(PIECES[below(PIECES.length)] ?? '', 'latin1'), bytes.subarray(at)]);
      case 4: {
        const changed = Buffer.from(bytes);
        if (at < changed.length) changed[at] = below(256);
        return changed;
      }
      case 5: {
        const other = Buffer.from(others[below(others.length)] ?? []);
        const from = below(other.length + 1);
        return Buffer.concat([before, other.subarray(from, from + below(2000)), bytes.subarray(at)]);
      }
      default:
        return Buffer.concat([
          before,
          Buffer.from((PIECES[below(PIECES.length)] ?? '').repeat(1 + below(500)), 'latin1'),
          after,
        ]);
    }
  }
}
