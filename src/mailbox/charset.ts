import { isAscii } from 'node:buffer';

/** Bytes that are letters or quotation marks in windows-1250 only: of Polish `ś ź Ś Ź „ ” – …` and `Ą ą`. */
const ONLY_WINDOWS = (byte: number) => (byte >= 0x80 && byte <= 0x9f) || byte === 0xa5 || byte === 0xb9;

/** Bytes that are Polish letters in ISO 8859-2 only: `Ą Ś Ź ą ś ź`. */
const ONLY_ISO = new Set([0xa1, 0xa6, 0xac, 0xb1, 0xb6, 0xbc]);

/** Bytes that are letters of Czech and Slovak in both, and no Polish ones: `č ě ř ž ť ů ď` and capitals. */
const CZECH = new Set([0xe8, 0xec, 0xf8, 0xbe, 0xbb, 0xf9, 0xef, 0xc8, 0xcc, 0xd8, 0xae, 0xab, 0xd9, 0xcf]);

/** Charsets that are declared by habit and say nothing about bytes above 127. */
const SAYS_NOTHING = new Set([
  '',
  'ascii',
  'us-ascii',
  'utf-8',
  'utf8',
  'unknown-8bit',
  '8bit',
  'x-unknown',
  'default',
]);

/** Share of unreadable among all letters outside ASCII above which a text is not UTF-8 with a damaged place. */
const DAMAGE = 1 / 3;

/**
 * Text of bytes. Programs that declare nothing, or what is not true, are many: what is valid UTF-8 is UTF-8; otherwise the
 * bytes of Polish letters vote between windows-1250 and ISO 8859-2 (`anchors/mail.md` 1, chosen over guessing libraries,
 * which take Polish for Chinese).
 * @param declared the charset as the letter says it; null when it says none
 */
export function decodeBytes(bytes: Uint8Array, declared: string | null): string {
  const label = (declared ?? '').trim().toLowerCase();
  const utf8 = new TextDecoder('utf-8').decode(bytes);
  if (isAscii(bytes) && !/^(?:iso-2022|utf-16|utf-7|hz)/.test(label)) return utf8;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (SAYS_NOTHING.has(label)) return isUtf8(utf8) ? utf8 : new TextDecoder(votedCharset(bytes)).decode(bytes);
  const isSingleByte = /^(?:iso-8859|iso8859|latin|windows-125|cp125)/.test(label);
  if (isSingleByte && !utf8.includes('\ufffd')) return utf8;
  if (/8859-?2$|latin2$/.test(label) && isWindowsAllTheSame(bytes))
    return new TextDecoder('windows-1250').decode(bytes);
  return decoderOf(label)?.decode(bytes) ?? (isUtf8(utf8) ? utf8 : new TextDecoder(votedCharset(bytes)).decode(bytes));
}

function votedCharset(bytes: Uint8Array): 'windows-1250' | 'iso-8859-2' {
  let votes = 0;
  for (const byte of bytes) {
    if (ONLY_WINDOWS(byte)) votes++;
    else if (ONLY_ISO.has(byte)) votes--;
  }
  return votes < 0 ? 'iso-8859-2' : 'windows-1250';
}

function isUtf8(decoded: string): boolean {
  let high = 0;
  let unreadable = 0;
  for (let at = 0; at < decoded.length; at++) {
    const code = decoded.charCodeAt(at);
    if (code > 127) high++;
    if (code === 0xfffd) unreadable++;
  }
  return unreadable === 0 || unreadable < high * DAMAGE;
}

/** Whether a text that is declared as ISO 8859-2 has what only windows-1250 has; `š` of ISO is its `ą`, so Czech is left alone. */
function isWindowsAllTheSame(bytes: Uint8Array): boolean {
  if (bytes.some((byte) => byte >= 0x80 && byte <= 0x9f)) return true;
  return votedCharset(bytes) === 'windows-1250' && bytes.some(ONLY_WINDOWS) && !bytes.some((byte) => CZECH.has(byte));
}

/** The decoder of a charset that the platform knows; null for others, which are voted about. */
function decoderOf(label: string): TextDecoder | null {
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
}
