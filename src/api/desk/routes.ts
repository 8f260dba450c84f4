import { listDeskAgents } from '../../contract/desk/agent.ts';
import { acknowledgeDeskAlarm, listDeskAlarms } from '../../contract/desk/alarms.ts';
import { listApiKeys, makeApiKey, revokeApiKey } from '../../contract/desk/api-keys.ts';
import { listDeskAudit } from '../../contract/desk/audit.ts';
import { blockRange, blockShop, liftDeskBlock, listDeskBlocks } from '../../contract/desk/blocks.ts';
import {
  addDeskMacro,
  archiveDeskMacro,
  changeDeskMacro,
  listArchivedMacros,
  orderDeskMacros,
} from '../../contract/desk/change-macro.ts';
import {
  addPanelAddress,
  addShopPackage,
  changeShopAddress,
  changeShopFacts,
  endShopAddress,
  endShopSessions,
  makeDeskShopSecret,
  previewPackage,
  revokeDeskShopSecret,
  setShopLicence,
  setShopSignature,
} from '../../contract/desk/change-shop.ts';
import {
  addTicketsAddress,
  assignDeskTicket,
  changeFollowUp,
  changeTicketsContact,
  correctTicket,
  mergeDeskTicket,
  moveDeskTicket,
  placeDeskTicket,
  saySamePerson,
  seeDeskTicket,
  snoozeDeskTicket,
  tellPresence,
  unmergeDeskTicket,
  vouchForTicket,
} from '../../contract/desk/change-ticket.ts';
import { closeTickets, undoClosing } from '../../contract/desk/close-tickets.ts';
import { followDeskEvents } from '../../contract/desk/follow-events.ts';
import {
  addIncident,
  endIncident,
  linkDeskTicket,
  listIncidents,
  readIncident,
  solveIncident,
} from '../../contract/desk/incidents.ts';
import { listDeskMacros } from '../../contract/desk/list-macros.ts';
import { listDeskShops } from '../../contract/desk/list-shops.ts';
import { listDeskTickets } from '../../contract/desk/list-tickets.ts';
import {
  getDeskMail,
  giveMailItsShop,
  listDeskMails,
  readDeskMail,
  setMailAside,
  takeMail,
} from '../../contract/desk/mails.ts';
import { openPhoneTicket } from '../../contract/desk/open-phone-ticket.ts';
import {
  addDeskPerson,
  changeDeskRole,
  disableDeskPerson,
  listDeskPeople,
  renewDeskPerson,
} from '../../contract/desk/people.ts';
import { readOfficeHours } from '../../contract/desk/read-office-hours.ts';
import { readPresence } from '../../contract/desk/read-presence.ts';
import { readQueue } from '../../contract/desk/read-queue.ts';
import { downloadReport, readReport } from '../../contract/desk/read-report.ts';
import { readDeskShop } from '../../contract/desk/read-shop.ts';
import { getDeskAttachment, readDeskTicket, resendLetter } from '../../contract/desk/read-ticket.ts';
import { addDeskNote, putDeskUpload, replyToTicket } from '../../contract/desk/replies-and-notes.ts';
import { searchDesk } from '../../contract/desk/search.ts';
import {
  addPasskey,
  confirmTotp,
  listFactors,
  makeRecoveryCodes,
  passkeyOptions,
  passkeySignInOptions,
  proofOptions,
  proveAgain,
  removePasskey,
  removeTotp,
  renamePasskey,
  secondStepOptions,
  setUpTotp,
} from '../../contract/desk/second-factor.ts';
import { changeDeskPassword, endDeskSession, listDeskSessions } from '../../contract/desk/sessions.ts';
import {
  announceDeskVersion,
  changeDeskSettings,
  readDeskSettings,
  readSettingsHistory,
} from '../../contract/desk/settings.ts';
import {
  setPasswordByCode,
  signIn,
  signInByPasskey,
  signOut,
  signOutEverywhere,
  takeSecondStep,
  whoAmI,
} from '../../contract/desk/sign-in.ts';
import { listTags, tagTicket } from '../../contract/desk/tags.ts';
import { makeTicketCode, revokeDeskLinks } from '../../contract/desk/ticket-links.ts';
import { keepView, listViews, removeView, renameView } from '../../contract/desk/views.ts';
import { pathOf, type Route } from '../http/route.ts';
import { answerGetDeskAttachment } from '../public/get-attachment.ts';
import { answerAcknowledgeAlarm, answerListAlarms } from './alarms.ts';
import { answerListApiKeys, answerMakeApiKey, answerRevokeApiKey } from './api-keys.ts';
import { answerListAudit } from './audit.ts';
import { answerBlockRange, answerBlockShop, answerLiftBlock, answerListBlocks } from './blocks.ts';
import {
  answerAddPackage,
  answerChangeFacts,
  answerEndShopSessions,
  answerMakeSecret,
  answerRevokeSecret,
  answerSetLicence,
} from './change-shop.ts';
import {
  answerAssignTicket,
  answerChangeContact,
  answerChangeFollowUp,
  answerCorrectTicket,
  answerMergeTicket,
  answerMoveTicket,
  answerPlaceTicket,
  answerReadPresence,
  answerSaySamePerson,
  answerSeeTicket,
  answerSnoozeTicket,
  answerTellPresence,
  answerUnmergeTicket,
  answerVouchForTicket,
} from './change-ticket.ts';
import {
  answerAddPasskey,
  answerConfirmTotp,
  answerListFactors,
  answerMakeRecoveryCodes,
  answerPasskeyOptions,
  answerProofOptions,
  answerProveAgain,
  answerRemovePasskey,
  answerRemoveTotp,
  answerRenamePasskey,
  answerSetUpTotp,
} from './factors.ts';
import { answerFollowEvents } from './follow-events.ts';
import {
  answerAddIncident,
  answerEndIncident,
  answerLinkTicket,
  answerListIncidents,
  answerReadIncident,
  answerSolveIncident,
} from './incidents.ts';
import { answerListAgents, answerListDeskTickets, answerReadQueue, answerSearch } from './lists.ts';
import {
  answerAddMacro,
  answerArchiveMacro,
  answerChangeMacro,
  answerListArchivedMacros,
  answerListMacros,
  answerOrderMacros,
} from './macros.ts';
import {
  answerGetMail,
  answerGiveMailItsShop,
  answerListMails,
  answerReadMail,
  answerResendLetter,
  answerSetMailAside,
  answerTakeMail,
} from './mails.ts';
import {
  answerAddPerson,
  answerChangeRole,
  answerDisablePerson,
  answerListPeople,
  answerRenewPerson,
} from './people.ts';
import { answerPutDeskUpload } from './put-upload.ts';
import { answerListShops, answerPreviewPackage, answerReadShop } from './read-shops.ts';
import { answerDownloadReport, answerReadReport } from './reports.ts';
import { answerChangePassword, answerEndSession, answerListSessions } from './sessions.ts';
import {
  answerAnnounceVersion,
  answerChangeSettings,
  answerReadOfficeHours,
  answerReadSettings,
  answerSettingsHistory,
} from './settings.ts';
import {
  answerAddPanelAddress,
  answerAddTicketsAddress,
  answerChangeAddress,
  answerEndAddress,
  answerSetSignature,
} from './shop-addresses.ts';
import {
  answerPasskeySignInOptions,
  answerSecondStepOptions,
  answerSetPasswordByCode,
  answerSignIn,
  answerSignInByPasskey,
  answerSignOut,
  answerSignOutEverywhere,
  answerTakeSecondStep,
  answerWhoAmI,
} from './sign-in.ts';
import {
  answerKeepView,
  answerListTags,
  answerListViews,
  answerRemoveView,
  answerRenameView,
  answerTagTicket,
} from './tags-and-views.ts';
import { answerMakeTicketCode, answerRevokeDeskLinks } from './ticket-links.ts';
import {
  answerAddNote,
  answerCloseTickets,
  answerOpenPhoneTicket,
  answerReadDeskTicket,
  answerReplyToTicket,
  answerUndoClosing,
} from './tickets.ts';

