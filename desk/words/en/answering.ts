import type { PlannedMoment } from '../moments.ts';
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
  replyTo: (name: string) => `Reply to: ${name}`,
  foldWriting: 'Fold the field',
  after: 'Then',
  send: 'Send',
  sendAndNext: 'Send and next',
  moreSending: 'Other ways to send',
  sendNow: 'Send now',
  undo: 'Undo',
  onTheirWay: 'Replies on their way',
  goingTo: (name: string) => `to: ${name}`,
  seconds: (count: number) => `${count}\u00a0sec`,
  notGone: 'not sent yet',
  goingTold: (number: string, seconds: number) =>
    `The reply in ${number} goes in ${seconds} seconds. It can be undone until then.`,
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
  attach: 'Add a file',
  draftKept: 'Draft kept',
  unsent: 'Not sent:',
  unsentWhy: {
    newer: 'was not answered: there is a new message in the thread. The text is in its field.',
    refused: 'was not answered: the service did not take the text. It is in its field.',
  },
  sentReply: 'Reply sent',
  sentNote: 'Note saved',
  findMacro: 'Search the texts',
  noMacro: 'No text fits.',
  openVariables: (names: string) => `The ticket does not say what ${names} stands for. Fill it in before you send.`,
  thanks: { only: 'Only thanks', close: 'Thanks, close it', row: 'thanks' },
  outageNoted: 'an outage once the customer writes',
  /** by when we write again, as it stands beside Send, and as a choice */
  followUp: {
    set: 'We write again by…',
    by: ({ day, time, name }: PlannedMoment) =>
      `we write again by ${time} ${day === 'today' || day === 'tomorrow' ? day : `on ${name}`}`,
    at: ({ day, time, name }: PlannedMoment) => `${day === 'today' || day === 'tomorrow' ? day : name}, ${time}`,
    clear: 'Remove the time',
    other: 'Another day and time',
    choose: 'Set',
    moved: (at: string) => `Nobody is there then. It will be: ${at}.`,
    unfit: 'Choose a time from now to 92 days ahead.',
    refused: 'Not sent: the time by which we write again is past. Set another one; the text is still in the field.',
    unkept: (date: string) =>
      `The text names ${date}, but nothing will remind of it. Set “We write again by…” or mend the text.`,
  },
  insertMacro: 'Insert text',
  macroGroups: { rule: 'The rule this ticket is about', own: 'Texts', scope: 'Out of the scope of support' },
};
