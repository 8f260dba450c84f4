import { html, raw } from 'hono/html';
import type { Language } from '../../contract/lists.ts';
import type { ShopStatus } from '../../contract/shops/shop-status.ts';
import type { TicketReceipt } from '../../contract/tickets/open-ticket.ts';
import { EMERGENCY_PATH } from './emergency-page.ts';
import { type Around, errorSummary, type Refusal, receiptBox } from './form-parts.ts';
import { LINK_PAGE } from './link-page-files.ts';
import { framePage, type Html } from './page-frame.ts';
import { PLAIN_FORM_PATH, plainForm } from './plain-form.ts';
import { TICKET_FORM_WORDS } from './ticket-form-words.ts';
import { emptyTicket, type Field, type TypedTicket } from './typed-ticket.ts';

/** The vendor's form (R7): the widget in a page of ours. */
export const FORM_PATH = '/zgloszenie';

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
  const { language, vendor } = around;
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
  return framePage({ language, title, vendor, trade: words.trade, ...(scripts && { scripts }) }, whole);
}
