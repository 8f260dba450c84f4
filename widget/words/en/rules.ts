import type * as pl from '../pl/rules.ts';

/** Texts of the page with the rules of support. */
export const rulesWords: typeof pl.rulesWords = {
  always: 'Can always be reported',
  channels: 'How to reach us',
  others: 'There is also the form on our website, and e-mail, which has no guaranteed time:',
  phone:
    'In an outage we help by phone too: the number appears once you tick what is down. We do not answer by messengers.',
  emergency: 'Page for outages',
  oneDomain: 'One support package covers one domain.',
  full: 'The rules in full (in Polish)',
};
