import { mailedInWords } from '#words/lazy-views.ts';
import { guessTopic } from '../features/advice/guess-topic.ts';
import { Hints } from '../features/advice/Hints.tsx';
import { HoursLine } from '../features/advice/HoursLine.tsx';
import { Notices } from '../features/advice/Notices.tsx';
import { AttachmentsField } from '../features/attachments/AttachmentsField.tsx';
import attachments from '../features/attachments/attachments.tsx';
import { takeFiles } from '../features/attachments/take-files.ts';
import openMyTickets from '../features/my-tickets/my-tickets.tsx';
import { OtherDraftsModel } from '../features/ticket-form/models/other-drafts-model.ts';
import { CallUs } from '../features/ticket-form/views/CallUs.tsx';
import { CorrectShop } from '../features/ticket-form/views/CorrectShop.tsx';
import { DraftNotes } from '../features/ticket-form/views/DraftNotes.tsx';
import { EmailHint } from '../features/ticket-form/views/EmailHint.tsx';
import { FormFoot } from '../features/ticket-form/views/FormFoot.tsx';
import { IdentityForm } from '../features/ticket-form/views/IdentityForm.tsx';
import { MailInstead } from '../features/ticket-form/views/MailInstead.tsx';
import { OutageFields } from '../features/ticket-form/views/OutageFields.tsx';
import { ProposedFields } from '../features/ticket-form/views/ProposedFields.tsx';
import { ShopLine } from '../features/ticket-form/views/ShopLine.tsx';
import { SupportStatus } from '../features/ticket-form/views/SupportStatus.tsx';
import { UntilWeAnswer } from '../features/ticket-form/views/UntilWeAnswer.tsx';
import { WarningNotice } from '../features/ticket-form/views/WarningNotice.tsx';
import type { LazyViews } from '../panel.ts';

/**
 * Views beside and after the form that it can be typed in and sent without, attachments, and "Moje zgłoszenia": one file,
 * which compresses better than three. It comes by itself behind what sends, so that files and threads need no further load.
 */
export default {
  openMyTickets,
  attachments,
  takeFiles,
  ShopLine,
  AttachmentsField,
  DraftNotes,
  OtherDraftsModel,
  guessTopic,
  IdentityForm,
  OutageFields,
  ProposedFields,
  EmailHint,
  mailedInWords,
  FormFoot,
  MailInstead,
  CallUs,
  UntilWeAnswer,
  SupportStatus,
  WarningNotice,
  CorrectShop,
  Notices,
  Hints,
  HoursLine,
} satisfies LazyViews & Record<string, unknown>;
