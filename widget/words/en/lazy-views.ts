import type * as pl from '../pl/lazy-views.ts';

/** What a shop without support can still do, by the states of `shop-status`. */
export const stillPossible: typeof pl.stillPossible = {
  active: 'Tickets sent until that day will be finished.',
  expired:
    'You can still report a security hole or a critical bug, ask about updates, or about extending support. Your text will not be lost.',
  'not-bought-directly':
    'For support, turn to your seller. A security hole or a critical bug can always be reported to us.',
  unrecognised: 'This number and this address together fit no shop in our registry. Your text will not be lost.',
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
  notThisShop: 'Not this shop?',
  asOf: 'As of:',
  until: 'Support until',
  promise: 'We answer within 72 hours at the latest.',
  rules: 'Support rules',
  identityTitle: 'Which shop is it?',
  identityMore: 'We did not recognise it on this page. Tell us its number and address once, we will remember.',
  supportNumberHint:
    'It is on the home page of the panel, in the tab “Informacje o sklepie”. Copy capitals and small letters as they stand there.',
  supportNumberWrong: 'This does not look like a support number. It usually has 8 characters, e.g. 7KcWt9Ru.',
  installUrlWrong: 'Give the address, e.g. www.my-shop.pl',
  goOn: 'Continue',
  correct: 'Correct the number or address',
  back: 'Back without a change',
  otherShop: 'This page belongs to another shop than',
  otherShopMore: 'You can send the ticket all the same.',
  signature: 'We take tickets of this shop only from a panel that signs them.',
  signatureMore: 'Sign in to the panel again, or write an e-mail.',
  seller: 'Seller:',
  renewal: 'Extend your support',
  whatOfData: 'What happens to the data?',
  mailInstead: 'Write an e-mail with this text',
  mailInsteadMore: 'An e-mail has no promised time of reply. Our address:',
  privacy: (vendor = 'KAMELIA-NET') =>
    `The data goes to ${vendor}, the maker of the program, and is used only to answer. Without the shop’s number and address we cannot help.`,
  privacyLink: 'More',
  meant: 'Did you mean',
  askRenewal: 'Write about an extension',
  compared: 'We compared:',
  subjectHint: 'From your words, you can change it.',
  subjectOwn: 'In a few words.',
  change: 'Change',
  topicKept: 'Topic chosen earlier',
  notCovered: 'Show what support does not cover',
  covered: 'Covered by support',
  outside: 'Not covered by support',
  facts: 'What is down?',
  factsHint: 'Tick what is down: such tickets come before others.',
  factsMissing:
    'Is something on this list down now? Tick it, and we take the ticket before others. If nothing is, send it once more.',
  phone: 'Phone number',
  phoneHint: 'Optional.',
  call: 'Call us',
  openNow: 'Open now',
  closedNow: 'Closed now',
  placed: 'We read this ticket before others.',
  before: 'Until we answer',
  emergency: 'If the panel stops opening, use this page:',
};

/** What to do meanwhile, in an outage. */
export const beforeSteps: typeof pl.beforeSteps = [
  'Do not update the shop or change its settings.',
  'Note since when it has been down.',
];

/** Topics to choose until the service has sent its own. */
export const firstTopics: typeof pl.firstTopics = {
  outage: 'Outage – the shop or the panel is down',
  other: 'Something else',
};

/** “Mon–Fri 8:00–16:00”, as the service says it in its answers. @param hours as the loader carries them: `mon-fri 08:00-16:00` */
export function officeHours(hours: string): string {
  return hours.replace(/\b[a-z]|-|\b0(?=\d:)/g, (part) =>
    part === '-' ? '–' : part === '0' ? '' : part.toUpperCase(),
  );
}

/** What the e-mail address is for, where that is known: replies go out, or do not. */
export function mailedInWords(isMailed?: boolean, name?: string): string {
  const on = 'The answer also goes out by e-mail, unless you read it here at once.';
  const off = 'No e-mail is sent. The address helps if the answer in the panel does not reach you.';
  return `${isMailed === undefined ? '' : isMailed ? on : off} ${name ? `From: ${name}` : ''}`.trim();
}
