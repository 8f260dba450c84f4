import { html, raw } from 'hono/html';
import { FILE_TYPES } from '../../contract/files/file-kinds.ts';
import type { Language } from '../../contract/lists.ts';
import type { ShopStatus } from '../../contract/shops/shop-status.ts';
import type { TicketReceipt } from '../../contract/tickets/open-ticket.ts';
import { TOPIC_LABELS } from '../../contract/topic-labels.ts';
import { LETTER_WORDS } from '../../deliveries/letters/words.ts';
import type { Ways } from '../../tickets/how-to-reach-us.ts';
import { EMERGENCY_PATH } from './emergency-page.ts';
import {
  type Around,
  errorSummary,
  type FieldParts,
  factTicks,
  fieldParts,
  hiddenKeys,
  type Refusal,
  receiptBox,
  whenInWords,
} from './form-parts.ts';
import { LINK_PAGE } from './link-page-files.ts';
import { framePage, type Html } from './page-frame.ts';
import { TICKET_FORM_WORDS, type TicketFormWords } from './ticket-form-words.ts';
import { emptyTicket, type Field, fromKeptFile, type TypedTicket } from './typed-ticket.ts';

/** The vendor's form (R7): the widget in a page of ours. */
export const FORM_PATH = '/zgloszenie';

/** The same without a script. */
export const PLAIN_FORM_PATH = '/zgloszenie/prosty';

/** The fields of the form, in their order. */
const FIELDS: readonly Field[] = [
  'supportNumber',
  'installUrl',
  'description',
  'files',
  'subject',
  'topic',
  'facts',
  'email',
];

/**
 * The page with the widget. It calls `SGPomoc('mount')` as any other page may, so nothing of it is made for us; where no
 * script runs, the form without one begins here.
 */
export function formPage(around: Around): string {
  const words = TICKET_FORM_WORDS[around.language];
  const form = html`<div class="scripted" id="formularz" data-pomoc-form><p>${words.loading} <a href="${PLAIN_FORM_PATH}">${words.plain}</a></p>
<div class="wrong" role="alert" hidden><p>${words.notLoaded}</p><p><a class="button" href="${PLAIN_FORM_PATH}">${words.plain}</a></p></div></div>
<noscript>
<p>${words.lead}</p>
${plainForm(around, words, emptyTicket(), null, null)}
</noscript>`;
  return wholePage(
    around,
    words.title,
    html`<h1>${words.title}</h1>
${form}`,
    scriptsIn(around.language),
  );
}

/**
 * Calls from before the widget is there wait in the page's stub. Where its script does not come, or nothing of it stands
 * here after eight seconds, the page says so and leads to the form without one; the widget takes the place of both texts.
 */
export const MOUNT_SCRIPT = `(SGPomoc=function(){(SGPomoc.q=SGPomoc.q||[]).push(arguments)})('mount',document.getElementById('formularz'));
(function([loading,late]){
function tell(){loading.hidden=true;late.hidden=false}
addEventListener('error',function(event){if(event.target.src)tell()},true);
setTimeout(tell,8000)
})(document.getElementById('formularz').children)`;

function scriptsIn(language: Language): Html {
  return html`<script>${raw(MOUNT_SCRIPT)}</script>
<script async src="/pomoc.js" data-launcher="none" data-lang="${language}"></script>`;
}

/**
 * The page without a script: number and address first, and the rest once they are known.
 * @param shop as it stands, once number and address were checked
 */
export function plainFormPage(
  around: Around,
  typed: TypedTicket,
  shop: ShopStatus | null,
  refusal: Refusal | null,
): string {
  const words = TICKET_FORM_WORDS[around.language];
  const before = refusal ? words.errorsTitle : shop ? words.recognised : null;
  const { isTaking } = around.standing;
  const { email } = around.ways.contacts;
  // What was not read is sent again by the browser: an empty form would only be filled in twice.
  const isShown = refusal ? refusal.code !== 'overloaded' : isTaking;
  const form = isShown ? plainForm(around, words, typed, shop, refusal) : null;
  const body = html`<h1>${words.title}</h1>
${refusal ? errorSummary(words, refusal, FIELDS) : !shop && html`<p>${words.lead}</p>`}
${!isTaking && html`<p class="wrong">${words.notTaking} <a href="mailto:${email}">${email}</a></p>`}
${form}`;
  return wholePage(around, before ? `${before} · ${words.title}` : words.title, body);
}

/**
 * The page that a taken ticket is answered with.
 * @param email of the writer
 */
export function formReceiptPage(around: Around, ticket: TicketReceipt, email: string): string {
  const words = TICKET_FORM_WORDS[around.language];
  const body = html`<h1>${words.title}</h1>
${receiptBox(words, around, ticket, email)}
<p><a href="${PLAIN_FORM_PATH}">${words.another}</a></p>`;
  return wholePage(around, words.done(ticket.number), body);
}

function wholePage(around: Around, title: string, body: Html, scripts?: Html): string {
  const { language } = around;
  const words = TICKET_FORM_WORDS[language];
  const { opening } = around.ways;
  const whole = html`<section class="calm quick">
<h2>${words.quick}</h2>
<p>${words.quickMore}</p>
</section>
<div class="card"><div class="first">
${body}
</div></div>
<aside>
<section>
<h2>${words.where}</h2>
<p>${words.whereMore}</p>
</section>
<section>
<h2>${words.outage}</h2>
<p>${words.outageMore} <a href="${EMERGENCY_PATH}">${words.outagePage}</a></p>
</section>
<section>
<h2>${words.hours}</h2>
<p>${opening.text}</p>
</section>
${around.isMailed && html`<p><a href="${LINK_PAGE}">${words.lost}</a></p>`}
${scripts && html`<p><a href="${PLAIN_FORM_PATH}">${words.plain}</a></p>`}
</aside>`;
  return framePage({ language, title, maker: words.maker, ...(scripts && { scripts }) }, whole);
}

