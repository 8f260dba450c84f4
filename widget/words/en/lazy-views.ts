import type * as pl from '../pl/lazy-views.ts';

/** What a shop without support can still do, by the states of `shop-status`. */
export const stillPossible: typeof pl.stillPossible = {
  expired: 'You can report a security hole, ask about updates or about extending support.',
  'not-bought-directly': 'For support please turn to your seller. A security hole can always be reported to us.',
  unrecognised:
    'Number and address must be those of the purchase; each domain has its own support package. What you typed stays.',
};

/** Texts about drafts of other tabs, and about a draft that may have arrived. */
export const draftWords: typeof pl.draftWords = {
  other: 'There is another draft:',
  show: 'Show it here',
  drop: 'Delete',
  mayHaveArrived: 'The earlier version may have arrived already. The corrected one joins the same ticket.',
};

/** Texts of rarely shown views: the form for the shop, outage facts, a shop without support. */
export const lazyWords: typeof pl.lazyWords = {
  identityTitle: 'Which shop is it?',
  supportNumberHint: 'It is on the home page of the panel, in the tab “Informacje o sklepie”.',
  supportNumberWrong: 'The number is 4–32 letters, digits or hyphens.',
  installUrlWrong: 'Please give the address, e.g. www.my-shop.pl',
  goOn: 'Continue',
  correct: 'Correct the number or address',
  back: 'Back without a change',
  otherShop: 'This page belongs to another shop than',
  otherShopMore: 'The ticket can be sent all the same.',
  signature: 'Tickets of this shop can only be sent from a panel that signs them.',
  signatureMore: 'Please sign in to the panel again, or write or call.',
  seller: 'Seller:',
  renewal: 'Extend your support',
  facts: 'What is happening?',
  factsHint: 'Outages ticked here are read before everything else.',
  phone: 'Phone number',
  phoneHint: 'Optional.',
};
