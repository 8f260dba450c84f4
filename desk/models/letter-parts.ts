import { mentionsIn } from '../../src/contract/desk/mentions.ts';
import type { AgentName } from '../../src/contract/desk/queue-row.ts';
import { type TextPart, textParts } from '../../src/contract/text-parts.ts';
import { isTicketNumber } from '../../src/contract/tickets/ticket-number.ts';
import { routeAddress } from './router.ts';

/** Digits that may be a ticket's number. A telephone number has more, and is a link already. */
const NUMBER = /(?<![\p{L}\d_.,/-])\d{7,8}(?![\p{L}\d_]|[.,/-]\d)/gu;

/** A part of a text at the desk. */
export interface LetterPart extends TextPart {
  /** it names an agent */
  isMention?: boolean;
}

/**
 * The parts of a text at the desk, where the numbers of tickets lead to them, too. All parts together are the text.
 * @param agents whom a note may name; none in what customers see
 */
export function letterParts(text: string, agents: readonly AgentName[] = []): LetterPart[] {
  return textParts(text)
    .flatMap((part): LetterPart[] => (part.href || part.isSign ? [part] : withMentions(part, agents)))
    .flatMap((part): LetterPart[] => (part.href || part.isSign || part.isMention ? [part] : withTickets(part)));
}

function withMentions(part: TextPart, agents: readonly AgentName[]): LetterPart[] {
  const { text } = part;
  const parts: LetterPart[] = [];
  let from = 0;
  for (const { start, end } of mentionsIn(text, agents)) {
    if (start > from) parts.push({ ...part, text: text.slice(from, start) });
    parts.push({ ...part, text: text.slice(start, end), isMention: true });
    from = end;
  }
  if (from < text.length) parts.push({ ...part, text: text.slice(from) });
  return parts;
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