function plainForm(
  { language, isMailed, ways }: Around,
  said: TicketFormWords,
  typed: TypedTicket,
  shop: ShopStatus | null,
  refusal: Refusal | null,
): Html {
  const words = isMailed ? { ...said, hints: { ...said.hints, email: said.answerHere } } : said;
  const { line } = fieldParts({ words, typed, refusal });
  // Whatever was typed is shown; before anything was, the shop comes first.
  const isWhole =
    shop !== null || [typed.description, typed.subject, typed.topic, typed.email].some((text) => text !== '');
  return html`<form method="post" action="${PLAIN_FORM_PATH}" enctype="multipart/form-data">
${hiddenKeys(typed)}
<div class="pair">
${line('supportNumber')}
${line('installUrl')}
</div>
${shop && shopLine(words, language, shop)}
${isWhole ? restOfForm(words, { language, ways }, typed, shop, refusal) : html`<button name="step" value="check">${words.next}</button>`}
</form>`;
}

/** Which shop it is, and how far its support goes. */
function shopLine(words: TicketFormWords, language: Language, { shop, support, signature }: ShopStatus): Html {
  const host = shop?.host ?? '';
  const day = support.lastDay && LETTER_WORDS[language].day(Temporal.PlainDate.from(support.lastDay));
  const isActive = support.state === 'active';
  const text =
    isActive && day
      ? words.active(host, day)
      : support.state === 'expired' && day
        ? words.expired(host, day)
        : support.state === 'not-bought-directly'
          ? words.soldElsewhere(host)
          : host;
  return html`<p class="${isActive ? 'calm' : 'wrong'}" role="status">${text}
${signature === 'required' && html` <b>${words.refusals['signature-required']}</b>`}</p>`;
}

function restOfForm(
  words: TicketFormWords,
  { language, ways }: Pick<Around, 'language' | 'ways'>,
  typed: TypedTicket,
  shop: ShopStatus | null,
  refusal: Refusal | null,
): Html {
  const parts = fieldParts({ words, typed, refusal });
  const { above, ties, line, description } = parts;
  const promise = shop?.promise.answerBy;
  return html`${description()}
<div class="field">
<label for="files">${words.labels.files} <small>${words.optional}</small></label>
${above('files')}
${
  typed.files.length > 0 &&
  html`<fieldset><legend>${words.keptFiles}</legend>
${typed.files.map(
  (
    file,
  ) => html`<label class="tick"><input type="checkbox" name="kept" value="${fromKeptFile(file)}" checked>${file.name}</label>
`,
)}</fieldset>`
}
<input id="files" name="files" type="file" multiple accept="${FILE_TYPES.join(',')}"${ties('files')}>
</div>
${line('subject')}
<div class="field">
<label for="topic">${words.labels.topic}</label>
${above('topic')}
${topicField(words, { chosen: typed.topic, language }, shop, ties('topic'))}
</div>
${outageFields(words, ways, typed, parts)}
${line('email')}
<button>${words.send}</button>
${promise && html`<p class="usual"><small>${words.promised(whenInWords(Temporal.Instant.from(promise), language))}</small></p>`}
${shop?.contacts.privacy && html`<p><small><a href="${shop.contacts.privacy}">${words.privacy}</a></small></p>`}`;
}

/** What is asked of an outage, beside how to report it sooner: shown while its topic is chosen, where a browser can tell. */
function outageFields(
  words: TicketFormWords,
  { contacts: { phone }, opening }: Ways,
  typed: TypedTicket,
  { above, ties }: FieldParts,
): Html {
  return html`<fieldset class="outage" id="facts"${ties('facts')} tabindex="-1">
<legend>${words.outageFacts}</legend>
${phone && html`<p>${words.outageCall} <a href="tel:${phone.replace(/[^+\d]/g, '')}">${phone}</a>. ${opening.text}</p>`}
${above('facts')}
${factTicks(words, typed)}</fieldset>`;
}

/** The topics that this shop may choose. While it is not known, only what was chosen before is there. */
function topicField(
  words: TicketFormWords,
  { chosen, language }: { chosen: TypedTicket['topic']; language: Language },
  shop: ShopStatus | null,
  ties: Html,
): Html {
  const topics = shop?.topics ?? [];
  const group = (isCovered: boolean) => {
    const ofGroup = topics.filter(({ covered }) => covered === isCovered);
    return (
      ofGroup.length > 0 &&
      html`<optgroup label="${isCovered ? words.covered : words.outside}">${ofGroup.map(
        ({ id, label }) => html`<option value="${id}"${id === chosen && raw(' selected')}>${label}</option>`,
      )}</optgroup>`
    );
  };
  return html`<select id="topic" name="topic"${topics.length > 0 && raw(' required')}${ties}>
<option value="">${words.choose}</option>
${topics.length === 0 && chosen && html`<option value="${chosen}" selected>${TOPIC_LABELS[language][chosen]}</option>`}
${group(true)}
${group(false)}
</select>`;
}
