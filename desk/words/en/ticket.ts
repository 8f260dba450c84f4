import type { FileHindrance } from '../../../src/contract/lists.ts';
import type { ticket as Words } from '../pl/ticket.ts';

/** In English: one ticket. */
export const ticket: typeof Words = {
  ticket: 'Ticket',
  noTicketYet: 'New tickets appear in the list by themselves.',
  back: 'List',
  previousTicket: 'Previous ticket',
  nextTicket: 'Next ticket',
  toShop: 'Shop',
  toThread: 'Thread',
  received: 'received',
  gone: 'There is no ticket of this number.',
  ticketNotLoaded: 'The ticket could not be loaded. We will try again.',
  thread: 'Thread',
  customer: 'Customer',
  quoted: (subject: string) => `“${subject}”`,
  note: 'Internal note',
  readByMe: 'since you last read it',
  readByTeam: 'since the team last read it',
  unseenByReply: 'Came while the reply was being written',
  seenByCustomer: 'Read by the customer',
  contactMore: 'Address and links…',
  mayConcern: (number: string) => `may be about ${number}`,
  linkedIncident: 'Known problem:',
  incidentSolved: 'solved',
  download: 'Download',
  showPicture: 'Show picture',
  noPicture: 'The picture could not be shown',
  tooManyPixels: 'The picture has more than 50 Mpx, so it is not shown here. It can be downloaded.',
  unprovenFiles: 'It is not known whether this shop sent these files: open them with care.',
  hindrances: {
    unscanned: 'the file is being checked before it can be downloaded',
    'scan-failed': 'the file could not be checked, so it cannot be downloaded for now',
    refused: 'the scanner found a threat, so the file cannot be downloaded',
    freed: 'the file was deleted',
  } satisfies Record<FileHindrance, string>,
  diagnostics: 'Technical data',
  outageFacts: 'Facts of the outage',
  audit: 'History of the ticket',
  present: (name: string, isWriting: boolean) =>
    isWriting ? `${name} is writing an answer…` : `${name} is looking at the ticket`,
};
