import type { ReadonlySignal, Signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import type { Attachments } from './features/attachments/attachments.tsx';
import type { DraftErrors } from './features/ticket-form/models/draft-errors.ts';
import type { OtherDraftsModel } from './features/ticket-form/models/other-drafts-model.ts';
import type { ShopModel } from './features/ticket-form/models/shop-model.ts';
import type { Submission } from './features/ticket-form/models/submission-model.ts';
import type { Draft } from './outbox/draft.ts';
import type { LastAnswer } from './outbox/last-answer.ts';
import type { FollowedTicket, Identity } from './outbox/ticket-entry.ts';

/** Replies that nobody has read yet. */
export interface News {
  /** route of the drawer where they are */
  to: string;
  words: string;
}

/** What views know of the panel, and what they may ask of it. They know nothing else. */
export interface Panel {
  shop: ShopModel;
  draft: ReadonlySignal<Draft>;
  /** texts beside the one in the form, where there may be some */
  apart: ReadonlySignal<OtherDraftsModel | null>;
  submission: ReadonlySignal<Submission>;
  errors: ReadonlySignal<DraftErrors>;
  /** whether the press on "send" still waits for the shop's state */
  isChecking: ReadonlySignal<boolean>;
  /** whether this browser keeps what is typed */
  isDurable: ReadonlySignal<boolean>;
  /** where the drawer is: nothing is the new ticket; `list`, `rules` or a ticket's number are in "Moje zgłoszenia" */
  place: ReadonlySignal<string>;
  /** replies that wait, as the panel's entry says */
  news: Signal<News | null>;
  go: (to: string) => void;
  edit: (change: Partial<Draft>) => void;
  /** Names the shop anew; what was refused for the old name is refused no longer. */
  identify: (named: Identity) => void;
  /** Brings back what earlier pages left. */
  restore: () => Promise<void>;
  /** Sends what waits, as when the network is back. */
  resume: () => Promise<void>;
  /** Checks the form, waits for the shop's state, and sends. @returns whether the form is in order */
  submit: () => Promise<boolean>;
  /** the tickets that were opened from this panel in this browser; nothing until what sends is here */
  tickets: () => Promise<FollowedTicket[]> | undefined;
  retry: () => Promise<void> | undefined;
  withdraw: () => Promise<void> | undefined;
  emailAddress: () => string;
  /** The ticket in words, with all that the vendor needs to know. */
  inWords: () => string;
  /** A `mailto:` with everything filled in; plainer, and cut, where nothing more can be downloaded. */
  emailLink: () => string;
}

/** A part of the panel that downloads when it is wanted: null when it could not be loaded, undefined until it was. */
export interface Part<T> extends ReadonlySignal<T | null | undefined> {
  /** Downloads it once, however many ask; a download that failed is tried again at the next call. */
  load: () => Promise<T | null>;
}

export interface ViewProps {
  panel: Panel;
  parts: Parts;
}

type View = ComponentType<ViewProps>;

/** What is shown once something is sent, or could not be. It downloads beside the form, which does not wait for it. */
export interface SendingViews {
  OnItsWay: View;
  Receipt: View;
  ExtrasField: View;
  CopyButton: ComponentType<{ text: () => string; label?: string }>;
  StandingDetails: ComponentType<{ last: LastAnswer; isFresh: boolean }>;
  /** how a ticket can end without a receipt, in words, by problem code */
  endings: Record<string, string>;
  /** what a drop or a paste anywhere in the drawer does */
  takeFiles: (props: ViewProps) => (event: DragEvent | ClipboardEvent) => void;
}

/** What no form needs to stand and to be typed in: it downloads when it is first to be shown. */
export interface LazyViews {
  DraftNotes: View;
  IdentityForm: View;
  OutageFields: View;
  SupportNotice: View;
  CorrectShop: View;
  Notices: View;
  Hints: View;
  HoursLine: View;
}

/** "Moje zgłoszenia": the list of tickets, their threads, and the rules of support. */
export interface MyTickets {
  /** It reads from `place` what to show. */
  View: View;
  /** files were dropped or pasted there; none while they are dragged over it */
  take: (place: string, files: File[]) => void;
  /** Adds a text to the reply that is being written in a ticket's thread. Resolves once it is kept. */
  append: (number: string, text: string) => Promise<void>;
}

export interface Parts {
  sending: Part<SendingViews>;
  lazyViews: Part<LazyViews>;
  myTickets: Part<MyTickets>;
  attachments: Part<Attachments>;
}
