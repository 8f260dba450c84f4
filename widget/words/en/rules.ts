import type * as pl from '../pl/rules.ts';

/** Texts of the page with the rules of support. */
export const rulesWords: typeof pl.rulesWords = {
  always: 'You can always report',
  channels: 'How to reach us',
  others: 'You can also use the form on our website, or e-mail; by e-mail we guarantee no time of reply:',
  phone:
    'In an outage you can also call: choose the topic “Outage” and tick what is down, and we show the number. We do not help by Skype or GG.',
  emergency: 'Page for outages',
  oneDomain: 'One support package covers one domain.',
  full: 'The rules in full (in Polish)',
};
