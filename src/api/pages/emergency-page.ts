import { html, raw } from 'hono/html';
import { LIMITS } from '../../contract/limits.ts';
import { type Language, OUTAGE_FACTS } from '../../contract/lists.ts';
import type { ProblemCode } from '../../contract/problem.ts';
import type { TicketReceipt } from '../../contract/tickets/open-ticket.ts';
import { LETTER_WORDS } from '../../deliveries/letters/words.ts';
import type { Ways } from '../../tickets/how-to-reach-us.ts';
import { EMERGENCY_WORDS, type EmergencyWords } from './emergency-words.ts';
import { framePage, type Html } from './page-frame.ts';
import { FIELDS, type Field, type FieldErrors, type TypedOutage } from './typed-outage.ts';

/** Where the page is; letters name it. */
export const EMERGENCY_PATH = '/awaria';

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

/** Why a form was not taken. */
export interface Refusal {
  code: ProblemCode;
  fields: FieldErrors;
}

/** What every view of the page shows. */
interface Around {
  language: Language;
  ways: Ways;
  standing: Standing;
}

/** The page with its form: empty, or as it was sent with what is wrong. */
export function emergencyPage(around: Around, typed: TypedOutage, refusal: Refusal | null): string {
  const words = EMERGENCY_WORDS[around.language];
  // What was typed is shown whatever happens; an empty form that nobody can take would only cost time.
  const isShown = around.standing.isTaking || refusal !== null;
  const title = refusal ? `${words.errorsTitle} · ${words.title}` : words.title;
  const rest = isShown ? outageForm(words, typed, refusal) : null;
  return wholePage(around, title, refusal ? errorSummary(words, refusal) : null, rest);
}

/**
 * The page that a taken ticket is answered with.
 * @param isMailed whether replies go out by e-mail
 */
export function receiptPage(
  around: Around,
  { number, answerBy }: TicketReceipt,
  { email, isMailed }: { email: string; isMailed: boolean },
): string {
  const { language } = around;
  const words = EMERGENCY_WORDS[language];
  const promise = answerBy ? words.promised(whenInWords(Temporal.Instant.from(answerBy), language)) : words.notPromised;
  const receipt = html`<div class="calm" role="status">
<h2>${words.done(number)}</h2>
<p>${words.doneNumber}</p>
<p>${promise}</p>
<p>${isMailed ? words.answerByMail(email) : words.answerByCall}</p>
</div>`;
  const again = html`<p><a href="${EMERGENCY_PATH}">${words.again}</a></p>`;
  return wholePage(around, words.done(number), receipt, again);
}

/**
 * The page as one file for another host, in one language: it needs neither a script nor this service, and says nothing
 * of the moment, which it cannot know.
 * @param publicUrl where the form is, as long as the service runs
 */
export function emergencyFile(ways: Ways, language: Language, publicUrl: string): string {
  const words = EMERGENCY_WORDS[language];
  const body = html`<div class="card"><div class="first">
<h1>${words.title}</h1>
${telephone(words, ways, null)}
</div><div class="rest">
${emailWays(words, ways)}
<p>${words.fileNote}</p>
<p><a href="${publicUrl}${EMERGENCY_PATH}">${words.fileForm}</a></p>
</div></div>
<aside>${stepsBefore(words)}</aside>`;
  return framePage({ language, title: words.title, maker: words.maker, isFile: true }, body);
}

function wholePage(around: Around, title: string, notice: Html | null, rest: Html | null): string {
  const { language, ways } = around;
  const words = EMERGENCY_WORDS[language];
  const body = html`<div class="card"><div class="first">
<h1>${words.title}</h1>
${notice}
${telephone(words, ways, language)}
</div><div class="rest">
${rest}
</div></div>
<aside>
${emailWays(words, ways)}
${standingBox(words, around)}
${stepsBefore(words)}
</aside>`;
  return framePage({ language, title, maker: words.maker, isFile: false }, body);
}

/** @param language null where the page does not know what time it is */
function telephone(words: EmergencyWords, { contacts: { phone }, opening }: Ways, language: Language | null): Html {
  if (phone === null) return html`<p>${opening.text}</p>`;
  const link = `tel:${phone.replace(/[^+\d]/g, '')}`;
  const opens =
    language && opening.nextOpening && words.opensAt(whenInWords(Temporal.Instant.from(opening.nextOpening), language));
  return html`<div class="calm call">
<p><span>${words.call}</span>${language && html`<span>${opening.openNow ? words.open : words.closed}</span>`}</p>
<p class="number"><a href="${link}">${phone}</a></p>
<p>${opening.text}</p>
${opens && html`<p>${opens}</p>`}
<a class="button" href="${link}">${words.callNow}</a>
</div>`;
}

function emailWays(words: EmergencyWords, { contacts: { email } }: Ways): Html {
  const subject = encodeURIComponent(words.mailSubject);
  const body = encodeURIComponent(words.mailBody.join('\r\n'));
  return html`<section>
<h2>${words.email}</h2>
<p><a href="mailto:${email}?subject=${subject}&amp;body=${body}">${email}</a></p>
<small>${words.emailHow}</small>
</section>`;
}

