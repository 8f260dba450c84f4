import type { answering as Words } from '../pl/answering.ts';

/** In English: answers and notes. */
export const answering: typeof Words = {
  composer: 'Answering',
  replyTab: 'Reply',
  noteTab: 'Note',
  replyField: 'Text of the reply',
  noteField: 'Text of the note, which the customer will not see',
  replyPlaceholder: 'Reply to the customer…',
  notePlaceholder: 'A note for us only…',
  after: 'Then',
  send: 'Send',
  sendAnyway: 'Send anyway',
  saveNote: 'Save note',
  sendAgain: 'Send again',
  sending: 'Sending…',
  waiting: 'No connection. The text is kept; sending it again will not double the answer.',
  behind: 'Somebody wrote while you were writing. The new message is marked above.',
  newer: 'Not sent: there is a new message in the thread, marked above. See whether your reply still fits.',
  refused: 'The service did not take the text. It is still in the field.',
  draftKept: 'Draft kept',
  sentReply: 'Reply sent',
  sentNote: 'Note saved',
  macros: 'Insert text',
  macroGroups: { own: 'Texts', scope: 'Out of the scope of support' },
};
