import { Hints } from './advice/Hints.tsx';
import { HoursLine } from './advice/HoursLine.tsx';
import { Notices } from './advice/Notices.tsx';
import { OtherDraftsModel } from './models/other-drafts-model.ts';
import { DraftNotes } from './views/DraftNotes.tsx';
import { IdentityForm } from './views/IdentityForm.tsx';
import { OutageFields } from './views/OutageFields.tsx';
import { CorrectShop, SupportNotice } from './views/SupportNotice.tsx';

/** What no form needs to stand and to be typed in: it downloads when it is first to be shown. */
const rareViews = {
  DraftNotes,
  OtherDraftsModel,
  IdentityForm,
  OutageFields,
  SupportNotice,
  CorrectShop,
  Notices,
  Hints,
  HoursLine,
};

export type RareViews = typeof rareViews;
export default rareViews;
