import type * as pl from '../pl/sending.ts';

/** Texts of what follows the press on “Send ticket”, loaded with the transport. */
export const sendingWords: typeof pl.sendingWords = {
  supportNumber: 'Support number',
  installUrl: 'Shop address',
  topic: 'What is it about?',
  subject: 'Title',

  attach: { file: 'Add a file', screen: 'Screenshot', facts: 'Technical information' },
  sending: 'Sending…',
  elsewhere: 'Another tab of this browser is sending it.',
  waiting: 'Waiting for the connection',
  paused: 'Waiting to be sent',
  asking: 'Not sent yet',
  sendNow: 'Send now',
  withdraw: 'Edit the text',

  answerBy: 'We answer at the latest',
  panelFirst: 'Tickets from the panel are read first.',
};

/** Texts of what waits and of the receipt, which no later part uses: docs/decisions/0004-terser-and-two-chunks.md. */
export const sentWords: typeof pl.sentWords = {
  saved: 'Saved in this browser.',
  again: 'The server does not respond, still trying.',
  notDurable: 'Nothing is kept here. Do not close the page before sending.',
  kept: 'Your text is kept.',
  waitingMore: 'The support service does not answer. It goes by itself.',
  pausedMore: 'The support service asks for a pause. It goes by itself, at the earliest:',
  written: 'Written:',
  stillDown: 'Is it still down?',
  copy: 'Copy the text',
  copied: 'Copied',
  sent: 'We have your ticket',
  number: 'Ticket number',
  copyNumber: 'Copy the number',
  answerHere: 'You will find the answer in “My tickets”. When it comes, a number appears beside “Pomoc online”.',
  answerInline: 'Note the number. The answer appears here, as long as this page is open.',
  answerKept: 'Note the number. The answer appears here, in this browser.',
  hours: 'Our hours:',
  seeTicket: 'See the ticket',
};

export const factLabels: typeof pl.factLabels = {
  'shop-down': 'The shop does not open for customers',
  'orders-blocked': 'Customers cannot place orders',
  'panel-down': 'The panel is down',
  'break-in': 'A break-in is suspected',
};

/** Error messages of the form. */
export const missingWords: typeof pl.missingWords = {
  topicMissing: 'Choose from the list.',
  subjectMissing: 'Give a short title, e.g. “The cart does not work”.',
  descriptionMissing: 'Write what happens. One sentence is enough.',
  emailMissing: 'Give your e-mail, e.g. office@my-shop.pl',
  emailUnfit: 'This address is incomplete. It should look like office@my-shop.pl',
};

/** The error of a text that is longer than the service takes. @param over how many characters too many */
export function tooLongInWords(most: number, over: number): string {
  const characters = over === 1 ? 'character' : 'characters';
  return `The text is ${over.toLocaleString('en')} ${characters} too long: ${most.toLocaleString('en')} fit. Nothing was cut off.`;
}

/** Outcomes of sending with codes of our own. */
export const endings: typeof pl.endings = {
  cancelled: 'Sending was stopped',
  'file-refused': 'The service did not take an attachment',
};
