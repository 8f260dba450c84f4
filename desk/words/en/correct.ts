import type * as pl from '../pl/correct.ts';

/** In English: the dialog that corrects what a ticket is about, its subject and its contact. */
export const correct: typeof pl.correct = {
  title: (number) => `Correct topic, contact, subject: ${number}`,
  subject: 'Subject',
  sentSubject: (subject) => `The customer wrote: “${subject}”.`,
  topic: 'Topic',
  asSent: (topic) => `as it came: ${topic}`,
  covered: 'Covered by support',
  outside: 'Outside support',
  scope: 'Scope',
  byRules: {
    true: 'by the rules: covered by support',
    false: 'by the rules: outside support',
    null: 'scope undecided',
  },
  yes: 'covered by support, we decide so',
  no: 'outside support, we decide so',
  told: 'The customer sees the new subject and topic, and the rule where it is outside support.',
  contact: 'Contact',
  name: 'First and last name',
  email: 'E-mail address',
  emailMore: 'Links that went to the address before will stop working.',
  phone: 'Telephone',
  save: 'Save',
  faults: {
    subject: 'A subject has 3 to 200 characters.',
    email: 'This does not look like an e-mail address.',
    name: 'A name has at most 100 characters.',
    phone: 'A telephone has at most 40 characters.',
    conflict: 'Somebody else changed this ticket meanwhile. Look at what is there now, and save once more.',
  },
};
