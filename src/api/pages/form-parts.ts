import { html, raw } from 'hono/html';
import { LIMITS } from '../../contract/limits.ts';
import { type Language, OUTAGE_FACTS } from '../../contract/lists.ts';
import type { ProblemCode } from '../../contract/problem.ts';
import type { TicketReceipt } from '../../contract/tickets/open-ticket.ts';
import type { Vendor } from '../../contract/vendor.ts';
import { LETTER_WORDS } from '../../deliveries/letters/words.ts';
import type { Ways } from '../../tickets/how-to-reach-us.ts';
import type { FormWords } from './form-words.ts';
import type { Html } from './page-frame.ts';
import type { Field, FieldErrors, TypedTicket } from './typed-ticket.ts';

/** An incident that goes on now. */
export interface Ongoing {
  title: string;
  since: string;
}

/** How things stand, and when that was looked at. */
export interface Standing {
  /** whether tickets can be stored */
  isTaking: boolean;
  ongoing: readonly Ongoing[];
  at: Temporal.Instant;
}

/** What every page with a form shows besides it. */
export interface Around {
  language: Language;
  ways: Ways;
  vendor: Vendor;
  standing: Standing;
  /** whether replies go out by e-mail: no sentence may promise one that does not */
  isMailed: boolean;
}

/** A file that was not taken. */
export interface FileFault {
  name: string;
  code: ProblemCode | 'empty';
}

/** Why a form was not taken. */
export interface Refusal {
  code: ProblemCode;
  fields: FieldErrors;
  files?: readonly FileFault[];
  /** whether files came that no page can give back */
  areFilesLost?: boolean;
  /** whether that is as they were too large together */
  areFilesTooLarge?: boolean;
}

/** A field that a person types in. */
type Typed = Exclude<Field, 'facts' | 'files'>;

/** The fields of a form, each with what helps and what is wrong. */
export interface FieldParts {
  /** what stands above a field: its hint, and its error */
  above: (field: Field) => Html;
  /** the attributes that tie a field to both */
  ties: (field: Field) => Html;
  /** a field of one line, with its label */
  line: (field: Exclude<Typed, 'topic' | 'description'>) => Html;
  /** the field of the text */
  description: () => Html;
}

/** What a form that is drawn is made of. */
interface Drawn {
  words: FormWords;
  typed: TypedTicket;
  refusal: Refusal | null;
}

/** What browsers help with, by field: their own attributes. */
const HELP: Record<Exclude<Typed, 'topic' | 'description'>, string> = {
  supportNumber: 'required autocomplete="off" autocapitalize="off" spellcheck="false" maxlength="64"',
  installUrl: `required inputmode="url" autocapitalize="off" spellcheck="false" maxlength="${LIMITS.installUrl}"`,
  subject: `required autocomplete="off" maxlength="${LIMITS.subject}"`,
  email: `type="email" required autocomplete="email" maxlength="${LIMITS.email}"`,
  phone: `type="tel" autocomplete="tel" maxlength="${LIMITS.phone}"`,
};

/** The parts of a form's fields: every form of ours without a script draws them the same. */
export function fieldParts({ words, typed, refusal }: Drawn): FieldParts {
  const errors = (field: Field) => errorsAt(words, refusal, field);
  const hint = (field: Field) => words.hints[field];
  const above = (field: Field) => html`${hint(field) && html`<small id="${field}-hint">${hint(field)}</small>`}
${
  errors(field).length > 0 &&
  html`<span class="error" id="${field}-error">${errors(field).map((error, at) => html`${at > 0 && raw('<br>')}${error}`)}</span>`
}`;
  const ties = (field: Field) => {
    const isWrong = errors(field).length > 0;
    const ids = [isWrong && `${field}-error`, hint(field) && `${field}-hint`].filter((id) => typeof id === 'string');
    const description = ids.length > 0 ? html` aria-describedby="${ids.join(' ')}"` : null;
    // A group is not invalid, only a field is: the group's error describes it.
    return html`${description}${field !== 'facts' && isWrong && raw(' aria-invalid="true"')}`;
  };
  return {
    above,
    ties,
    line: (field) => html`<div class="field">
<label for="${field}">${words.labels[field]}${field === 'phone' && html` <small>${words.optional}</small>`}</label>
${above(field)}
<input id="${field}" name="${field}" value="${typed[field]}"${ties(field)} ${raw(HELP[field])}>
</div>`,
    description: () => html`<div class="field">
<label for="description">${words.labels.description}</label>
${above('description')}
<textarea id="description" name="description" required maxlength="${LIMITS.description}"${ties('description')}>
${typed.description}</textarea>
</div>`,
  };
}

