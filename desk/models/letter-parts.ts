import { type TextPart, textParts } from '../../src/contract/text-parts.ts';
import { isTicketNumber } from '../../src/contract/tickets/ticket-number.ts';
import { routeAddress } from './router.ts';

/** Digits that may be a ticket's number. A telephone number has more, and is a link already. */
const NUMBER = /(?<![\p{L}\d_.,/-])\d{7,8}(?![\p{L}\d_]|[.,/-]\d)/gu;

/** The parts of a text at the desk, where the numbers of tickets lead to them, too. All parts together are the text. */
export function letterParts(text: string): TextPart[] {
  return textParts(text).flatMap((part) => (part.href || part.isSign ? part : withTickets(part)));
}

function withTickets(part: TextPart): TextPart[] {
  const { text } = part;
  const parts: TextPart[] = [];
  let from = 0;
  for (const { 0: number, index } of text.matchAll(NUMBER)) {
    if (!isTicketNumber(number)) continue;
    if (index > from) parts.push({ ...part, text: text.slice(from, index) });
    parts.push({ ...part, text: number, href: routeAddress({ number }) });
    from = index + number.length;
  }
  if (from < text.length) parts.push({ ...part, text: text.slice(from) });
  return parts;
}