/** Changes of an agent's own second factors. */
const SET_UP = { access: 'agent', needs: 'fresh-proof', isForSetUp: true } as const;

/** The endpoints of the desk's API. What is not listed here does not exist. */
export const DESK_ROUTES: readonly Route[] = [
  // the session
  { ...pathOf(signIn), access: 'anyone', answer: answerSignIn },
  { ...pathOf(passkeySignInOptions), access: 'anyone', answer: answerPasskeySignInOptions },
  { ...pathOf(signInByPasskey), access: 'passkey', answer: answerSignInByPasskey },
  { ...pathOf(setPasswordByCode), access: 'anyone', answer: answerSetPasswordByCode },
  { ...pathOf(secondStepOptions), access: 'half-signed-in', answer: answerSecondStepOptions },
  { ...pathOf(takeSecondStep), access: 'half-signed-in', answer: answerTakeSecondStep },
  { ...pathOf(whoAmI), access: 'agent', isForSetUp: true, answer: answerWhoAmI },
  { ...pathOf(signOut), access: 'agent', isForSetUp: true, answer: answerSignOut },
  { ...pathOf(signOutEverywhere), access: 'agent', isForSetUp: true, answer: answerSignOutEverywhere },
  { ...pathOf(listDeskSessions), access: 'agent', answer: answerListSessions },
  { ...pathOf(endDeskSession), access: 'agent', answer: answerEndSession },
  { ...pathOf(changeDeskPassword), access: 'agent', needs: 'fresh-proof', answer: answerChangePassword },
  // second factors and fresh proofs
  { ...pathOf(proofOptions), access: 'agent', isForSetUp: true, answer: answerProofOptions },
  { ...pathOf(proveAgain), access: 'agent', isForSetUp: true, answer: answerProveAgain },
  { ...pathOf(listFactors), access: 'agent', isForSetUp: true, answer: answerListFactors },
  { ...pathOf(passkeyOptions), ...SET_UP, answer: answerPasskeyOptions },
  { ...pathOf(addPasskey), ...SET_UP, answer: answerAddPasskey },
  { ...pathOf(renamePasskey), ...SET_UP, answer: answerRenamePasskey },
  { ...pathOf(removePasskey), ...SET_UP, answer: answerRemovePasskey },
  { ...pathOf(setUpTotp), ...SET_UP, answer: answerSetUpTotp },
  { ...pathOf(confirmTotp), ...SET_UP, answer: answerConfirmTotp },
  { ...pathOf(removeTotp), ...SET_UP, answer: answerRemoveTotp },
  { ...pathOf(makeRecoveryCodes), ...SET_UP, answer: answerMakeRecoveryCodes },
  // lists, search and what happens
  { ...pathOf(readQueue), access: 'agent', answer: answerReadQueue },
  { ...pathOf(listDeskTickets), access: 'agent', answer: answerListDeskTickets },
  { ...pathOf(searchDesk), access: 'agent', answer: answerSearch },
  { ...pathOf(listDeskAgents), access: 'agent', answer: answerListAgents },
  { ...pathOf(followDeskEvents), access: 'agent', answer: answerFollowEvents },
  // one ticket
  { ...pathOf(openPhoneTicket), access: 'agent', answer: answerOpenPhoneTicket },
  { ...pathOf(readDeskTicket), access: 'agent', answer: answerReadDeskTicket },
  { ...pathOf(replyToTicket), access: 'agent', answer: answerReplyToTicket },
  { ...pathOf(addDeskNote), access: 'agent', answer: answerAddNote },
  { ...pathOf(putDeskUpload), access: 'agent', answer: answerPutDeskUpload },
  { ...pathOf(moveDeskTicket), access: 'agent', answer: answerMoveTicket },
  { ...pathOf(assignDeskTicket), access: 'agent', answer: answerAssignTicket },
  { ...pathOf(placeDeskTicket), access: 'agent', answer: answerPlaceTicket },
  { ...pathOf(changeFollowUp), access: 'agent', answer: answerChangeFollowUp },
  { ...pathOf(snoozeDeskTicket), access: 'agent', answer: answerSnoozeTicket },
  { ...pathOf(mergeDeskTicket), access: 'agent', answer: answerMergeTicket },
  { ...pathOf(unmergeDeskTicket), access: 'agent', answer: answerUnmergeTicket },
  { ...pathOf(saySamePerson), access: 'agent', answer: answerSaySamePerson },
  { ...pathOf(seeDeskTicket), access: 'agent', answer: answerSeeTicket },
  { ...pathOf(listTags), access: 'agent', answer: answerListTags },
  { ...pathOf(tagTicket), access: 'agent', answer: answerTagTicket },
  { ...pathOf(listViews), access: 'agent', answer: answerListViews },
  { ...pathOf(keepView), access: 'agent', answer: answerKeepView },
  { ...pathOf(renameView), access: 'agent', answer: answerRenameView },
  { ...pathOf(removeView), access: 'agent', answer: answerRemoveView },
  { ...pathOf(readPresence), access: 'agent', answer: answerReadPresence },
  { ...pathOf(tellPresence), access: 'agent', answer: answerTellPresence },
  { ...pathOf(addTicketsAddress), access: 'agent', answer: answerAddTicketsAddress },
  { ...pathOf(closeTickets), access: 'agent', answer: answerCloseTickets },
  { ...pathOf(undoClosing), access: 'agent', answer: answerUndoClosing },
  { ...pathOf(vouchForTicket), access: 'agent', answer: answerVouchForTicket },
  { ...pathOf(changeTicketsContact), access: 'agent', answer: answerChangeContact },
  { ...pathOf(correctTicket), access: 'agent', answer: answerCorrectTicket },
  { ...pathOf(revokeDeskLinks), access: 'agent', answer: answerRevokeDeskLinks },
  { ...pathOf(makeTicketCode), access: 'agent', answer: answerMakeTicketCode },
  { ...pathOf(linkDeskTicket), access: 'agent', answer: answerLinkTicket },
  { ...pathOf(getDeskAttachment), access: 'agent', answer: answerGetDeskAttachment },
  { ...pathOf(resendLetter), access: 'agent', answer: answerResendLetter },
  // letters that are no tickets
  { ...pathOf(listDeskMails), access: 'agent', answer: answerListMails },
  { ...pathOf(readDeskMail), access: 'agent', answer: answerReadMail },
  { ...pathOf(getDeskMail), access: 'agent', answer: answerGetMail },
  { ...pathOf(giveMailItsShop), access: 'agent', answer: answerGiveMailItsShop },
  { ...pathOf(takeMail), access: 'agent', answer: answerTakeMail },
  { ...pathOf(setMailAside), access: 'agent', answer: answerSetMailAside },
  // incidents
  { ...pathOf(listIncidents), access: 'agent', answer: answerListIncidents },
  { ...pathOf(addIncident), access: 'agent', answer: answerAddIncident },
  { ...pathOf(readIncident), access: 'agent', answer: answerReadIncident },
  { ...pathOf(endIncident), access: 'agent', answer: answerEndIncident },
  { ...pathOf(solveIncident), access: 'agent', answer: answerSolveIncident },
  // shops
  { ...pathOf(listDeskShops), access: 'agent', answer: answerListShops },
  { ...pathOf(readDeskShop), access: 'agent', answer: answerReadShop },
  { ...pathOf(previewPackage), access: 'agent', answer: answerPreviewPackage },
  { ...pathOf(changeShopFacts), access: 'agent', answer: answerChangeFacts },
  { ...pathOf(addPanelAddress), access: 'agent', answer: answerAddPanelAddress },
  { ...pathOf(endShopAddress), access: 'agent', answer: answerEndAddress },
  { ...pathOf(changeShopAddress), access: 'admin', answer: answerChangeAddress },
  { ...pathOf(setShopSignature), access: 'admin', needs: 'fresh-proof', answer: answerSetSignature },
  { ...pathOf(addShopPackage), access: 'admin', answer: answerAddPackage },
  { ...pathOf(setShopLicence), access: 'admin', answer: answerSetLicence },
  { ...pathOf(makeDeskShopSecret), access: 'admin', needs: 'fresh-proof', answer: answerMakeSecret },
  { ...pathOf(endShopSessions), access: 'admin', needs: 'fresh-proof', answer: answerEndShopSessions },
  { ...pathOf(revokeDeskShopSecret), access: 'admin', needs: 'fresh-proof', answer: answerRevokeSecret },
  // keys of other systems
  { ...pathOf(listApiKeys), access: 'admin', answer: answerListApiKeys },
  { ...pathOf(makeApiKey), access: 'admin', needs: 'fresh-proof', answer: answerMakeApiKey },
  { ...pathOf(revokeApiKey), access: 'admin', needs: 'fresh-proof', answer: answerRevokeApiKey },
  // abuse
  { ...pathOf(listDeskBlocks), access: 'agent', answer: answerListBlocks },
  { ...pathOf(blockShop), access: 'agent', answer: answerBlockShop },
  { ...pathOf(blockRange), access: 'admin', answer: answerBlockRange },
  { ...pathOf(liftDeskBlock), access: 'agent', answer: answerLiftBlock },
  { ...pathOf(listDeskAlarms), access: 'agent', answer: answerListAlarms },
  { ...pathOf(acknowledgeDeskAlarm), access: 'agent', answer: answerAcknowledgeAlarm },
  // people
  { ...pathOf(listDeskPeople), access: 'admin', answer: answerListPeople },
  { ...pathOf(addDeskPerson), access: 'admin', needs: 'fresh-proof', answer: answerAddPerson },
  { ...pathOf(renewDeskPerson), access: 'admin', needs: 'fresh-proof', answer: answerRenewPerson },
  { ...pathOf(changeDeskRole), access: 'admin', needs: 'fresh-proof', answer: answerChangeRole },
  { ...pathOf(disableDeskPerson), access: 'admin', needs: 'fresh-proof', answer: answerDisablePerson },
  // what was done and read
  { ...pathOf(listDeskAudit), access: 'admin', answer: answerListAudit },
  // reports
  { ...pathOf(readReport), access: 'agent', answer: answerReadReport },
  { ...pathOf(downloadReport), access: 'agent', needs: 'fresh-proof', answer: answerDownloadReport },
  // texts and settings
  { ...pathOf(listDeskMacros), access: 'agent', answer: answerListMacros },
  { ...pathOf(listArchivedMacros), access: 'agent', answer: answerListArchivedMacros },
  { ...pathOf(addDeskMacro), access: 'agent', answer: answerAddMacro },
  { ...pathOf(orderDeskMacros), access: 'agent', answer: answerOrderMacros },
  { ...pathOf(changeDeskMacro), access: 'agent', answer: answerChangeMacro },
  { ...pathOf(archiveDeskMacro), access: 'agent', answer: answerArchiveMacro },
  { ...pathOf(readOfficeHours), access: 'agent', answer: answerReadOfficeHours },
  { ...pathOf(readDeskSettings), access: 'agent', answer: answerReadSettings },
  { ...pathOf(readSettingsHistory), access: 'agent', answer: answerSettingsHistory },
  { ...pathOf(changeDeskSettings), access: 'admin', needs: 'fresh-proof', answer: answerChangeSettings },
  { ...pathOf(announceDeskVersion), access: 'admin', needs: 'fresh-proof', answer: answerAnnounceVersion },
];
