/** A part of a text: as it stands there, and where it leads if somebody wrote an address. */
export interface TextPart {
  text: string;
  href?: string;
}

/**
 * Addresses as people write them: up to white space, a quotation mark, an angle bracket, or a character that cannot be
 * seen, since that could make an address look like another one.
 */
const ADDRESS = /(?<![\p{L}\p{N}_])https?:\/\/[^\s<>"'`„”“»«\p{Cc}\p{Cf}]+/giu;

/** A host as its readers know it: Latin letters, no punycode. */
const READABLE = /^(?!.*xn--)[\p{Script=Latin}\d.:[\]-]+$/iu;

/** What ends a sentence rather than an address. */
const ENDS = /[.,;:!?…)\]}*_~–—-]/;

/**
 * Splits a text at the http and https addresses in it. Nothing is changed: the parts together are the text. An address
 * with a name before its host (`https://bank.pl@…`) stays text: people read it as the name's. So does one whose host is
 * in letters that are no Latin ones, or in punycode: it may look like another one, or like nothing.
 */
export function splitLinks(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = withoutEnd(found);
    const href = hrefOf(address);
    if (!href) continue;
    if (index > from) parts.push({ text: text.slice(from, index) });
    parts.push({ text: address, href });
    from = index + address.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}

/** An address without the end of the sentence; a bracket that was opened within it belongs to it. */
function withoutEnd(found: string): string {
  let open = 0;
  for (const sign of found) open += sign === '(' ? 1 : sign === ')' ? -1 : 0;
  let end = found.length;
  for (; ENDS.test(found.charAt(end - 1)); end--) {
    if (found.charAt(end - 1) !== ')') continue;
    if (open >= 0) break;
    open++;
  }
  return found.slice(0, end);
}

function hrefOf(address: string): string | null {
  try {
    const { href, host, username, password } = new URL(address);
    const [, typedHost = ''] = /\/\/([^/?#\\]*)/.exec(address) ?? [];
    return host && !username && !password && READABLE.test(typedHost) ? href : null;
  } catch {
    return null;
  }
}
