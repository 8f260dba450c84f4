import type { Context } from 'hono';
import { addMessage } from '../contract/add-message.ts';
import { changeStatus } from '../contract/change-status.ts';
import { countUnread } from '../contract/count-unread.ts';
import { answerDeskTicket } from '../contract/desk/answer-ticket.ts';
import {
  addDeskMacro,
  archiveDeskMacro,
  changeDeskMacro,
  listArchivedMacros,
  orderDeskMacros,
} from '../contract/desk/change-macro.ts';
import {
  addShopPackage,
  makeDeskShopSecret,
  previewPackage,
  revokeDeskShopSecret,
  setShopLicence,
} from '../contract/desk/change-shop.ts';
import {
  addDeskNote,
  assignDeskTicket,
  mergeDeskTicket,
  moveDeskTicket,
  placeDeskTicket,
  seeDeskTicket,
  snoozeDeskTicket,
  tellPresence,
} from '../contract/desk/change-ticket.ts';
import { followDeskEvents } from '../contract/desk/follow-events.ts';
import { getDeskAttachment } from '../contract/desk/get-attachment.ts';
import { listDeskAgents } from '../contract/desk/list-agents.ts';
import { listDeskMacros } from '../contract/desk/list-macros.ts';
import { listDeskShops } from '../contract/desk/list-shops.ts';
import { listDeskTickets } from '../contract/desk/list-tickets.ts';
import { openPhoneTicket } from '../contract/desk/open-phone-ticket.ts';
import { readQueue } from '../contract/desk/read-queue.ts';
import { downloadReport, readReport } from '../contract/desk/read-report.ts';
import { readDeskShop } from '../contract/desk/read-shop.ts';
import { readDeskTicket } from '../contract/desk/read-ticket.ts';
import { searchDesk } from '../contract/desk/search.ts';
import { changeDeskPassword, endDeskSession, listDeskSessions } from '../contract/desk/sessions.ts';
import {
  announceDeskVersion,
  changeDeskSettings,
  readDeskSettings,
  readSettingsHistory,
} from '../contract/desk/settings.ts';
import { getAttachment } from '../contract/get-attachment.ts';
import { listTickets } from '../contract/list-tickets.ts';
import { markSeen } from '../contract/mark-seen.ts';
import { openSession } from '../contract/open-session.ts';
import { openTicket } from '../contract/open-ticket.ts';
import { putUpload } from '../contract/put-upload.ts';
import { readTicket } from '../contract/read-ticket.ts';
import { shopStatus } from '../contract/shop-status.ts';
import { signIn } from '../contract/sign-in.ts';
import { signOut } from '../contract/sign-out.ts';
import { signOutEverywhere } from '../contract/sign-out-everywhere.ts';
import { whoAmI } from '../contract/who-am-i.ts';
import type { Access } from './access.ts';
import { answerAddMessage } from './answer-add-message.ts';
import { answerChangeStatus } from './answer-change-status.ts';
import { answerCountUnread } from './answer-count-unread.ts';
import { answerGetAttachment, answerGetDeskAttachment } from './answer-get-attachment.ts';
import { answerListTickets } from './answer-list-tickets.ts';
import { answerMarkSeen } from './answer-mark-seen.ts';
import { answerOpenSession } from './answer-open-session.ts';
import { answerOpenTicket } from './answer-open-ticket.ts';
import { answerPutUpload } from './answer-put-upload.ts';
import { answerReadTicket } from './answer-read-ticket.ts';
import { answerShopStatus } from './answer-shop-status.ts';
import { answerSignIn } from './answer-sign-in.ts';
import { answerSignOut, answerSignOutEverywhere } from './answer-sign-out.ts';
import { answerWhoAmI } from './answer-who-am-i.ts';
import type { ApiDeps } from './api-deps.ts';
import { answerFollowEvents } from './desk/answer-events.ts';
import { answerListAgents, answerListDeskTickets, answerReadQueue, answerSearch } from './desk/answer-lists.ts';
import { answerDownloadReport, answerReadReport } from './desk/answer-reports.ts';
import { answerListShops, answerPreviewPackage, answerReadShop } from './desk/answer-shops.ts';
import { answerAnswerTicket, answerOpenPhoneTicket, answerReadDeskTicket } from './desk/answer-ticket.ts';
import { answerAddPackage, answerMakeSecret, answerRevokeSecret, answerSetLicence } from './desk/change-shop.ts';
import {
  answerAddNote,
  answerAssignTicket,
  answerMergeTicket,
  answerMoveTicket,
  answerPlaceTicket,
  answerSeeTicket,
  answerSnoozeTicket,
  answerTellPresence,
} from './desk/change-ticket.ts';
import {
  answerAddMacro,
  answerArchiveMacro,
  answerChangeMacro,
  answerListArchivedMacros,
  answerListMacros,
  answerOrderMacros,
} from './desk/macros.ts';
import { answerChangePassword, answerEndSession, answerListSessions } from './desk/sessions.ts';
import {
  answerAnnounceVersion,
  answerChangeSettings,
  answerReadSettings,
  answerSettingsHistory,
} from './desk/settings.ts';

