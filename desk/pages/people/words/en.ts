import type { pl } from './pl.ts';

/** In English: the page of people, and setting a password by a code. */
export const en: typeof pl = {
  all: 'People at the desk',
  onlyAdmins: 'Only admins see and change people.',
  lead: 'An admin with neither a passkey nor an authenticator app may work for 14 days, then has to add one of them first. Your own account is not changed here, so at least one admin is always left.',
  you: 'you',
  roles: { agent: 'Agent', admin: 'Admin' },
  factors(state, count, until) {
    if (state === 'has') return `second factors: ${count}`;
    if (state === 'grace') return `no second factor, allowed until ${until}`;
    return state === 'needed' ? 'no second factor, has to add one' : 'no second factor';
  },
  codeWaits: (until) => `one-time code waits until ${until}`,
  lastUsed: (at) => `last seen ${at}`,
  held: (count) => (count === 0 ? 'holds nothing' : `holds ${count}`),
  disabledSince: (at) => `account disabled ${at}`,
  acts: {
    renew: 'Give a code',
    disable: 'Disable',
    restore: 'Restore',
    promote: 'Make admin',
    demote: 'Make agent',
  },
  sure: {
    renew: (name) =>
      `Give a one-time code, account: ${name}? Its password, passkeys, app and recovery codes stop working, and all its sessions end.`,
    disable: (name) =>
      `Disable the account: ${name}? Access ends at once, and the open tickets of this person go back to the team, held by nobody.`,
    restore: (name) => `Restore the account: ${name}? A one-time code to set a new password will be given.`,
    promote: (name) => `Give ${name} the rights of an admin: settings, secrets of shops, people and journal?`,
    demote: (name) => `Take the rights of an admin from ${name}?`,
  },
  yes: {
    renew: 'Yes, give a code',
    disable: 'Yes, disable',
    restore: 'Yes, restore',
    promote: 'Yes, give them',
    demote: 'Yes, take them',
  },
  done: {
    renew: (name) => `Code given: ${name}.`,
    disable: (name) => `Account disabled: ${name}.`,
    restore: (name) => `Account restored: ${name}.`,
    promote: (name) => `${name} is an admin from now on.`,
    demote: (name) => `${name} is an agent from now on.`,
  },
  failures: {
    taken: 'Another account has this address, active or disabled.',
    'changed-meanwhile': 'Nothing changed: somebody changed this account meanwhile. The list is up to date now.',
    'not-proven': 'There was no proof that it is you.',
    refused: 'The service did not take this change.',
    unanswered: 'No answer. See in the list whether it is changed before you try again.',
  },
  notLoaded: 'No connection: the list of people could not be loaded.',
  notFresh: 'No connection: the list may be out of date.',
  add: 'Add a person',
  adding: 'Adding…',
  addMore: 'You will see a one-time code. Hand it to this person: within 30 minutes they set their password by it.',
  fields: { name: 'Full name', email: 'E-mail address' },
  nameMore: 'Customers see it under replies.',
  errors: {
    name: 'Type the full name, at most 100 characters.',
    email: 'Type an e-mail address, such as ola@firm.com.',
  },
  role: 'Role',
  roleMore: 'An admin also changes settings, secrets of shops and people, and sees the journal.',
  codeOf: (name) => `One-time code: ${name}`,
  codeMore: (email, until) =>
    `It works once, until ${until}. On the sign-in page they choose “I have a one-time code” and give the address ${email}. The code will not be shown again.`,
  copyCode: 'Copy the code',
  copied: 'Copied.',
  putAway: 'Handed over, hide it',
  byCode: 'Set a password by a code',
  byCodeMore: 'An admin of the desk gives one-time codes. They work once, for 30 minutes.',
  code: 'One-time code',
  password: 'New password',
  passwordMore: 'From 12 to 200 characters. A few plain words protect better than an odd one.',
  passwordError: 'A password has from 12 to 200 characters.',
  setPassword: 'Set the password and sign in',
  setting: 'Setting…',
  back: 'Back to signing in',
};
