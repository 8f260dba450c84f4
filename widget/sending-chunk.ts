import { createClient } from './client.ts';
import { takeFiles } from './files/take-files.ts';
import { withFiles } from './files/with-files.ts';
import { draftErrors } from './models/draft-errors.ts';
import { emailLink, ticketInWords } from './models/email-link.ts';
import type { TicketSending } from './models/panel-model.ts';
import { SubmissionModel } from './models/submission-model.ts';
import type { SendingViews } from './panel.ts';
import { CopyButton } from './views/CopyButton.tsx';
import { ExtrasField } from './views/ExtrasField.tsx';
import { OnItsWay } from './views/OnItsWay.tsx';
import { Receipt } from './views/Receipt.tsx';
import { StandingDetails } from './views/StandingDetails.tsx';
import { endings } from './words/pl/sending.ts';

/**
 * What sending needs, and what is shown once something was sent. It downloads beside the form, which does not wait for
 * it: with its libraries it is as large as all the rest.
 */
export default {
  createClient,
  draftErrors,
  endings,
  emailLink,
  ticketInWords,
  withFiles,
  SubmissionModel,
  takeFiles,
  OnItsWay,
  Receipt,
  CopyButton,
  ExtrasField,
  StandingDetails,
} satisfies SendingViews & TicketSending;
