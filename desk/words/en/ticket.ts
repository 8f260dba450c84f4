import type { ticket as Words } from '../pl/ticket.ts';

/** In English: one ticket. */
export const ticket: typeof Words = {
  ticket: 'Ticket',
  chooseTicket: 'Choose a ticket from the list',
  chooseTicketMore: 'The keys j and k walk the list, Enter opens a ticket, ? shows the others.',
  back: 'List',
  toShop: 'Shop',
  toThread: 'Thread',
  readOut: 'Taken. The caller’s number:',
  readOutClose: 'Hide the number',
  received: 'received',
  gone: 'There is no ticket of this number.',
  ticketNotLoaded: 'The ticket could not be loaded. We will try again.',
  thread: 'Thread',
  customer: 'Customer',
  quoted: (subject: string) => `“${subject}”`,
  note: 'Internal note',
  newMessage: 'New',
  unseenByReply: 'Came while the reply was being written',
  seenByCustomer: 'Read by the customer',
  knownProblem: 'Known problem:',
  problemSolved: 'solved',
  download: 'Download',
  showPicture: 'Show picture',
  hidePicture: 'Hide picture',
  noPicture: 'The picture could not be shown',
  diagnostics: 'Technical data',
  outageFacts: 'Facts of the outage',
  audit: 'History of the ticket',
  present: (name: string, isWriting: boolean) =>
    isWriting ? `${name} is writing an answer…` : `${name} is looking at the ticket`,
};
