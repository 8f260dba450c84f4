import type { FoundWhy } from '../../contract/desk/search.ts';
import type { FoundIn, SearchScope } from '../../contract/lists.ts';
import { markWords, nationalPhone, type SearchTerm, type TextPart } from '../../contract/searched-words.ts';
import type { whatWasFound } from '../../store/search.ts';

/** A ticket that was found, with what it was found by. */
type Found = Awaited<ReturnType<typeof whatWasFound>>[number];

/** How much of a text is shown before the first hit and in all, in UTF-16 code units. */
const BEFORE = 32;
const LENGTH = 140;

/** The piece of a ticket that shows why it was found; null where its subject or shop does. */
export function whyFound(ticket: Found, terms: readonly SearchTerm[]): FoundWhy | null {
  const { number, message, files, contact_name, contact_phone, contact_email } = ticket;
  const kind: FoundIn = message?.position === null ? 'note' : message?.sender === 'agent' ? 'agent' : 'customer';
  const places: { in: FoundIn; by: string | null; text: string }[] = [
    ...(message ? [{ in: kind, by: message.author, text: message.text }] : []),
    ...files.map((name) => ({ in: 'file' as const, by: null, text: name })),
    { in: 'phone', by: contact_name, text: contact_phone ?? '' },
    { in: 'person', by: null, text: contact_name ?? '' },
    { in: 'person', by: contact_name, text: contact_email },
  ];
  for (const place of places) {
    const parts = place.in === 'phone' ? markPhone(place.text, terms) : markWords(place.text, terms);
    if (parts.some(({ isHit }) => isHit)) return { number, in: place.in, by: place.by, parts: around(parts) };
  }
  return null;
}

/** Whether every part of a question is met where a scope looks. */
export function isInScope(ticket: Found, terms: readonly SearchTerm[], scope: SearchScope): boolean {
  if (scope === 'all') return true;
  if (scope === 'open') return ticket.status !== 'solved' && ticket.status !== 'closed';
  const texts =
    scope === 'subject'
      ? [ticket.subject]
      : scope === 'files'
        ? ticket.files
        : [ticket.contact_name ?? '', nationalPhone(ticket.contact_phone ?? ''), ticket.contact_email];
  return terms.every((ways) =>
    ways.some((words) =>
      words.every((word) => texts.some((text) => markWords(text, [[[word]]]).some(({ isHit }) => isHit))),
    ),
  );
}

/** A telephone number with the digits that were asked for, however both are grouped. */
function markPhone(phone: string, terms: readonly SearchTerm[]): TextPart[] {
  const digits = nationalPhone(phone);
  const hit = Math.max(0, ...terms.flat().map(([word]) => (word && digits.startsWith(word) ? word.length : 0)));
  if (hit === 0) return [{ text: phone, isHit: false }];
  return [
    { text: digits.slice(0, hit), isHit: true },
    { text: digits.slice(hit), isHit: false },
  ].filter(({ text }) => text !== '');
}

/** The parts around the first hit, with dots where something is left out. */
function around(parts: readonly TextPart[]): TextPart[] {
  const at = parts.findIndex(({ isHit }) => isHit);
  const [before, ...rest] = at > 0 ? parts : [{ text: '', isHit: false }, ...parts];
  const lead = flat(before?.text ?? '');
  const cut = lead.length > BEFORE ? `…${lead.slice(-BEFORE).replace(/^[\p{L}\p{N}\p{M}]+\s/u, '')}` : lead;
  const shown: TextPart[] = cut === '' ? [] : [{ text: cut, isHit: false }];
  let left = LENGTH;
  for (const { text, isHit } of rest) {
    const whole = flat(text);
    const piece = whole.slice(0, left).toWellFormed();
    shown.push({ text: piece.length < whole.length ? `${piece}…` : piece, isHit });
    left -= piece.length;
    if (left <= 0) break;
  }
  return shown;
}

const flat = (text: string) => text.replace(/\s+/g, ' ');
