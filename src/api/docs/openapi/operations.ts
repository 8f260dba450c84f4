import { addMessageOperation } from '../../public/add-message.ts';
import { changeStatusOperation } from '../../public/change-status.ts';
import { countUnreadOperation } from '../../public/count-unread.ts';
import { getAttachmentOperation } from '../../public/get-attachment.ts';
import { readHelpStateOperation } from '../../public/help-state.ts';
import { listTicketsOperation } from '../../public/list-tickets.ts';
import { markSeenOperation } from '../../public/mark-seen.ts';
import { openSessionOperation } from '../../public/open-session.ts';
import { openTicketOperation } from '../../public/open-ticket.ts';
import { putUploadOperation } from '../../public/put-upload.ts';
import { readTicketOperation } from '../../public/read-ticket.ts';
import { readShopStatusOperation } from '../../public/shop-status.ts';
import {
  makeTicketLinkOperation,
  openTicketLinkOperation,
  restoreTicketLinkOperation,
  revokeTicketLinksOperation,
} from '../../public/ticket-links.ts';
import {
  addRegistryPackageOperation,
  putRegistryShopOperation,
  readRegistryShopOperation,
} from '../../registry/registry-shops.ts';
import type { Operation } from './operation.ts';

/** The public endpoints in the order of the page; a test compares the list with `ROUTES`. */
export const OPERATIONS: readonly Operation[] = [
  readShopStatusOperation,
  readHelpStateOperation,
  openTicketOperation,
  readTicketOperation,
  addMessageOperation,
  changeStatusOperation,
  markSeenOperation,
  listTicketsOperation,
  countUnreadOperation,
  openSessionOperation,
  putUploadOperation,
  getAttachmentOperation,
  openTicketLinkOperation,
  restoreTicketLinkOperation,
  makeTicketLinkOperation,
  revokeTicketLinksOperation,
  readRegistryShopOperation,
  putRegistryShopOperation,
  addRegistryPackageOperation,
];
