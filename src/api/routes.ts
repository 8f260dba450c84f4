import { addMessage } from '../contract/add-message.ts';
import { changeStatus } from '../contract/change-status.ts';
import { countUnread } from '../contract/count-unread.ts';
import { getAttachment } from '../contract/get-attachment.ts';
import { listTickets } from '../contract/list-tickets.ts';
import { markSeen } from '../contract/mark-seen.ts';
import { openSession } from '../contract/open-session.ts';
import { openTicket } from '../contract/open-ticket.ts';
import { putUpload } from '../contract/put-upload.ts';
import { readTicket } from '../contract/read-ticket.ts';
import { shopStatus } from '../contract/shop-status.ts';
import { answerAddMessage } from './answer-add-message.ts';
import { answerChangeStatus } from './answer-change-status.ts';
import { answerCountUnread } from './answer-count-unread.ts';
import { answerGetAttachment } from './answer-get-attachment.ts';
import { answerListTickets } from './answer-list-tickets.ts';
import { answerMarkSeen } from './answer-mark-seen.ts';
import { answerOpenSession } from './answer-open-session.ts';
import { answerOpenTicket } from './answer-open-ticket.ts';
import { answerPutUpload } from './answer-put-upload.ts';
import { answerReadTicket } from './answer-read-ticket.ts';
import { answerShopStatus } from './answer-shop-status.ts';
import { DESK_ROUTES } from './desk/routes.ts';
import { pathOf, type Route } from './route.ts';

/** The public API, endpoint by endpoint, and the desk's behind it. What is not listed does not exist. */
export const ROUTES: readonly Route[] = [
  { ...pathOf(shopStatus), access: 'anyone', answer: answerShopStatus },
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
  ...DESK_ROUTES,
];

/** Every path with the methods it takes, as `Allow` lists them. The desk takes no preflight: it is for its own origin. */
export function allowedMethods(routes: readonly Pick<Route, 'method' | 'path'>[]): Map<string, string[]> {
  const byPath = Map.groupBy(routes, ({ path }) => path);
  return new Map(
    [...byPath].map(([path, group]) => {
      const methods = group.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
      return [path, path.startsWith('/api/v1/') ? [...methods, 'OPTIONS'].toSorted() : methods.toSorted()];
    }),
  );
}
