import { label } from '../../../browser/lists.ts';
import type * as pl from '../pl/panel.ts';

/** The language of these texts: of the drawer, and of the service's responses. */
export const LANGUAGE: typeof pl.LANGUAGE = 'en';

/** English typography: no line break between a number and its unit. */
export function bind(words: string): string {
  return words.replace(/(\d) (?=\p{L})/gu, '$1\u00a0');
}

/** The fixed texts of the widget. */
export const words: typeof pl.words = {
  title: 'Pomoc online',
  close: 'Close',
  resume: 'Back to the ticket',
  newTicket: 'New ticket',
  myTickets: 'My tickets',

  notSent: 'Not sent.',
  unknown: 'The support period could not be checked',

  email: 'Your e-mail',
};

/** Texts of the form, which no later part uses: docs/decisions/0004-terser-and-two-chunks.md. */
export const formWords: typeof pl.formWords = {
  description: 'What is happening?',
  descriptionHint: 'On which page, since when, what is on the screen?',
  send: 'Send ticket',
  asking: 'Checking your support period…',
  orWrite: 'You can also send an e-mail with the text filled in:',
  unknownMore: 'You can send the ticket.',
};

/** The support of a shop, by the states of `shop-status`. */
export const supportStates: typeof pl.supportStates = {
  expired: 'Technical support ended',
  later: 'Support begins on',
  'support-expired': 'The shop has no support today',
  'not-bought-directly': 'The shop was bought from another seller',
  unrecognised: 'We do not recognise this shop',
};

/**
 * Why a ticket was not sent, by problem code: the only place where a failure becomes words.
 * @param endings words of codes that come from sending
 */
export function failureInWords(code: string, endings: Record<string, string> = {}): string {
  const otherwise =
    code === 'unavailable'
      ? 'No connection to the support service'
      : (endings[code] ?? 'The service did not take the ticket');
  const reason = label(supportStates, code.replace('shop-', ''), otherwise);
  return bind(`${reason}. Your text is still in the form.`);
}
