import type { Operation } from './operation.ts';
import { addMessage } from './operations/add-message.ts';
import { changeStatus } from './operations/change-status.ts';
import { countUnread } from './operations/count-unread.ts';
import { getAttachment } from './operations/get-attachment.ts';
import { listTickets } from './operations/list-tickets.ts';
import { markSeen } from './operations/mark-seen.ts';
import { openSession } from './operations/open-session.ts';
import { openTicket } from './operations/open-ticket.ts';
import { putUpload } from './operations/put-upload.ts';
import { readShopStatus } from './operations/read-shop-status.ts';
import { readTicket } from './operations/read-ticket.ts';

/** The public endpoints in the order of the page; a test compares the list with `ROUTES`. */
export const OPERATIONS: readonly Operation[] = [
  readShopStatus,
  openTicket,
  readTicket,
  addMessage,
  changeStatus,
  markSeen,
  listTickets,
  countUnread,
  openSession,
  putUpload,
  getAttachment,
];
