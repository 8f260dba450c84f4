import { Hints } from './advice/Hints.tsx';
import { HoursLine } from './advice/HoursLine.tsx';
import { Notices } from './advice/Notices.tsx';
import { OtherDraftsModel } from './models/other-drafts-model.ts';
import type { LazyViews } from './panel.ts';
import { DraftNotes } from './views/DraftNotes.tsx';
import { IdentityForm } from './views/IdentityForm.tsx';
import { OutageFields } from './views/OutageFields.tsx';
import { CorrectShop, SupportNotice } from './views/SupportNotice.tsx';

export default {
  DraftNotes,
  OtherDraftsModel,
  IdentityForm,
  OutageFields,
  SupportNotice,
  CorrectShop,
  Notices,
  Hints,
  HoursLine,
} satisfies LazyViews & Record<string, unknown>;
