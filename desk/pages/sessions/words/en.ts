import type { pl } from './pl.ts';

/** In English: the page of sessions. */
export const en: typeof pl = {
  sessions: 'Open sessions',
  sessionsMore: 'A session ends by itself 2 hours after its last use, and 12 hours after sign-in at the latest.',
  unknown: 'Unknown browser',
  thisOne: 'this session',
  begun: (at) => `since ${at}`,
  used: (at) => `last used ${at}`,
  end: 'End',
  endOne: (label, at) => `End the session: ${label}, since ${at}`,
  endAll: 'Sign out everywhere',
  endAllMore: 'Ends every session, this one too.',
  ended: 'The session is ended.',
  notLoaded: 'No connection: the sessions could not be loaded.',
  failed: 'No connection. Try again.',
  password: 'Password',
  passwordMore: 'When the password changes, every session but this one ends.',
  fields: {
    old: 'Current password',
    new: 'New password',
    repeated: 'New password once more',
  },
  hint: '12 to 200 characters. A few plain words are better than one odd one.',
  errors: {
    old: 'Type your current password.',
    new: 'A password has 12 to 200 characters.',
    repeated: 'The new passwords differ.',
  },
  change: 'Change password',
  changing: 'Changing…',
  changed: 'Password changed. The other sessions are ended.',
  wrong: 'This is not your current password.',
  refused: 'The service did not take this password.',
};
