import type { pl } from './pl.ts';

/** In English: notifications, and the page where each is turned on and off. */
export const en: typeof pl = {
  more: 'On this computer. It works while the desk is open, in the background too. You hear nothing of what you do yourself.',
  titles: {
    outage: 'New outage',
    message: 'A message in a ticket of yours',
    assigned: 'A ticket was given to you',
    mention: 'You were mentioned',
    followUp: 'A promised time is near',
  },
  followUpDue: 'A promised time has just come',
  kinds: {
    outage: ['New outage', 'every one, a colleague’s too'],
    message: ['A message in a ticket of mine', 'after 10 s, unless you open it'],
    assigned: ['A ticket is given to me', 'by somebody else'],
    mention: ['I am mentioned', 'in a note'],
    followUp: ['A promise falls due', '15 minutes before its time and at it'],
  },
  sound: 'Sound',
  sounds: { none: 'none', outages: 'outages only', all: 'everything' },
  listen: 'Listen',
  afterHours: 'Out of hours',
  afterHoursMore: 'everything out of office hours, too; otherwise only outages then',
  turnOn: 'Turn notifications on',
  states: {
    granted: 'Notifications are on.',
    default: 'The browser has not asked for permission yet. Without it nothing is shown or played.',
    denied: 'This browser blocks notifications of the desk. Its settings for this site unblock them.',
    missing: 'This browser has no notifications.',
  },
  test: 'Send a test',
  tested: (time: string) => `Test sent at ${time}.`,
  testSubject: 'This is what a notification looks like',
};
