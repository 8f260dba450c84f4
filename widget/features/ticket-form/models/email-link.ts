import { factLabels, sendingWords } from '#words/sending.ts';
import type { Facts } from '../../../host-page/facts.ts';
import type { Draft } from '../../../outbox/draft.ts';

/** Longest address that mail programs of Windows take, in characters. */
const LONGEST_LINK = 2000;

/** A draft as the text of an e-mail, beginning with the fields that every request must carry (R5). */
export function ticketInWords(draft: Draft, facts: Facts, label: (topic: string) => string): string {
  return `${sendingWords.supportNumber}: ${facts.supportNumber ?? ''}
${sendingWords.installUrl}: ${facts.installUrl ?? ''}
${sendingWords.topic} ${label(draft.topic)}
${sendingWords.subject}: ${draft.subject}
${[...draft.facts.map((fact) => factLabels[fact]), draft.phone].join('\n')}
${draft.description}`;
}

/** A `mailto:` link with everything filled in; a text too long for it is cut. */
export function emailLink(address: string, draft: Draft, facts: Facts, label: (topic: string) => string): string {
  let body = ticketInWords(draft, facts, label);
  let link: string;
  do {
    link = `mailto:${address}?subject=${encodeURIComponent(draft.subject.toWellFormed())}&body=${encodeURIComponent(body.toWellFormed())}`;
    body = body.slice(0, body.length * 0.9);
  } while (link.length > LONGEST_LINK && body);
  return link;
}
