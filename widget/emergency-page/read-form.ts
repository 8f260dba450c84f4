import type { EmergencyFileData } from '../../src/contract/help/emergency-file.ts';
import { OUTAGE_FIELD_OF, OUTAGE_FIELDS, type OutageField } from '../../src/contract/help/outage-form.ts';
import { OUTAGE_FACTS, type OutageFact } from '../../src/contract/lists.ts';
import { plainLine } from '../../src/contract/plain-line.ts';

type Words = EmergencyFileData['words'];

/** What stands in the form. */
export type Typed = Record<Exclude<OutageField, 'facts'>, string> & { facts: OutageFact[] };

/** What is wrong with a field, in words. */
export type Errors = Partial<Record<OutageField, string>>;

/** Longest address that mail programs of Windows take, in characters. */
const LONGEST_LINK = 2000;

/** Reads the form as it is. */
export function readForm(form: HTMLFormElement): Typed {
  const data = new FormData(form);
  const text = (name: OutageField) => String(data.get(name) ?? '');
  const line = (name: OutageField) => plainLine(text(name));
  const ticked = data.getAll('facts');
  return {
    supportNumber: line('supportNumber'),
    installUrl: line('installUrl'),
    facts: OUTAGE_FACTS.filter((fact) => ticked.includes(fact)),
    description: text('description'),
    email: line('email'),
    phone: line('phone'),
  };
}

/** The ticked facts as a sentence has them. */
const factsInWords = ({ facts }: Typed, words: Words) =>
  facts.map((fact) => words.facts[fact].toLowerCase()).join(', ');

/** The ticket that a form is. @param ticketToken of this form alone */
export function toRequest(typed: Typed, words: Words, ticketToken: string) {
  const { supportNumber, installUrl, facts, description, email, phone } = typed;
  return {
    supportNumber,
    installUrl,
    topic: 'outage',
    subject: words.subject.replace('{facts}', factsInWords(typed, words)),
    description,
    contact: { email, ...(phone && { phone }) },
    outage: { facts },
    ticketToken,
  };
}

/** What is missing; the service says what does not fit. */
export function missingIn(typed: Typed, words: Words): Errors {
  const errors: Errors = {};
  for (const field of OUTAGE_FIELDS) {
    const value = typed[field];
    const isMissing = typeof value === 'string' ? !value.trim() : !value[0];
    if (field !== 'phone' && isMissing) errors[field] = words.missing[field];
  }
  return errors;
}

/** What the service found at the fields, in words. */
export function errorsOf({ code, errors }: { code: string; errors?: unknown }, words: Words): Errors {
  if (code === 'shop-unrecognised') return { supportNumber: words.unknownShop, installUrl: words.unknownShop };
  const found: Errors = {};
  for (const { path, code } of (Array.isArray(errors) ? errors : []) as { path: string; code: string }[]) {
    const field = OUTAGE_FIELD_OF[path];
    if (field) found[field] ??= code === 'too-long' ? words.tooLong : words.unfit[field];
  }
  return found;
}

/** A letter with everything that was typed, and whether its text had to be cut to fit into a link. */
export function toLetter(typed: Typed, { email, words }: EmergencyFileData): { link: string; isCut: boolean } {
  const whole = OUTAGE_FIELDS.flatMap((field) => {
    const value = field === 'facts' ? factsInWords(typed, words) : typed[field];
    return value ? [`${words.letterLabels[field]}: ${value}`] : [];
  }).join('\n');
  let body = whole;
  let link: string;
  do {
    link = `mailto:${email}?subject=${encoded(words.mailSubject)}&body=${encoded(body)}`;
    if (link.length <= LONGEST_LINK) break;
    body = body.slice(0, body.length * 0.9);
  } while (body);
  return { link, isCut: body !== whole };
}

/** A text for a link. Halves of characters, which a cut leaves, would throw; browsers of before 2023 have no `toWellFormed`. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '').replaceAll('\n', '\r\n'));
}
