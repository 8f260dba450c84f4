import type { EmergencyFileData } from '../../src/contract/help/emergency-file.ts';
import { OUTAGE_FIELDS } from '../../src/contract/help/outage-form.ts';
import type { TicketReceipt } from '../../src/contract/tickets/open-ticket.ts';
import { element } from './element.ts';
import type { Errors } from './read-form.ts';
import { inWarsaw } from './show-state.ts';

type Words = EmergencyFileData['words'];

/** Says at each field what is wrong with it, and takes back what was said before. */
export function showErrors(form: HTMLFormElement, errors: Errors): void {
  for (const field of OUTAGE_FIELDS) {
    const control = form.querySelector(`#${field}`);
    const id = `${field}-error`;
    form.querySelector(`#${id}`)?.replaceWith();
    const hint = form.querySelector(`#${field}-hint`)?.id;
    const text = errors[field];
    const described = [text && id, hint].filter(Boolean).join(' ');
    control?.toggleAttribute('aria-describedby', false);
    if (described) control?.setAttribute('aria-describedby', described);
    // A group is not invalid, only a field is: the group's error describes it.
    control?.toggleAttribute('aria-invalid', false);
    if (text && field !== 'facts') control?.setAttribute('aria-invalid', 'true');
    if (!text || !control) continue;
    const error = element('span', text);
    error.id = id;
    error.className = 'error';
    if (field === 'facts') control.querySelector('legend')?.after(error);
    else control.before(error);
  }
}

/** Why a ticket is not taken, or why nobody knows. */
export interface NotTaken {
  title: string;
  why: string;
}

/**
 * What did not go, and that nothing of it is lost.
 * @param letter the road that is left, and whether the text was cut for it
 */
export function notSent(words: Words, { title, why }: NotTaken, letter: { link: string; isCut: boolean }): HTMLElement {
  const box = element('div', '');
  box.className = 'wrong';
  box.append(element('h2', title), element('p', why), element('p', words.kept));
  const link = element('a', words.byMail);
  link.href = letter.link;
  link.className = 'letter';
  const road = element('p', '');
  road.append(link);
  box.append(road);
  if (letter.isCut) box.append(element('p', words.mailCut));
  return box;
}

/** The receipt of a ticket. @param isMailed whether replies go out by e-mail */
export function receiptOf(
  words: Words,
  { number, answerBy }: TicketReceipt,
  { email, isMailed }: { email: string; isMailed: boolean },
): HTMLElement {
  const box = element('div', '');
  box.className = 'calm';
  const title = element('h2', words.done.replace('{number}', number));
  title.tabIndex = -1;
  const when = answerBy && inWarsaw(answerBy, { dateStyle: 'full', timeStyle: 'short' });
  box.append(
    title,
    element('p', words.doneNumber),
    element('p', when ? words.promised.replace('{when}', when) : words.notPromised),
    element('p', isMailed ? words.answerByMail.replace('{email}', () => email) : words.answerOtherwise),
  );
  return box;
}
