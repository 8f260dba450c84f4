import type { IncomingLetter } from '../channels/incoming-letter.ts';
import { decodeWords } from './decode-words.ts';
import { fieldValue, fieldValues, type Head } from './mail-head.ts';

/** What a letter is: only one that a person wrote may open a ticket. */
type LetterKind = IncomingLetter['kind'];

/** A kind with the code of what says so; null of a person's. */
export interface Classified {
  kind: LetterKind;
  reason: string | null;
}

/** Subjects of answers that a program gives, in Polish and English. */
const AWAY =
  /^\s*(?:automatyczna odpowied[zź]|odpowied[zź] automatyczna|autoodpowied[zź]|autoresponder|auto(?:matic)?[ -]?reply|automatic response|out of (?:the )?office|ooo\b|nieobecno[sś][cć]|poza biurem|jestem na urlopie|urlop\b.*:)/i;

/** Marks that servers write before a subject. */
const SPAM_SUBJECT = /^\s*(?:\*{3,}\s*(?:probable |possible )?spam|\[(?:spam|\*+spam\*+)\]|\{spam\??\})/i;

/**
 * The kind of a letter by its header. Form letters of shops pass for automatic, too: that is why these are kept where an
 * agent sees them.
 */
export function classify(head: Head): Classified {
  const field = (name: string) => fieldValue(head, name).trim();
  const type = field('content-type').toLowerCase();
  const report = type.startsWith('multipart/report') ? /report-type\s*=\s*"?([\w-]+)/.exec(type)?.[1] : undefined;
  if (report === 'delivery-status' || field('x-failed-recipients'))
    return { kind: 'bounce', reason: 'delivery-status' };
  if (/mailer-daemon@/i.test(field('from'))) return { kind: 'bounce', reason: 'mailer-daemon' };
  if (report) return { kind: 'automatic', reason: 'report' };
  if (isSpam(head)) return { kind: 'spam', reason: 'marked-spam' };
  const precedence = field('precedence').toLowerCase();
  if (field('list-id') || field('list-post') || precedence === 'list') return { kind: 'list', reason: 'list' };
  const reason = automaticReason(field, precedence, fieldValues(head, 'return-path'));
  if (reason) return { kind: 'automatic', reason };
  if (field('list-unsubscribe')) return { kind: 'list', reason: 'list-unsubscribe' };
  if (type.startsWith('multipart/encrypted')) return { kind: 'encrypted', reason: 'pgp' };
  // A signed letter of this type has its words within the signature, where only a program with S/MIME reads them.
  if (/^application\/(?:x-)?pkcs7-mime\b/.test(type)) return { kind: 'encrypted', reason: 'smime' };
  return { kind: 'person', reason: null };
}

function automaticReason(
  field: (name: string) => string,
  precedence: string,
  returnPaths: readonly string[],
): string | null {
  const submitted = field('auto-submitted').toLowerCase();
  if (submitted && !/^no\b/.test(submitted)) return 'auto-submitted';
  if (['bulk', 'junk', 'auto_reply', 'auto-reply'].includes(precedence)) return 'precedence';
  if (field('x-autoreply') || field('x-autorespond') || field('x-autoresponder') || field('x-loop'))
    return 'auto-response';
  if (/\ball\b/i.test(field('x-auto-response-suppress'))) return 'auto-response-suppress';
  if (returnPaths.some((path) => /^<\s*>$/.test(path.trim()))) return 'empty-return-path';
  return null;
}

/** The kind of a letter by its header and its decoded subject. */
export function classifyHead(head: Head, subject: string): Classified {
  const classified = classify(head);
  if (classified.kind !== 'person') return classified;
  if (isMarkedSpam(subject)) return { kind: 'spam', reason: 'marked-spam' };
  return saysAway(subject) ? { kind: 'automatic', reason: 'away' } : classified;
}

/**
 * Whether a letter is set aside whatever its text says: it goes to the folder of those, where people look for what went
 * wrong. What a bounce is worth is known later.
 */
export function isSetAsideByHead(head: Head): boolean {
  const { kind } = classifyHead(head, decodeWords(fieldValue(head, 'subject')));
  return kind !== 'person' && kind !== 'bounce';
}

/** Whether a decoded subject is one of an answer that a program gives while somebody is away. */
function saysAway(subject: string): boolean {
  return AWAY.test(subject);
}

/** Whether a decoded subject has the mark of a server that takes the letter for spam. */
function isMarkedSpam(subject: string): boolean {
  return SPAM_SUBJECT.test(subject);
}

function isSpam(head: Head): boolean {
  const says = (name: string, pattern: RegExp) => fieldValues(head, name).some((value) => pattern.test(value));
  return (
    says('x-spam-flag', /^\s*(?:yes|true)\b/i) ||
    says('x-spam-status', /^\s*yes\b/i) ||
    says('x-spam', /^\s*(?:yes|true)\b/i) ||
    says('x-rspamd-action', /^\s*(?:reject|add header|rewrite subject)/i) ||
    says('x-ms-exchange-organization-scl', /^\s*[5-9]\b/) ||
    says('x-forefront-antispam-report', /\bSFV:SPM\b/)
  );
}
