/** Lines above a quoted letter that say whose it is. */
export interface QuoteHead {
  /** its first line, and the one after its last */
  start: number;
  end: number;
  /** its words on one line, without marks of quoting */
  words: string;
  /** whether it stands in a quote itself, as Apple Mail writes it */
  isQuoted: boolean;
  kind: 'line' | 'fields' | 'rule' | 'ours';
}

/** Most lines of a head that a program wrapped. */
const MOST_LINES = 4;

/** Longest head on one line, and longest line that is looked at. */
const LONGEST = 400;

const MONTH = 'sty|lut|mar|kwi|maj|cze|lip|sie|wrz|paź|paz|lis|gru|jan|feb|apr|may|jun|jul|aug|sep|oct|nov|dec';

/** A day with its year: `3.08.2026`, `2026-08-03`, `8/3/2026`, `3 sie 2026`, `August 3rd, 2026`. */
const DAY = new RegExp(
  [
    String.raw`\b\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})\b`,
    String.raw`\b\d{4}[./-]\d{1,2}[./-]\d{1,2}\b`,
    String.raw`\b\d{1,2}\.?\s(?:${MONTH})\p{L}*\.?,?\s\d{4}\b`,
    String.raw`\b(?:${MONTH})\p{L}*\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}\b`,
  ].join('|'),
  'iu',
);

const WROTE = /napisał|napisal|pisze\b|pisze:|napisan[ao]|wrote\b|writes\b|schrieb|a écrit/i;

const OPENING =
  /^(?:w dniu|dnia|on|użytkownik|wiadomość napisana|pon|wt|śr|czw|pt|sob|niedz|nd|mon|tue|wed|thu|fri|sat|sun)\b/iu;

const FROM = /^\*?(?:od|from|nadawca|von)\*?:/i;
const SENT = /^\*?(?:wysłano|wysłane|wyslano|data|date|sent|gesendet)\*?:/i;
const FIELD =
  /^\*?(?:od|from|nadawca|von|wysłano|wysłane|wyslano|data|date|sent|gesendet|do|to|an|adresat|odbiorca|dw|cc|udw|bcc|kopia|temat|subject|betreff|ważność|importance|priorytet|załączniki|attachments|odpowiedz do|reply-to)\*?:/i;

const RULE =
  /^(?:[-_=]{2,}\s*(?:oryginalna wiadomość|wiadomość oryginalna|wiadomość pierwotna|original message|reply message|ursprüngliche nachricht)\s*[-_=]{2,}|_{10,})$/i;

/** Lines that say that what follows is somebody else's letter, passed on. */
const FORWARD =
  /^(?:[-_=]{2,}.{0,3}(?:forwarded message|treść przekazanej wiadomości|treść przekazywanej wiadomości|przekazana wiadomość|wiadomość przekazana|przesłana wiadomość|wiadomość przesłana dalej|forwarded by).{0,80}|(?:begin forwarded message|początek przekazywanej wiadomości|początek przekazanej wiadomości|początek wiadomości przekazanej dalej|treść przekazanej wiadomości)\s*:?)$/i;

/** The first line of our own letters: what stands below is ours. */
const OURS = /^-{3} (?:Odpowiedz powyżej tej linii|Reply above this line) -{3}$/i;

/** A line without marks of quoting, and without the blanks at its ends. */
export function bareLine(line: string): string {
  return line
    .slice(0, LONGEST)
    .replace(/^[>|\s]+/, '')
    .trim();
}

export function isQuotedLine(line: string): boolean {
  return /^\s{0,3}[>|]/.test(line);
}

/** Whether a text has a day with its year, as the head of a quote has. */
export function hasDay(text: string): boolean {
  return DAY.test(text);
}

/** Whether what stands below a line was passed on from somebody else. */
export function isForwardMark(line: string): boolean {
  return FORWARD.test(bareLine(line));
}

/** The head of a quote that ends in a line of words, or begins with a field or a rule; null where none does. */
export function headAt(lines: readonly string[], at: number): QuoteHead | null {
  const line = bareLine(lines[at] ?? '');
  const isQuoted = isQuotedLine(lines[at] ?? '');
  if (!line) return null;
  if (OURS.test(line)) return { start: at, end: at + 1, words: '', isQuoted, kind: 'ours' };
  if (RULE.test(line)) {
    const fields = fieldsAt(lines, nextFilled(lines, at + 1));
    if (fields) return { ...fields, start: at };
    return /\p{L}/u.test(line) ? { start: at, end: at + 1, words: line, isQuoted, kind: 'rule' } : null;
  }
  return FIELD.test(line) ? fieldsAt(lines, at) : line.endsWith(':') ? lineEndingAt(lines, at) : null;
}

/** `W dniu … pisze:`, wrapped or not: the fewest lines that have a day, and the words before it. */
function lineEndingAt(lines: readonly string[], last: number): QuoteHead | null {
  let words = '';
  let found: QuoteHead | null = null;
  for (let start = last; start > last - MOST_LINES && start >= 0; start--) {
    const line = bareLine(lines[start] ?? '');
    if (!line || isQuotedLine(lines[start] ?? '') !== isQuotedLine(lines[last] ?? '')) break;
    words = `${line} ${words}`.trim();
    if (words.length > LONGEST) break;
    const isHead = WROTE.test(words) && (hasDay(words) || /@[\w-]+\./.test(words));
    if (found && !(OPENING.test(line) && hasDay(words) && !OPENING.test(found.words))) {
      if (hasDay(found.words)) break;
      if (!hasDay(words)) continue;
    }
    if (isHead) found = { start, end: last + 1, words, isQuoted: isQuotedLine(lines[last] ?? ''), kind: 'line' };
  }
  return found;
}

/** `Od:`, `Wysłano:`, `Do:`, `Temat:` in any order, with a day; values may be wrapped, blank lines may stand between. */
function fieldsAt(lines: readonly string[], start: number): QuoteHead | null {
  const words: string[] = [];
  const isQuoted = isQuotedLine(lines[start] ?? '');
  let hasFrom = false;
  let isSent = false;
  let count = 0;
  let end = start;
  let strange = 0;
  for (let at = start; at < lines.length && at < start + 30; at++) {
    const line = bareLine(lines[at] ?? '');
    if (!line || !FIELD.test(line)) {
      // A wrapped list of recipients takes a few lines; blank lines stand between paragraphs.
      if (++strange > 2) break;
      continue;
    }
    for (const skipped of lines.slice(end, at)) words.push(bareLine(skipped));
    strange = 0;
    count++;
    hasFrom ||= FROM.test(line);
    isSent ||= SENT.test(line) && hasDay(`${line} ${bareLine(lines[at + 1] ?? '')}`);
    words.push(line);
    end = at + 1;
  }
  return hasFrom && isSent && count >= 3 ? { start, end, words: words.join(' '), isQuoted, kind: 'fields' } : null;
}

/** The first line from there that has words. */
export function nextFilled(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && !bareLine(lines[at] ?? '')) at++;
  return at;
}
