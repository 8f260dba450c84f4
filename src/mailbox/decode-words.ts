import { decodeBytes } from './charset.ts';

const WORD = /=\?([^\s?*]{1,40})(?:\*[^\s?]{0,40})?\?([BbQq])\?([^?\r\n]*)\?=/g;

interface Word {
  charset: string;
  bytes: Uint8Array;
}

/** Longest value that is decoded, in UTF-16 code units. */
const LONGEST = 20_000;

/**
 * The text of a header with encoded words (RFC 2047). Words of one charset that follow each other are joined before they are
 * decoded: many programs end a word in the middle of a letter.
 */
export function decodeWords(header: string): string {
  const value = header.slice(0, LONGEST);
  let text = '';
  let end = 0;
  let run: Word[] = [];
  for (const match of value.matchAll(WORD)) {
    const [whole, charset = '', encoding = '', content = ''] = match;
    const between = value.slice(end, match.index);
    const isNext = run.length > 0 && between.trim() === '';
    if (!isNext) {
      text += decodeRun(run) + between;
      run = [];
    } else if (run.at(-1)?.charset !== charset.toLowerCase()) {
      text += decodeRun(run);
      run = [];
    }
    const bytes = /b/i.test(encoding) ? Buffer.from(content, 'base64') : bytesOfQ(content);
    run.push({ charset: charset.toLowerCase(), bytes });
    end = match.index + whole.length;
  }
  return text + decodeRun(run) + value.slice(end);
}

function decodeRun(run: readonly Word[]): string {
  return run[0] ? decodeBytes(Buffer.concat(run.map(({ bytes }) => bytes)), run[0].charset) : '';
}

function bytesOfQ(content: string): Uint8Array {
  const escaped = content.replaceAll('_', ' ').split(/=([0-9A-Fa-f]{2})/);
  return Buffer.concat(escaped.map((piece, at) => (at % 2 ? Buffer.from(piece, 'hex') : Buffer.from(piece, 'utf8'))));
}
