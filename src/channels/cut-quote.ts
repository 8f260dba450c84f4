import { cutSignature, trimmed } from './cut-signature.ts';
import { KnownText } from './known-text.ts';
import { headAt, isForwardMark, isQuotedLine, nextFilled, type QuoteHead } from './quote-heads.ts';

/** What makes a quote ours. */
export interface Correspondence {
  /** our addresses and those of everybody else whom the letter names, in lower case */
  addresses: readonly string[];
  /** what we wrote in this thread */
  texts: readonly string[];
  /** whether the subject says that the letter was passed on */
  isForward: boolean;
}

/** A letter's words apart. Together they are all of it: nothing is thrown away. */
export interface CutText {
  /** what was newly written */
  text: string;
  quoted: string | null;
  signature: string | null;
}

/** Heads that are looked at: a letter has one or two. */
const MOST_HEADS = 100;

const FORWARDED = /^\s*(?:fwd?|wg|pd|przek|tr)\s*:/i;

/**
 * The words of a letter apart, see `cutQuote`: cut once more when it is known to which thread it belongs.
 * @param texts what we wrote there
 */
export function cutLetter(
  { body, subject, to, cc }: { body: string; subject: string; to: readonly string[]; cc: readonly string[] },
  texts: readonly string[],
): CutText {
  return cutQuote(body, { addresses: [...to, ...cc], texts, isForward: FORWARDED.test(subject) });
}

/**
 * Tells what was newly written from what is quoted (`anchors/mail.md` 4.2: libraries that do so lose words of customers). A
 * quote needs a reason: a head with a day, and below it `>`, or in it an address of the correspondence, or below it what we
 * wrote. What was passed on is never cut. Answers between quotes stay with their questions.
 */
export function cutQuote(body: string, about: Correspondence): CutText {
  const lines = body.split('\n');
  const known = new KnownText(about.texts);
  const head = findQuote(lines, about, known);
  const whole = cutSignature(body);
  if (!head) return { ...whole, quoted: null };
  const above = lines.slice(0, head.start);
  const below = lines.slice(head.end);
  const isMarked = head.isQuoted || isQuotedLine(lines[nextFilled(lines, head.end)] ?? '');
  const { kept, folded } = isMarked ? keepAnswers(below) : keepBelow(above, below, known);
  const first = cutSignature(above.join('\n'));
  const second = cutSignature(kept.join('\n'), first.text !== '');
  const text = [first.text, second.text].filter(Boolean).join('\n\n');
  if (!text) return { ...whole, quoted: null };
  const quoted = trimmed([...lines.slice(head.start, head.end), ...folded]);
  const signature = [first.signature, second.signature].filter(Boolean).join('\n') || null;
  return { text, quoted: quoted || null, signature };
}

function findQuote(lines: readonly string[], about: Correspondence, known: KnownText): QuoteHead | null {
  let heads = 0;
  for (let at = 0; at < lines.length; at++) {
    if (isForwardMark(lines[at] ?? '')) return null;
    const head = headAt(lines, at);
    if (head && ++heads > MOST_HEADS) return null;
    if (head && isQuote(head, lines, about, known)) return head;
    // The fields of somebody else's letter: it was passed on, and so is what follows.
    if (head?.kind === 'fields') return null;
    if (!head && isQuotedLine(lines[at] ?? '') && known.hasLine(lines[at] ?? ''))
      return { start: at, end: at, words: '', isQuoted: true, kind: 'ours' };
  }
  return null;
}

function isQuote(head: QuoteHead, lines: readonly string[], about: Correspondence, known: KnownText): boolean {
  if (head.kind === 'ours' || known.beginsAt(lines, head.end)) return true;
  const named = addressesIn(head.words);
  if (named.some((address) => about.addresses.some((ours) => withoutTag(ours) === address))) return true;
  if (named.length > 0 || about.isForward || head.kind === 'rule') return false;
  return head.isQuoted || isQuotedLine(lines[nextFilled(lines, head.end)] ?? '');
}

function addressesIn(words: string): string[] {
  return (words.toLowerCase().match(/[^\s<>()[\]"',:;]{1,64}@[^\s<>()[\]"',:;]{1,189}/g) ?? []).map(withoutTag);
}

/** An address without the part after the plus, which replies to us have. */
function withoutTag(address: string): string {
  return address.replace(/\+[^@]*@/, '@');
}

/**
 * What stands below quoted lines, and between them: answers to one place after the other stay with what they answer, and
 * only what follows the last of them is folded.
 */
function keepAnswers(below: readonly string[]): { kept: string[]; folded: string[] } {
  const written = below.map((line) => !isQuotedLine(line) && line.trim() !== '');
  const first = written.indexOf(true);
  if (first < 0) return { kept: [], folded: [...below] };
  const signature = below.indexOf('-- ');
  const last = written.findLastIndex((isWritten, at) => isWritten && (signature < 0 || at < signature));
  const start = last >= 0 && below.slice(first, last).some(isQuotedLine) ? 0 : first;
  const end = signature >= 0 ? below.length : last + 1;
  return { kept: below.slice(start, end), folded: [...below.slice(0, start), ...below.slice(end)] };
}

/** Below a head whose quote has no marks everything is quoted, unless nothing stands above and we know where ours ends. */
function keepBelow(
  above: readonly string[],
  below: readonly string[],
  known: KnownText,
): { kept: string[]; folded: string[] } {
  if (above.some((line) => line.trim())) return { kept: [], folded: [...below] };
  const end = below.findLastIndex((line) => known.hasLine(line)) + 1;
  return end > 0 ? { kept: below.slice(end), folded: below.slice(0, end) } : { kept: [], folded: [...below] };
}
