import type * as pl from '../pl/my-tickets.ts';
import { endings } from './sending.ts';

/** Texts of “My tickets”, loaded with it. */
export const ticketWords: typeof pl.ticketWords = {
  all: 'All tickets of this shop.',
  onlyHere: 'Only tickets sent from this browser are shown.',
  loading: 'Loading…',
  unanswered: 'No connection to the support service. We keep trying.',
  tryNow: 'Try now',
  empty: 'This shop has no tickets yet.',
  emptyMore: 'Each ticket you send appears here together with its answer.',
  emptyHere: 'There are no tickets in this browser.',
  elsewhere: 'A ticket from another computer? Tell us its number, and we will find it.',
  others: 'The others',
  older: 'Older',
  draft: 'Draft',
  noSubject: '(no title)',

  back: 'All tickets',
  ticket: 'Ticket no.',
  sentOn: 'Sent',
  topic: 'Topic changed by support:',
  waits: 'Waiting for our answer',
  ended: ', after the end of support',
  unpromised: ', without a promised time',
  late: 'The time of our answer has passed',
  lateMore: 'We are sorry. Such tickets are read first.',
  gone: 'This ticket can no longer be opened from this browser',
  goneMore: 'It was closed, or belongs to another shop. Tell us the number, and we will find your case.',
  arrived: 'A new answer has come',
  you: 'You',
  support: 'Support',
  unread: 'New',
  showPicture: 'Show picture',
  download: 'Download file',
  notDownloaded: 'The file could not be downloaded',
  withheld: { unscanned: 'being checked', refused: 'a dangerous file' },
  notDrawn: 'The picture could not be shown',
  tooManyPixels: 'The picture has more than 50 Mpx. You can download it.',

  helped: 'Did this help?',
  yes: 'Yes, it helped',
  no: 'Not yet',
  thanks: 'We are glad that it helped.',
  stillWrong: 'Write what still does not work.',

  reply: 'Your message',
  replyReopens: 'A message reopens the ticket',
  send: 'Send message',
  sendSolved: 'Send and mark as solved',
  replyMissing: 'Write a message.',
};

/** What a customer makes of a ticket without a message. */
export const moveWords: typeof pl.moveWords = { solved: 'Mark as solved', 'in-progress': 'Reopen' };

/** The statuses in the owner's words. An unknown one reads as in our hands. */
export const statuses: typeof pl.statuses = {
  new: 'Received',
  'in-progress': 'In progress',
  'waiting-for-customer': 'Waiting for you',
  solved: 'Solved',
  closed: 'Closed',
  gone: 'Not available',
};

/** Why not all tickets of the shop are shown. */
export const whyOnlyHere: typeof pl.whyOnlyHere = {
  signed: '',
  unsigned: '',
  ended: 'Your session in the panel has ended. Sign in again to see all tickets.',
  refused: 'The panel did not confirm which shop this is.',
  unanswered: 'Which shop this is could not be confirmed: no connection.',
};

/** Why a reply was refused, by problem code. */
export function replyFailureInWords(code: string): string {
  if (code === 'conflict') return 'The ticket changed in the meantime.';
  if (code === 'not-found') return `${ticketWords.gone}. Your text is still below.`;
  return `${endings[code] ?? 'The service did not take the message'}. Your text is still below.`;
}
