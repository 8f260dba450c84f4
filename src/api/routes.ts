import { putUpload } from '../contract/files/put-upload.ts';
import { helpState } from '../contract/help/help-state.ts';
import { addRegistryPackage, putRegistryShop, readRegistryShop } from '../contract/registry/registry-shop.ts';
import { openSession } from '../contract/shops/open-session.ts';
import { shopStatus } from '../contract/shops/shop-status.ts';
import { changeStatus, markSeen } from '../contract/tickets/change-ticket.ts';
import { countUnread } from '../contract/tickets/count-unread.ts';
import { listTickets } from '../contract/tickets/list-tickets.ts';
import { addMessage } from '../contract/tickets/message.ts';
import { openTicket } from '../contract/tickets/open-ticket.ts';
import { getAttachment, readTicket } from '../contract/tickets/read-ticket.ts';
import {
  makeTicketLink,
  openTicketLink,
  restoreTicketLink,
  revokeTicketLinks,
} from '../contract/tickets/ticket-link.ts';
import { DESK_ROUTES } from './desk/routes.ts';
import { pathOf, type Route } from './http/route.ts';
import { answerAddMessage } from './public/add-message.ts';
import { answerChangeStatus } from './public/change-status.ts';
import { answerCountUnread } from './public/count-unread.ts';
import { answerGetAttachment } from './public/get-attachment.ts';
import { answerHelpState } from './public/help-state.ts';
import { answerListTickets } from './public/list-tickets.ts';
import { answerMarkSeen } from './public/mark-seen.ts';
import { answerOpenSession } from './public/open-session.ts';
import { answerOpenTicket } from './public/open-ticket.ts';
import { answerPutUpload } from './public/put-upload.ts';
import { answerReadTicket } from './public/read-ticket.ts';
import { answerShopStatus } from './public/shop-status.ts';
import {
  answerMakeTicketLink,
  answerOpenTicketLink,
  answerRestoreTicketLink,
  answerRevokeTicketLinks,
} from './public/ticket-links.ts';
import { answerAddRegistryPackage, answerPutRegistryShop, answerReadRegistryShop } from './registry/registry-shops.ts';

/** The endpoints of the public API, followed by the desk's. What is not listed does not exist. */
export const ROUTES: readonly Route[] = [
  { ...pathOf(shopStatus), access: 'anyone', answer: answerShopStatus },
  { ...pathOf(helpState), access: 'anyone', answer: answerHelpState },
  { ...pathOf(openTicket), access: 'anyone', answer: answerOpenTicket },
  { ...pathOf(listTickets), access: 'shop', answer: answerListTickets },
  { ...pathOf(readTicket), access: 'ticket', answer: answerReadTicket },
  { ...pathOf(addMessage), access: 'ticket', answer: answerAddMessage },
  { ...pathOf(changeStatus), access: 'ticket', answer: answerChangeStatus },
  { ...pathOf(markSeen), access: 'ticket', answer: answerMarkSeen },
  { ...pathOf(countUnread), access: 'anyone', answer: answerCountUnread },
  { ...pathOf(putUpload), access: 'uploader', answer: answerPutUpload },
  { ...pathOf(getAttachment), access: 'ticket', answer: answerGetAttachment },
  { ...pathOf(openSession), access: 'anyone', answer: answerOpenSession },
  { ...pathOf(openTicketLink), access: 'anyone', answer: answerOpenTicketLink },
  { ...pathOf(restoreTicketLink), access: 'anyone', answer: answerRestoreTicketLink },
  { ...pathOf(makeTicketLink), access: 'owner', answer: answerMakeTicketLink },
  { ...pathOf(revokeTicketLinks), access: 'owner', answer: answerRevokeTicketLinks },
  { ...pathOf(readRegistryShop), access: 'registry-reader', answer: answerReadRegistryShop },
  { ...pathOf(putRegistryShop), access: 'registry-writer', answer: answerPutRegistryShop },
  { ...pathOf(addRegistryPackage), access: 'registry-writer', answer: answerAddRegistryPackage },
  ...DESK_ROUTES,
];

/** The methods of every path, as `Allow` lists them. The desk answers no preflight: it is for its own origin. */
export function allowedMethods(routes: readonly Pick<Route, 'method' | 'path'>[]): Map<string, string[]> {
  const byPath = Map.groupBy(routes, ({ path }) => path);
  return new Map(
    [...byPath].map(([path, group]) => {
      const methods = group.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
      return [path, path.startsWith('/api/v1/') ? [...methods, 'OPTIONS'].toSorted() : methods.toSorted()];
    }),
  );
}
