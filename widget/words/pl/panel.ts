import { label } from '../../../browser/lists.ts';
import type { Language, SupportState } from '../../../src/contract/lists.ts';
/** The language of these texts: of the drawer, and of the service's responses. */
export const LANGUAGE: Language = 'pl';

/** Polish typography: no line break after one-letter words and between a number and its unit. */
export function bind(words: string): string {
  return words.replace(/(?<![^\s(„])([aiouwz]) /gi, '$1\u00a0').replace(/(\d) (?=\p{L})/gu, '$1\u00a0');
}

/** The fixed texts of the widget. */
export const words = {
  title: 'Pomoc online',
  close: 'Zamknij',
  resume: 'Wróć do zgłoszenia',
  newTicket: 'Nowe zgłoszenie',
  myTickets: 'Moje zgłoszenia',

  notSent: 'Nie wysłano.',
  unknown: 'Nie udało się sprawdzić okresu pomocy',

  email: 'Twój e-mail',
};

/** Texts of the form, which no later part uses: docs/decisions/0004-terser-and-two-chunks.md. */
export const formWords = {
  description: 'Co się dzieje?',
  descriptionHint: 'Na której stronie, od kiedy, co widać na ekranie?',
  send: 'Wyślij zgłoszenie',
  asking: 'Sprawdzamy okres pomocy…',
  orWrite: 'Możesz też wysłać e-mail z gotową treścią:',
  unknownMore: 'Możesz wysłać zgłoszenie.',
};

/** The support of a shop, by the states of `shop-status`; before its first day; and why a ticket was not taken. */
export const supportStates: Record<Exclude<SupportState, 'active'> | 'later' | 'support-expired', string> = {
  expired: 'Pomoc techniczna wygasła',
  later: 'Pomoc zacznie się',
  'support-expired': 'Sklep nie ma dziś pomocy technicznej',
  'not-bought-directly': 'Sklep kupiony u innego sprzedawcy',
  unrecognised: 'Nie rozpoznajemy tego sklepu',
};

/**
 * Why a ticket was not sent, by problem code: the only place where a failure becomes words.
 * @param endings words of codes that come from sending
 */
export function failureInWords(code: string, endings: Record<string, string> = {}): string {
  const otherwise =
    code === 'unavailable' ? 'Brak połączenia z serwisem pomocy' : (endings[code] ?? 'Serwis nie przyjął zgłoszenia');
  const reason = label(supportStates, code.replace('shop-', ''), otherwise);
  return bind(`${reason}. Tekst jest nadal w formularzu.`);
}