function standingBox(words: EmergencyWords, { standing: { isTaking, ongoing, at }, language }: Around): Html {
  return html`<section class="${isTaking ? 'calm' : 'wrong'}">
<h3>${isTaking ? words.stateTaking : words.stateNotTaking}</h3>
${ongoing.map(({ title, since }) => html`<p>${words.ongoing(title, whenInWords(Temporal.Instant.from(since), language))}</p>`)}
<small>${words.checked(whenInWords(at, language))}</small>
</section>`;
}

function stepsBefore(words: EmergencyWords): Html {
  return html`<section>
<h2>${words.before}</h2>
<ul>${words.beforeSteps.map((step) => html`<li>${step}</li>`)}</ul>
</section>`;
}

function errorSummary(words: EmergencyWords, { code, fields }: Refusal): Html {
  const wrong = FIELDS.filter((field) => fields[field]);
  const isOfShop = code === 'shop-unrecognised';
  return html`<div class="wrong" role="alert">
<h2>${words.errorsTitle}</h2>
${wrong.length === 0 && html`<p>${words.refusals[code] ?? words.refused}</p>`}
${
  wrong.length > 0 &&
  html`<ul>${wrong.map((field) => html`<li><a href="#${field}">${errorWords(words, field, fields[field], isOfShop)}</a></li>`)}</ul>`
}
${code !== 'too-large' && html`<p>${words.kept}</p>`}
</div>`;
}

function errorWords(words: EmergencyWords, field: Field, code: FieldErrors[Field], isOfShop: boolean): string {
  if (isOfShop) return words.unknownShop;
  if (code === 'required') return words.missing[field];
  return code === 'too-long' ? words.tooLong : words.unfit[field];
}

function outageForm(words: EmergencyWords, typed: TypedOutage, refusal: Refusal | null): Html {
  const isOfShop = refusal?.code === 'shop-unrecognised';
  const errorOf = (field: Field) => {
    const code = refusal?.fields[field];
    return code ? errorWords(words, field, code, isOfShop) : null;
  };
  const hintOf = (field: Field) => words.hints[field] ?? null;
  const described = (field: Field) => {
    const ids = [errorOf(field) && `${field}-error`, hintOf(field) && `${field}-hint`].filter((id) => id !== null);
    const description = ids.length > 0 ? html` aria-describedby="${ids.join(' ')}"` : null;
    // A group is not invalid, only a field is: the group's error describes it.
    return html`${description}${field !== 'facts' && errorOf(field) && raw(' aria-invalid="true"')}`;
  };
  const below = (field: Field) => html`${hintOf(field) && html`<small id="${field}-hint">${hintOf(field)}</small>`}
${errorOf(field) && html`<span class="error" id="${field}-error">${errorOf(field)}</span>`}`;
  const line = (field: Exclude<Field, 'facts' | 'description'>, attributes: string) => html`<div class="field">
<label for="${field}">${words.labels[field]}${field === 'phone' && html` <small>${words.optional}</small>`}</label>
${below(field)}
<input id="${field}" name="${field}" value="${typed[field]}"${described(field)} ${raw(attributes)}>
</div>`;
  return html`<form method="post" action="${EMERGENCY_PATH}">
<h2>${words.form}</h2>
<input type="hidden" name="key" value="${typed.key}">
<input type="hidden" name="token" value="${typed.token}">
<div class="pair">
${line('supportNumber', 'required autocomplete="off" autocapitalize="off" spellcheck="false" maxlength="64"')}
${line('installUrl', `required inputmode="url" autocapitalize="off" spellcheck="false" maxlength="${LIMITS.installUrl}"`)}
</div>
<fieldset id="facts"${described('facts')} tabindex="-1">
<legend>${words.labels.facts}</legend>
${below('facts')}
${OUTAGE_FACTS.map(
  (fact) => html`<label class="tick"><input type="checkbox" name="facts" value="${fact}"${
    typed.facts.includes(fact) && raw(' checked')
  }>${words.facts[fact]}</label>
`,
)}</fieldset>
<div class="field">
<label for="description">${words.labels.description}</label>
${below('description')}
<textarea id="description" name="description" required maxlength="${LIMITS.description}"${described('description')}>
${typed.description}</textarea>
</div>
<div class="pair">
${line('email', `type="email" required autocomplete="email" maxlength="${LIMITS.email}"`)}
${line('phone', `type="tel" autocomplete="tel" maxlength="${LIMITS.phone}"`)}
</div>
<button>${words.send}</button>
<p><small>${words.first} ${words.noFiles}</small></p>
</form>`;
}

/** Such as „w czwartek 3 grudnia o 10:23”, in Warsaw. */
function whenInWords(at: Temporal.Instant, language: Language): string {
  return LETTER_WORDS[language].when(at);
}
