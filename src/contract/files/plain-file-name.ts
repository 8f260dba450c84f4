import { INVISIBLE } from '../plain-line.ts';

/** Names that Windows gives to devices, whatever ending follows. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) ?(?=\.|$)/i;

/**
 * A file's name as it is seen: without characters that cannot be seen or that turn the direction of others (U+202E makes
 * `.bat` read `.png`), without control characters, and as every system can store it: no separators of folders or
 * streams, no dots and spaces at its end, which Windows drops, no gap that moves its ending out of sight, no name of a
 * device. Everything else stays as it was sent.
 * @returns `plik` where nothing is left
 */
export function plainFileName(sent: string): string {
  const line = sent
    .replace(/\s+/g, ' ')
    .replace(INVISIBLE, '')
    .replace(/\p{Cc}/gu, '')
    .replace(/[/\\:]/g, '_')
    .replace(/ +/g, ' ')
    .toWellFormed();
  const name = line.slice(line.startsWith(' ') ? 1 : 0, endOfName(line));
  if (!name) return 'plik';
  return DEVICE.test(name) ? `_${name}` : name;
}

/** Where a name ends before dots and spaces. A loop: a pattern at the end is quadratic on many of them. */
function endOfName(line: string): number {
  let end = line.length;
  while (line[end - 1] === '.' || line[end - 1] === ' ') end--;
  return end;
}
