/** A part of a text: as it was typed, and where it leads if it is an address. */
export interface TextPart {
  text: string;
  href?: string | undefined;
  /** it stands between two signs of bold */
  isBold?: boolean;
  /** it is such a sign, and not shown */
  isSign?: boolean;
}

/**
 * What is not plain in a text: a sign of bold, an https address, an e-mail address, a Polish telephone number.
 *
 * An https address goes up to white space, a quotation mark, an angle bracket, a star, a bracket that is not closed within
 * it, or a character that cannot be seen, since that could make an address look like another one; and it does not end as
 * sentences do. A telephone number has +48, is a mobile or free one, or is written as those of cities are, 22 123 45 67.
 * Each begins where no word or number goes on, so nothing is looked at again from its middle: the time grows as the text
 * does.
 */
const FOUND =
  /\n|(\*\*)|(?<![\p{L}\d_])(https:\/\/(?:[^\s<>"'`*()„”“»«\p{C}]|\([^\s<>"'`*()„”“»«\p{C}]*\))+)(?<![.,;:!?…\]}_~–—-])|(?<![\p{L}\d_.+%@-])([a-z\d][a-z\d_.+-]{0,63}@(?:[a-z\d-]{1,63}\.){1,9}[a-z]{2,24})(?![\p{L}\d@_-]|\.[\p{L}\d])|(?<![\p{L}\d_+@/#-]|\d[.,])(?:(?:\+48[ -]?\d|[4-8])\d\d([ -]?)\d{3}\4\d{3}|(?:\+48 )?\(?[1-9]\d\)?[ -]\d{3}[ -]\d\d[ -]\d\d)(?![\p{L}\d]|[ .,/-]\d)/giu;

/** A host as its readers know it: Latin letters as European languages have them, without the i that has no dot. */
const READABLE = /^(?!.*xn--)[a-z\d.:à-İĲ-ž-]+$/;

/**
 * Splits a text at its lists: a line that begins with a dash or a number is an item, and those that follow each other are
 * a list. Nothing is changed: all lines together are the text.
 * @returns lists as their items, and whatever stands between them in one piece
 */
export function textBlocks(text: string): (string | string[])[] {
  const blocks: (string | string[])[] = [];
  for (const line of text.split(/(?<=\n)/)) {
    const last = blocks.at(-1);
    const isItem = /^(-|\d\d?\.) /.test(line);
    if (isItem && Array.isArray(last)) last.push(line);
    else if (isItem) blocks.push([line]);
    else if (typeof last === 'string') blocks[blocks.length - 1] = last + line;
    else blocks.push(line);
  }
  return blocks;
}

/**
 * Splits a text at addresses, telephone numbers and **bold** words, which end with their line. Nothing is changed: the parts
 * together are the text, and an address leads where it says. One with a name before its host (`https://bank.pl@…`) stays
 * text: people read it as the name's. So does one whose host is in letters that are no Latin ones, in punycode, or a number
 * that means another one: it may look like another host, or like nothing.
 */
export function textParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  /** the sign that bold words may begin with: where it is in `parts` */
  let opened = -1;
  function add(end: number, href?: string): void {
    if (end > from) parts.push({ text: text.slice(from, end), href });
    from = end;
  }
  for (const { 0: found, 1: sign, 2: https, 3: email, index } of text.matchAll(FOUND)) {
    const end = index + found.length;
    if (sign) {
      add(index);
      const isEnd = opened >= 0 && opened < parts.length - 1 && /\S/.test(text.charAt(index - 1));
      add(end);
      if (isEnd) {
        const bold = parts.slice(opened);
        for (const part of bold) part.isBold = true;
        for (const at of [0, -1]) (bold.at(at) as TextPart).isSign = true;
      }
      opened = !isEnd && /\S/.test(text.charAt(end)) ? parts.length - 1 : -1;
    } else if (found === '\n') opened = -1;
    else {
      const href = https ? hrefOf(https) : email ? `mailto:${email}` : `tel:+48${found.replace(/\D/g, '').slice(-9)}`;
      if (href) {
        add(index);
        add(end, href);
      }
    }
  }
  add(text.length);
  return parts;
}

/** Where an address leads; empty where it is not what it looks like. */
function hrefOf(address: string): string {
  try {
    const { href, host } = new URL(address);
    const [typed = ''] = address
      .slice(8)
      .toLowerCase()
      .split(/[/?#\\]/, 1);
    return READABLE.test(typed) && (typed === host || /[^ -~]/.test(typed)) ? href : '';
  } catch {
    return '';
  }
}