/** One endpoint, who it is for, and who answers it. */
export interface Route {
  method: string;
  path: string;
  access: Access;
  answer: (context: Context, deps: ApiDeps) => Promise<Response>;
}

/** The public API and the desk's, endpoint by endpoint. What is not listed here does not exist. */
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
  { ...pathOf(signIn), access: 'anyone', answer: answerSignIn },
  { ...pathOf(whoAmI), access: 'agent', answer: answerWhoAmI },
  { ...pathOf(signOut), access: 'agent', answer: answerSignOut },
  { ...pathOf(signOutEverywhere), access: 'agent', answer: answerSignOutEverywhere },
  { ...pathOf(readQueue), access: 'agent', answer: answerReadQueue },
  { ...pathOf(listDeskTickets), access: 'agent', answer: answerListDeskTickets },
  { ...pathOf(openPhoneTicket), access: 'agent', answer: answerOpenPhoneTicket },
  { ...pathOf(searchDesk), access: 'agent', answer: answerSearch },
  { ...pathOf(listDeskAgents), access: 'agent', answer: answerListAgents },
  { ...pathOf(listDeskMacros), access: 'agent', answer: answerListMacros },
  { ...pathOf(listArchivedMacros), access: 'agent', answer: answerListArchivedMacros },
  { ...pathOf(addDeskMacro), access: 'agent', answer: answerAddMacro },
  { ...pathOf(orderDeskMacros), access: 'agent', answer: answerOrderMacros },
  { ...pathOf(changeDeskMacro), access: 'agent', answer: answerChangeMacro },
  { ...pathOf(archiveDeskMacro), access: 'agent', answer: answerArchiveMacro },
  { ...pathOf(readDeskSettings), access: 'agent', answer: answerReadSettings },
  { ...pathOf(readSettingsHistory), access: 'agent', answer: answerSettingsHistory },
  { ...pathOf(changeDeskSettings), access: 'admin', answer: answerChangeSettings },
  { ...pathOf(announceDeskVersion), access: 'admin', answer: answerAnnounceVersion },
  { ...pathOf(listDeskSessions), access: 'agent', answer: answerListSessions },
  { ...pathOf(endDeskSession), access: 'agent', answer: answerEndSession },
  { ...pathOf(changeDeskPassword), access: 'agent', answer: answerChangePassword },
  { ...pathOf(followDeskEvents), access: 'agent', answer: answerFollowEvents },
  { ...pathOf(readDeskTicket), access: 'agent', answer: answerReadDeskTicket },
  { ...pathOf(answerDeskTicket), access: 'agent', answer: answerAnswerTicket },
  { ...pathOf(addDeskNote), access: 'agent', answer: answerAddNote },
  { ...pathOf(moveDeskTicket), access: 'agent', answer: answerMoveTicket },
  { ...pathOf(assignDeskTicket), access: 'agent', answer: answerAssignTicket },
  { ...pathOf(placeDeskTicket), access: 'agent', answer: answerPlaceTicket },
  { ...pathOf(snoozeDeskTicket), access: 'agent', answer: answerSnoozeTicket },
  { ...pathOf(mergeDeskTicket), access: 'agent', answer: answerMergeTicket },
  { ...pathOf(seeDeskTicket), access: 'agent', answer: answerSeeTicket },
  { ...pathOf(tellPresence), access: 'agent', answer: answerTellPresence },
  { ...pathOf(listDeskShops), access: 'agent', answer: answerListShops },
  { ...pathOf(readDeskShop), access: 'agent', answer: answerReadShop },
  { ...pathOf(previewPackage), access: 'agent', answer: answerPreviewPackage },
  { ...pathOf(addShopPackage), access: 'admin', answer: answerAddPackage },
  { ...pathOf(setShopLicence), access: 'admin', answer: answerSetLicence },
  { ...pathOf(makeDeskShopSecret), access: 'admin', answer: answerMakeSecret },
  { ...pathOf(revokeDeskShopSecret), access: 'admin', answer: answerRevokeSecret },
  { ...pathOf(readReport), access: 'agent', answer: answerReadReport },
  { ...pathOf(downloadReport), access: 'agent', answer: answerDownloadReport },
  { ...pathOf(getDeskAttachment), access: 'agent', answer: answerGetDeskAttachment },
];

function pathOf({ method, path }: { method: string; path: string }): { method: string; path: string } {
  return { method, path };
}

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
