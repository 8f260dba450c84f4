import { html, raw } from 'hono/html';
import type { EmergencyFileData } from '../../contract/help/emergency-file.ts';
import { OUTAGE_FIELDS } from '../../contract/help/outage-form.ts';
import type { Language } from '../../contract/lists.ts';
import type { TicketReceipt } from '../../contract/tickets/open-ticket.ts';
import type { Ways } from '../../tickets/how-to-reach-us.ts';
import { EMERGENCY_WORDS, type EmergencyWords } from './emergency-words.ts';
import {
  type Around,
  dialLink,
  errorSummary,
  factTicks,
  fieldParts,
  hiddenKeys,
  type Refusal,
  receiptBox,
  whenInWords,
} from './form-parts.ts';
import { framePage, type Html } from './page-frame.ts';
import { emptyTicket, type TypedTicket } from './typed-ticket.ts';

/** Where the page is; letters name it. */
export const EMERGENCY_PATH = '/awaria';

/** The page with its form: empty, or as it was sent with what is wrong. */
export function emergencyPage(around: Around, typed: TypedTicket, refusal: Refusal | null): string {
  const words = EMERGENCY_WORDS[around.language];
  // What was typed is shown whatever happens; an empty form that nobody can take would only cost time.
  const isShown = around.standing.isTaking || refusal !== null;
  const title = refusal ? `${words.errorsTitle} · ${words.title}` : words.title;
  const rest = isShown ? outageForm(words, typed, refusal, false) : null;
  return wholePage(around, title, refusal ? errorSummary(words, refusal, OUTAGE_FIELDS) : null, rest);
}

/**
 * The page that a taken ticket is answered with.
 * @param email of the writer
 */
export function receiptPage(around: Around, ticket: TicketReceipt, email: string): string {
  const words = EMERGENCY_WORDS[around.language];
  const receipt = receiptBox(words, around, ticket, email);
  const again = html`<p><a href="${EMERGENCY_PATH}">${words.again}</a></p>`;
  return wholePage(around, words.done(ticket.number), receipt, again);
}

/**
 * The page as one file for another host, in one language: the ways to us need neither a script nor this service. Its script
 * asks the service how things stand, and shows the form once it was reached.
 * @param publicUrl where the form is, as long as the service runs
 * @param script as it is built
 */
export function emergencyFile(
  { ways, vendor, language }: Pick<Around, 'ways' | 'vendor' | 'language'>,
  publicUrl: string,
  script: string,
): string {
  const words = EMERGENCY_WORDS[language];
  const service = new URL(publicUrl).origin;
  const body = html`<div class="card"><div class="first">
<h1>${words.title}</h1>
${telephone(words, ways, null)}
</div><div class="rest">
<div class="unreached">
<p>${words.fileNote}</p>
<p><a href="${publicUrl}${EMERGENCY_PATH}">${words.fileForm}</a></p>
</div>
${outageForm(words, emptyTicket(), null, true)}
</div></div>
<aside>
${emailWays(words, ways)}
<section id="state" role="status"></section>
${stepsBefore(words)}
</aside>`;
  const data = toFileData(words, ways, service);
  return framePage({ language, title: words.title, vendor, trade: words.trade, file: { script, service, data } }, body);
}

function toFileData(words: EmergencyWords, { contacts: { email } }: Ways, service: string): EmergencyFileData {
  const { open, closed, sending, errorsTitle, kept, missing, unfit, tooLong, unknownShop, refused, unanswered } = words;
  const { byMail, mailCut, doneNumber, notPromised, answerOtherwise, mailSubject, letterLabels, facts, refusals } =
    words;
  const same = { open, closed, sending, errorsTitle, kept, missing, unfit, tooLong, unknownShop, refused, unanswered };
  const alike = {
    byMail,
    mailCut,
    doneNumber,
    notPromised,
    answerOtherwise,
    mailSubject,
    letterLabels,
    facts,
    refusals,
  };
  return {
    service,
    email,
    words: {
      ...same,
      ...alike,
      lost: words.lost,
      unansweredTitle: words.unansweredTitle,
      taking: words.stateTaking,
      checked: words.checkedAt('{time}'),
      ongoing: words.ongoing('{title}', '{since}'),
      done: words.done('{number}'),
      promised: words.promisedBy('{when}'),
      answerByMail: words.answerByMail('{email}'),
      subject: words.subject('{facts}'),
    },
  };
}

function wholePage(around: Around, title: string, notice: Html | null, rest: Html | null): string {
  const { language, ways, vendor } = around;
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
  return framePage({ language, title, vendor, trade: words.trade }, body);
}

/** @param language null where the page does not know what time it is */
function telephone(words: EmergencyWords, { contacts: { phone }, opening }: Ways, language: Language | null): Html {
  if (phone === null) return html`<p>${opening.text}</p>`;
  const link = dialLink(phone);
  const opens =
    language && opening.nextOpening && words.opensAt(whenInWords(Temporal.Instant.from(opening.nextOpening), language));
  return html`<div class="calm call">
<p><span>${words.call}</span><span id="open-now">${language && (opening.openNow ? words.open : words.closed)}</span></p>
<p class="number"><a href="${link}">${phone}</a></p>
<p>${opening.text}</p>
${opens && html`<p>${opens}</p>`}
<a class="button" href="${link}">${language && opening.openNow ? words.callNow : words.call}</a>
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

/** @param isFile on another host: its script sends it, with a key and a token of its own */
function outageForm(words: EmergencyWords, typed: TypedTicket, refusal: Refusal | null, isFile: boolean): Html {
  const { above, ties, line, description } = fieldParts({ words, typed, refusal });
  return html`<form ${isFile ? raw('id="form" hidden novalidate') : html`method="post" action="${EMERGENCY_PATH}"`}>
<h2>${words.form}</h2>
${!isFile && hiddenKeys(typed)}
<div class="pair">
${line('supportNumber')}
${line('installUrl')}
</div>
<fieldset id="facts"${ties('facts')} tabindex="-1">
<legend>${words.labels.facts}</legend>
${above('facts')}
${factTicks(words, typed)}</fieldset>
${description()}
<div class="pair">
${line('email')}
${line('phone')}
</div>
${isFile && raw('<div id="said" role="status"></div>')}
<button>${words.send}</button>
<p><small>${words.first} ${words.noFiles}</small></p>
</form>`;
}
