import { createModel, signal } from '@preact/signals';
import type { Boot } from '../boot.ts';
import type { Extras, ExtrasDeps } from '../extras.tsx';
import { toLines } from '../host-page/facts.ts';
import { hasFlag, setFlag } from '../host-page/flags.ts';
import { type Draft, EMPTY_DRAFT } from '../outbox/draft.ts';
import type { Identity } from '../outbox/ticket-entry.ts';
import type { WidgetStore } from '../outbox/widget-store.ts';
import type { RareViews } from '../rare-views.ts';
import type { Room } from '../room.ts';
import type { TicketClient } from '../ticket-client.ts';
import type { Transport } from '../transport.ts';
import { failureInWords } from '../words/pl/panel.ts';
import type { DraftErrors } from './draft-errors.ts';
import { DraftModel } from './draft-model.ts';
import type { OtherDraftsModel } from './other-drafts-model.ts';
import { ShopModel } from './shop-model.ts';
import type { Submission, SubmissionModel } from './submission-model.ts';

export interface PanelDeps {
  boot: Boot;
  store: WidgetStore;
  /** loads what sending needs; null when it cannot be loaded now */
  loadTransport: () => Promise<Transport | null>;
  /** loads what most people never see; null when it cannot be loaded now */
  loadRareViews: () => Promise<RareViews | null>;
  /** loads what stands behind "Moje zgłoszenia"; null when it cannot be loaded now */
  loadRoom: () => Promise<Room | null>;
  /** loads what files and technical information need; null when it cannot be loaded now */
  loadExtras: (deps: Pick<ExtrasDeps, 'draft' | 'edit' | 'facts'>) => Promise<Extras | null>;
  announce: (event: string, detail?: unknown) => void;
}

/** Answers that wait. */
export interface News {
  /** place of the drawer where they are */
  to: string;
  words: string;
}

