import type { ReadonlySignal, Signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import type { OutageFact } from '../src/contract/lists.ts';
import type { Attachments } from './features/attachments/attachments.tsx';
import type { DraftErrors } from './features/ticket-form/models/draft-errors.ts';
import type { OtherDraftsModel } from './features/ticket-form/models/other-drafts-model.ts';
import type { ShopModel, Warning } from './features/ticket-form/models/shop-model.ts';
import type { Submission } from './features/ticket-form/models/submission-model.ts';
import type { EmbedConfig, PageSession, UnreadReplies } from './host-page/embed-config.ts';
import type { Draft } from './outbox/draft.ts';
import type { FollowedTicket, Identity } from './outbox/ticket-entry.ts';
import type { StoredStatus, WidgetStore } from './outbox/widget-store.ts';

/** The panel as its views see it: state and actions. Types only, so that a view depends on no model. */
export interface Panel {
  shop: ShopModel;
  draft: ReadonlySignal<Draft>;
  /** drafts of other tabs, where there may be some */
  otherDrafts: ReadonlySignal<OtherDraftsModel | null>;
  submission: ReadonlySignal<Submission>;
  errors: ReadonlySignal<DraftErrors>;
  /** whether the press on "send" still waits for the shop's state */
  isChecking: ReadonlySignal<boolean>;
  /**
   * Whether the form is drawn whole. Its very first frame has the first fields alone: a press while the panel still loads
   * shows a field sooner.
   */
  isWhole: ReadonlySignal<boolean>;
  /** whether this browser stores the draft */
  isDurable: ReadonlySignal<boolean>;
  /** of the drawer: empty for the new ticket; `list`, `rules` or a ticket's number in "Moje zgłoszenia" */
  route: ReadonlySignal<string>;
  /** whether it is a form in the flow of a page, not the drawer beside it */
  isInline: boolean;
  /** what the loader carries, known without the service: the telephone for outages, the office's hours, the newest advisory, and whose help it is */
  office: Pick<EmbedConfig, 'phone' | 'hours' | 'advisory' | 'vendor' | 'shopVersion' | 'facts' | 'watch'>;
  /** unread replies, as the panel's entry says */
  unread: Signal<UnreadReplies | null>;
  /** what must be said before anything is sent */
  warning: ReadonlySignal<Warning | null>;
  navigate: (route: string) => void;
  /** @param isTyped false for what the page fills in */
  edit: (change: Partial<Draft>, isTyped?: boolean) => void;
  /** Changes the shop; a refusal of the earlier one no longer counts. */
  identify: (named: Identity) => void;
  /** Restores the state of earlier pages, once the first frame is drawn. */
  restore: () => Promise<void>;
  /** Sends a waiting ticket: the network may be back. */
  resume: () => Promise<void>;
  /** Validates the form, waits for the shop's status, and sends. @returns whether the form is valid */
  submit: () => Promise<boolean>;
  /** the tickets opened from this panel in this browser; undefined until the sending chunk is here */
  tickets: () => Promise<FollowedTicket[]> | undefined;
  retry: () => Promise<void> | undefined;
  withdraw: () => Promise<void> | undefined;
  emailAddress: () => string;
  /** The ticket as text, with everything the rules ask for (R5). */
  inWords: () => string;
  /** A `mailto:` link with everything filled in; shorter when the sending chunk cannot be loaded. */
  emailLink: () => string;
}

/** A part of the panel that downloads on demand. Its value is undefined until it is loaded, null when that failed. */
export interface Part<T> extends ReadonlySignal<T | null | undefined> {
  /** Downloads it once, however many callers there are; after a failure the next call tries again. */
  load: () => Promise<T | null>;
  /** The current value, for a view that draws it; starts the download if needed. */
  request: () => T | null | undefined;
}

export interface ViewProps {
  panel: Panel;
  parts: Parts;
}

type View = ComponentType<ViewProps>;

/** What comes into the head of the drawer after the first frame. */
export type HeadView = ComponentType<Pick<ViewProps, 'panel'>>;

/** Views beside and after the form. They download beside it; the form does not wait for them. */
export interface SendingViews {
  OnItsWay: View;
  Receipt: View;
  CopyButton: ComponentType<{ text: () => string; label?: string; isIcon?: boolean }>;
  /** says that what is typed is stored */
  saved: string;
  /** says that this browser stores nothing */
  notDurable: string;
  /** why a ticket was not sent, in words, by problem code */
  endings: Record<string, string>;
}

/** Views that the form can be typed in and sent without: they download behind what sends, or when first needed. */
export interface LazyViews {
  ShopLine: View;
  AttachmentsField: View;
  SupportStatus: ComponentType<{ panel: Panel; last: StoredStatus }>;
  /** the handler of a drop or paste anywhere in the drawer */
  takeFiles: (props: ViewProps) => (event: DragEvent | ClipboardEvent) => void;
  DraftNotes: View;
  IdentityForm: View;
  OutageFields: View;
  ProposedFields: View;
  EmailHint: View;
  /** what the e-mail address is for; empty while that is not known */
  mailedInWords: (isMailed?: boolean, name?: string) => string;
  FormFoot: View;
  MailInstead: View;
  CallUs: ComponentType<{ panel: Panel }>;
  UntilWeAnswer: ComponentType<{ panel: Panel; facts?: OutageFact[] | undefined }>;
  WarningNotice: View;
  CorrectShop: View;
  Notices: View;
  Hints: View;
  HoursLine: View;
}

/** "Moje zgłoszenia": the list of tickets, their threads, and the rules of support. */
export interface MyTickets {
  /** Shows the panel's `route`. */
  View: View;
  /** Adds dropped or pasted files to a reply; called with none while they are dragged over the drawer. */
  addFiles: (route: string, files: File[]) => void;
  /** Appends a text to the unsent reply to a ticket. Resolves once it is stored. */
  append: (number: string, text: string) => Promise<void>;
}

export interface Parts {
  sending: Part<SendingViews>;
  lazyViews: Part<LazyViews>;
  myTickets: Part<MyTickets>;
  attachments: Part<Attachments>;
}

/**
 * Puts a panel together, with the parts that download on demand.
 * @param faults errors of the page's scripts
 */
export type Assemble = (config: EmbedConfig, page: PageSession, store: WidgetStore, faults: Event[]) => ViewProps;

/** A call of the page: `SGPomoc('open', {topic: 'outage'})`. The page's stub keeps `arguments`, which is no array. */
export type Call = Iterable<unknown>;

/** The panel's file. */
export interface PanelModule {
  start: (config: EmbedConfig) => PanelHandle;
}

/** The interface of the panel for the loader. */
export interface PanelHandle {
  /** Executes a call of the page. Rejects with a `CallError` when that fails. */
  call: (call: Call) => Promise<unknown>;
  /**
   * Reopens the drawer that was open on the previous page, without taking the focus; a press in progress has priority.
   * @param launcher as for `toggle`
   */
  restore: (launcher: HTMLElement | null) => void;
  /** @param launcher the pressed entry: it carries `aria-expanded`, and gets the focus back */
  toggle: (launcher?: HTMLElement) => void;
}
