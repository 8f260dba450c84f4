/** How a line begins that a telephone or a program writes below a letter; a sentence of a person may go on like that in small letters. */
const SENT = /^(?:Wysłan[aeoy]|Wyslan[aeoy]|Sent|Get|Pobierz|Download|Uzyskaj)\s[^,;]{1,110}$/u;

/** What such a line is about. */
const PROGRAM =
  /\b(?:iphone|ipad|ios|android|samsung|galaxy|xiaomi|redmi|huawei|motorola|oppo|telefonu|smartfon\w*|tabletu|phone|outlook|yahoo|gmail|thunderbird|proton|wp poczta|poczty wp|interia|onet\w*|o2|mobile|mail)\b/i;

/** A text and what stands under it. */
export interface Signed {
  text: string;
  signature: string | null;
}

/**
 * Cuts the signature off a text: what follows a line `-- ` with its blank (two dashes without it stand above lists, too),
 * and the last line of a telephone. A text that is nothing else stays.
 * @param mayBeAll whether there is more of the letter, so that a text may be nothing but a signature
 */
export function cutSignature(text: string, mayBeAll = false): Signed {
  const lines = text.split('\n');
  const signatures: string[] = [];
  const isLeft = (end: number) => mayBeAll || lines.slice(0, end).some((line) => line.trim());
  const at = lines.indexOf('-- ');
  if (at >= 0 && isLeft(at)) signatures.unshift(lines.splice(at).slice(1).join('\n').trim());
  const last = lines.findLastIndex((line) => line.trim());
  if (isProgramsLine(lines, last) && isLeft(last)) signatures.unshift(lines.splice(last).join('\n').trim());
  return { text: trimmed(lines), signature: signatures.filter(Boolean).join('\n') || null };
}

function isProgramsLine(lines: readonly string[], at: number): boolean {
  const line = (lines[at] ?? '').trim();
  return SENT.test(line) && PROGRAM.test(line) && !(lines[at - 1] ?? '').trim();
}

/** Lines without blanks at their ends, and without blank lines above and below. */
export function trimmed(lines: readonly string[]): string {
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/^\n+/, '')
    .trimEnd();
}