/** Everything the panel knows, and everything that can be done in it. Views read and call; they know nothing else. */
export const PanelModel = createModel((deps: PanelDeps) => {
  const { boot, store, loadTransport, loadRareViews, loadExtras, loadRoom, announce } = deps;
  const { directory, api } = boot;
  const shop = new ShopModel(lazyClient(), store, directory, boot.facts);
  const drafts = new DraftModel(store, directory);
  const { draft, isKept: isDurable } = drafts;
  const submission = signal<Submission>({ state: 'draft' });
  const errors = signal<DraftErrors>({});
  const isChecking = signal(false);
  const transport = signal<Transport | null>(null);
  const place = signal('');
  const room = signal<Room | null | undefined>();
  const news = signal<News | null>(null);
  const extras = signal<Extras | null>(null);
  let loadingExtras: Promise<Extras | null> | undefined;
  const apart = signal<OtherDraftsModel | null>(null);
  const rare = signal<RareViews | null | undefined>(undefined);
  let submitting: InstanceType<typeof SubmissionModel> | undefined;

  async function ready(): Promise<InstanceType<typeof SubmissionModel> | undefined> {
    transport.value ??= await loadTransport();
    const loaded = transport.peek();
    if (loaded && !submitting) {
      const client = loaded.withFiles(loaded.createClient(api, boot), readyExtras);
      submitting = new loaded.SubmissionModel({
        submission,
        client,
        store,
        directory,
        form: drafts,
        onNotKept: () => {
          isDurable.value = false;
        },
        announce,
      });
    }
    return submitting;
  }

  /** The service's answers are wanted before the transport is here. */
  function lazyClient(): Pick<TicketClient, 'readShopStatus'> {
    return {
      readShopStatus: async (asked) => (await loadTransport())?.createClient(api).readShopStatus(asked) ?? null,
    };
  }

  async function readyExtras(): Promise<Extras | null> {
    loadingExtras ??= loadExtras({ draft, edit, facts: () => shop.facts.peek() });
    extras.value = await loadingExtras;
    if (!extras.peek()) {
      loadingExtras = undefined;
      errors.value = { ...errors.peek(), extras: failureInWords('unavailable') };
    }
    return extras.peek();
  }

  async function resume(): Promise<void> {
    await (await ready())?.resume();
  }

  async function prepareRoom(): Promise<void> {
    room.value ||= await loadRoom();
  }

  function edit(change: Partial<Draft>): void {
    drafts.edit(change);
    const kept = Object.entries(errors.peek()).filter(([field]) => !(field in change));
    errors.value = Object.fromEntries(kept);
  }

  return {
    shop,
    draft,
    /** texts beside the one in the form, where there may be some */
    apart,
    submission,
    errors,
    isChecking,
    isDurable,
    transport,
    /** where the drawer is: nothing is the new ticket; `list`, or a ticket's number, is in the room */
    place,
    /** "Moje zgłoszenia" once it is here; null when it could not be loaded */
    room,
    prepareRoom,
    /** answers that wait, as the panel's entry says */
    news,
    go(to: string) {
      place.value = to;
      setFlag('open', directory, to || '1');
      submitting?.startAnother();
      if (to) prepareRoom();
    },
    extras,
    /** what most people never see, once it is here; null when it could not be loaded */
    rare,
    async loadRareViews() {
      rare.value = await loadRareViews();
    },
    edit,
    /** Adds files, or does what was pressed: `file`, `screen` or `facts`. */
    async open(what: string | File[]) {
      (await readyExtras())?.open(what);
    },
    /** Names the shop anew; what was refused for the old name is refused no longer. */
    identify(named: Identity) {
      submission.value = { state: 'draft' };
      shop.identify(named);
    },

    /** Brings back what earlier pages left. */
    async restore() {
      shop.ask();
      isDurable.value = await store.isDurable();
      await drafts.restore();
      if (hasFlag('apart', directory)) {
        const more = await loadRareViews();
        apart.value = more && new more.OtherDraftsModel(store, directory, drafts);
        apart.value?.look();
      }
      const { files, diagnostics } = draft.peek();
      if (files[0] || diagnostics[0]) readyExtras();
      await resume();
    },
    resume,

    /** Checks the form, waits for the shop's state, and sends. @returns whether the form is in order */
    async submit() {
      if (isChecking.peek()) return true;
      isChecking.value = true;
      await shop.settled();
      const sender = await ready();
      await extras.peek()?.settled();
      isChecking.value = false;
      const typed = draft.peek();
      const identity = shop.identity.peek();
      errors.value = transport.peek()?.draftErrors(typed, shop.status.peek()?.topics.map(({ id }) => id) ?? []) ?? {};
      if (Object.keys(errors.peek()).length > 0 || !identity) return false;
      if (sender) await sender.submit(typed, identity, { ...EMPTY_DRAFT, email: typed.email, changedAt: Date.now() });
      else submission.value = { state: 'not-sent', code: 'unavailable' };
      return true;
    },
    /** the tickets that were opened from this panel in this browser; nothing until what sends is here */
    tickets: () => submitting?.tickets(),
    retry: () => submitting?.retry(),
    withdraw: () => submitting?.withdraw(),

    emailAddress,
    /** The ticket in words, with all that the vendor needs to know. */
    inWords: () => transport.peek()?.ticketInWords(currentDraft(), shop.facts.peek(), topicLabel) ?? '',
    /** A `mailto:` with everything filled in; plainer, and cut, where nothing more can be downloaded. */
    emailLink: () =>
      transport.peek()?.emailLink(emailAddress(), currentDraft(), shop.facts.peek(), topicLabel) ??
      `mailto:${emailAddress()}?body=${encodeURIComponent(`${toLines(shop.facts.peek())} ${draft.peek().description}`.slice(0, 300).toWellFormed())}`,
  };

  function topicLabel(topic: string): string {
    return shop.status.peek()?.topics.find(({ id }) => id === topic)?.label ?? topic;
  }

  function emailAddress(): string {
    return shop.status.peek()?.contacts.email ?? boot.email;
  }

  function currentDraft(): Draft {
    const now = submission.peek();
    return 'entry' in now ? now.entry.draft : draft.peek();
  }
});

export type PanelModel = InstanceType<typeof PanelModel>;
