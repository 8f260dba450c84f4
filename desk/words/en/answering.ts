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
  waiting: 'Not sent yet. The text is kept; sending it again will not double it.',
  behind: 'Somebody wrote while you were writing. The new message is marked above.',
  newer: 'Not sent: there is a new message in the thread, marked above. See whether your reply still fits.',
  refused: 'The service did not take the text. It is still in the field.',
  tooLong: (over: number, most: number) =>
    `The text is ${over.toLocaleString('en')} ${over === 1 ? 'character' : 'characters'} too long; ${most.toLocaleString('en')} fit. Nothing was cut off.`,
  notSentTooLong: 'Not sent: the text is too long.',
  draftKept: 'Draft kept',
  unsent: 'Not sent:',
  sentReply: 'Reply sent',
  sentNote: 'Note saved',
  findMacro: 'Search the texts',
  noMacro: 'No text fits.',
  openVariables: (names: string) => `The ticket does not say what ${names} stands for. Fill it in before you send.`,
  insertMacro: 'Insert text',
  macroGroups: { rule: 'The rule this ticket is about', own: 'Texts', scope: 'Out of the scope of support' },
};
