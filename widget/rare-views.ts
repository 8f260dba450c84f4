import './transport.ts'; // which came with the form: what the two share stays in one piece
import { OtherDraftsModel } from './models/other-drafts-model.ts';
import { DraftNotes } from './views/DraftNotes.tsx';
import { IdentityForm } from './views/IdentityForm.tsx';
import { OutageFields } from './views/OutageFields.tsx';
import { CorrectShop, SupportNotice } from './views/SupportNotice.tsx';

/** What most people never see: it downloads when it is first to be shown. */
const rareViews = { DraftNotes, OtherDraftsModel, IdentityForm, OutageFields, SupportNotice, CorrectShop };

export type RareViews = typeof rareViews;
export default rareViews;
