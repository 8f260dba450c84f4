import type { page as Words } from '../pl/page.ts';

/** In English: texts of every page. */
export const page: typeof Words = {
  locale: 'en-GB',
  desk: 'Support desk',
  product: 'Pomoc online',
  skip: 'Skip to the content',
  pagesOf: 'Pages of the desk',
  morePages: 'More',
  newTicket: 'New',
  pages: {
    phone: 'New',
    mails: 'Letters',
    incidents: 'Known problems',
    shops: 'Shops',
    reports: 'Reports',
    blocks: 'Blocks',
    macros: 'Macros',
    people: 'People',
    settings: 'Settings',
    systems: 'Keys of systems',
    notifications: 'Notifications and sound',
    factors: 'Signing in',
    sessions: 'Sessions and password',
    journal: 'Journal',
  },
  headings: { phone: 'New ticket' },
  pageNotLoaded: 'The page could not be opened.',
  partNotLoaded: 'This part of the page could not be loaded.',
  live: 'Live',
  connecting: 'Connecting…',
  lost: 'No connection – refreshing every 30\u00a0s',
};
