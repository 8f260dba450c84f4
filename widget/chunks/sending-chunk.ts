import { endings, sentWords } from '#words/sending.ts';
import { CopyButton } from '../controls/CopyButton.tsx';
import type { TicketSending } from '../drawer/panel-model.ts';
import { withFiles } from '../features/attachments/with-files.ts';
import { draftErrors, errorsAfter } from '../features/ticket-form/models/draft-errors.ts';
import { emailLink, ticketInWords } from '../features/ticket-form/models/email-link.ts';
import { proposals } from '../features/ticket-form/models/proposals.ts';
import { keepShop } from '../features/ticket-form/models/shop-keeper.ts';
import { SubmissionModel } from '../features/ticket-form/models/submission-model.ts';
import { OnItsWay } from '../features/ticket-form/views/OnItsWay.tsx';
import { Receipt } from '../features/ticket-form/views/Receipt.tsx';
import type { SendingViews } from '../panel.ts';
import { createClient } from '../service/client.ts';

/**
 * Sending a ticket, and the views after it. It downloads beside the form, which does not wait for it: with its libraries
 * it is as large as everything else.
 */
export default {
  createClient,
  draftErrors,
  errorsAfter,
  proposals,
  endings,
  saved: sentWords.saved,
  notDurable: sentWords.notDurable,
  emailLink,
  ticketInWords,
  withFiles,
  SubmissionModel,
  keepShop,
  OnItsWay,
  Receipt,
  CopyButton,
} satisfies SendingViews & TicketSending;
