import { html, raw } from 'hono/html';
import { FILE_TYPES } from '../../contract/files/file-kinds.ts';
import type { Language } from '../../contract/lists.ts';
import type { ShopStatus } from '../../contract/shops/shop-status.ts';
import { TOPIC_LABELS } from '../../contract/topic-labels.ts';
import { LETTER_WORDS } from '../../deliveries/letters/words.ts';
import type { Ways } from '../../tickets/how-to-reach-us.ts';
import {
  type Around,
  dialLink,
  type FieldParts,
  factTicks,
  fieldParts,
  hiddenKeys,
  type Refusal,
  whenInWords,
} from './form-parts.ts';
import type { Html } from './page-frame.ts';
import type { TicketFormWords } from './ticket-form-words.ts';
import { fromKeptFile, type TypedTicket } from './typed-ticket.ts';

/** Where the vendor's form is without a script. */
export const PLAIN_FORM_PATH = '/zgloszenie/prosty';

/**
 * The form without a script: number and address first, and the rest once they are known.
 * @param shop as it stands, once number and address were checked
 */
export function plainForm(
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
function shopLine(words: TicketFormWords, language: Language, { shop, seller, support, signature }: ShopStatus): Html {
  const host = shop?.host ?? '';
  const known = support.firstDay ?? support.lastDay;
  const day = known && LETTER_WORDS[language].day(Temporal.PlainDate.from(known));
  const isActive = support.state === 'active';
  const text =
    isActive && day
      ? words.active(host, day)
      : support.state === 'expired' && day
        ? words[support.firstDay ? 'later' : 'expired'](host, day)
        : support.state === 'not-bought-directly'
          ? words.soldElsewhere(host, seller)
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
  // What is chosen is known only once it is sent: nothing is promised that some topic does not have.
  const promise = shop?.topics.every(({ promised }) => promised) && shop.promise.answerBy;
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
${phone && html`<p>${words.outageCall} <a href="${dialLink(phone)}">${phone}</a>. ${opening.text}</p>`}
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
  // Without support nothing is covered by it: what can be chosen is what stays open all the same.
  const covered = shop === null || shop.support.state === 'active' ? words.covered : words.open;
  const group = (isCovered: boolean) => {
    const ofGroup = topics.filter(({ covered }) => covered === isCovered);
    return (
      ofGroup.length > 0 &&
      html`<optgroup label="${isCovered ? covered : words.outside}">${ofGroup.map(
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