/** What is down, each to be ticked. */
export function factTicks(words: FormWords, { facts }: TypedTicket): Html {
  return html`${OUTAGE_FACTS.map(
    (fact) => html`<label class="tick"><input type="checkbox" name="facts" value="${fact}"${
      facts.includes(fact) && raw(' checked')
    }>${words.facts[fact]}</label>
`,
  )}`;
}

/** The hidden fields that make a form sent twice one ticket. */
export function hiddenKeys({ key, token }: TypedTicket): Html {
  return html`<input type="hidden" name="key" value="${key}">
<input type="hidden" name="token" value="${token}">`;
}

/**
 * What is wrong, above everything else, with links to the fields.
 * @param fields of the form, in their order
 */
export function errorSummary(words: FormWords, refusal: Refusal, fields: readonly Field[]): Html {
  // What two fields are wrong with together is said once, with a link to the first.
  const wrong = new Map<string, Field>();
  for (const field of fields)
    for (const error of errorsAt(words, refusal, field)) if (!wrong.has(error)) wrong.set(error, field);
  const isUnread = (refusal.code === 'too-large' && !refusal.areFilesTooLarge) || refusal.code === 'overloaded';
  return html`<div class="wrong" role="alert">
<h2>${words.errorsTitle}</h2>
${wrong.size === 0 && html`<p>${words.refusals[refusal.code] ?? words.refused}</p>`}
${
  wrong.size > 0 &&
  html`<ul>${[...wrong].map(([error, field]) => html`<li><a href="#${field}">${error}</a></li>`)}</ul>`
}
${!isUnread && html`<p>${refusal.areFilesLost ? words.filesAgain : words.kept}</p>`}
</div>`;
}

/** What is wrong with a field, in words. */
function errorsAt(words: FormWords, refusal: Refusal | null, field: Field): string[] {
  const code = refusal?.fields[field];
  const files = field === 'files' ? (refusal?.files ?? []) : [];
  const faults = files.map((fault) => `${fault.name}: ${words.fileRefusals[fault.code] ?? words.fileRefused}`);
  if (field === 'files' && refusal?.areFilesTooLarge) return [words.filesTooLarge];
  if (!code) return faults;
  if (refusal.code === 'shop-unrecognised') return [words.unknownShop];
  if (code === 'required') return [words.missing[field]];
  return [code === 'too-long' && field !== 'files' ? words.tooLong : words.unfit[field], ...faults];
}

/**
 * What holds for a ticket that was taken: its number, the promise or the lack of one, and how the answer comes.
 * @param email of the writer
 */
export function receiptBox(
  words: FormWords,
  { language, isMailed }: Around,
  { number, answerBy }: TicketReceipt,
  email: string,
): Html {
  const promise = answerBy ? words.promised(whenInWords(Temporal.Instant.from(answerBy), language)) : words.notPromised;
  return html`<div class="calm" role="status">
<h2>${words.done(number)}</h2>
<p>${words.doneNumber}</p>
<p>${promise}</p>
<p>${isMailed ? words.answerByMail(email) : words.answerOtherwise}</p>
</div>`;
}

/** Such as „w czwartek 3 grudnia o 10:23”, in Warsaw. */
export function whenInWords(at: Temporal.Instant, language: Language): string {
  return LETTER_WORDS[language].when(at);
}

/** What a press on a telephone's number dials: its digits, with the country's. */
export const dialLink = (phone: string): string => `tel:${phone.replace(/[^+\d]/g, '')}`;
