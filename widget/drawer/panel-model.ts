import { effect, signal } from '@preact/signals';
import { createModel } from '../create-model.ts';
import type { guessTopic } from '../features/advice/guess-topic.ts';
import type { Attachments } from '../features/attachments/attachments.tsx';
import type { withFiles } from '../features/attachments/with-files.ts';
import type { DraftErrors, draftErrors, errorsAfter } from '../features/ticket-form/models/draft-errors.ts';
import { DraftModel } from '../features/ticket-form/models/draft-model.ts';
import type { emailLink, ticketInWords } from '../features/ticket-form/models/email-link.ts';
import type { OtherDraftsModel } from '../features/ticket-form/models/other-drafts-model.ts';
import type { proposals } from '../features/ticket-form/models/proposals.ts';
import type { keepShop, ShopKeeper } from '../features/ticket-form/models/shop-keeper.ts';
import { ShopModel, type Warning } from '../features/ticket-form/models/shop-model.ts';
import type { Submission, SubmissionModel } from '../features/ticket-form/models/submission-model.ts';
import type { EmbedConfig, PageSession, UnreadReplies } from '../host-page/embed-config.ts';
import { toLines } from '../host-page/facts.ts';
import { hasFlag, setFlag } from '../host-page/flags.ts';
import type { Draft } from '../outbox/draft.ts';
import type { Identity } from '../outbox/ticket-entry.ts';
import type { WidgetStore } from '../outbox/widget-store.ts';
import type { Panel, Part } from '../panel.ts';
import type { createClient } from '../service/client.ts';
import type { TicketClient } from '../service/ticket-client.ts';

/** Checks and sends a ticket. Loaded beside the form. */
export interface TicketSending {
  createClient: typeof createClient;
  withFiles: typeof withFiles;
  SubmissionModel: typeof SubmissionModel;
  keepShop: typeof keepShop;
  draftErrors: typeof draftErrors;
  errorsAfter: typeof errorsAfter;
  proposals: typeof proposals;
  ticketInWords: typeof ticketInWords;
  emailLink: typeof emailLink;
}

export interface PanelDeps {
  config: EmbedConfig;
  page: PageSession;
  store: WidgetStore;
  sending: Part<TicketSending>;
  attachments: Part<Attachments>;
  /** the drafts of other tabs, and what guesses topics */
  lazyViews: Part<{ OtherDraftsModel: typeof OtherDraftsModel; guessTopic: typeof guessTopic }>;
  announce: (event: string, detail?: unknown) => void;
}

/** The state of the panel, and its actions. */
export const PanelModel = createModel((deps: PanelDeps): Panel => {
  const { config, page, store, sending, lazyViews, attachments, announce } = deps;
  const { panelPath, api } = config;
  /** The shop's status is requested before the sending chunk is here. */
  const readShopStatus: TicketClient['readShopStatus'] = async (asked) =>
    (await sending.load())?.createClient(api).readShopStatus(asked) ?? null;
  const shop = new ShopModel({ readShopStatus }, store, config);
  const drafts = new DraftModel(store, panelPath);
  const { draft, isKept: isDurable } = drafts;
  const submission = signal<Submission>({ state: 'draft' });
  const errors = signal<DraftErrors>({});
  const isChecking = signal(false);
  const isWhole = signal(false);
  const route = signal('');
  const unread = signal<UnreadReplies | null>(null);
  const otherDrafts = signal<OtherDraftsModel | null>(null);
  const warning = signal<Warning | null>(null);
  let submitting: InstanceType<typeof SubmissionModel> | undefined;
  let keeper: ShopKeeper | undefined;

  async function ready(): Promise<InstanceType<typeof SubmissionModel> | undefined> {
    const loaded = await sending.load();
    if (loaded && !submitting) {
      keeper = loaded.keepShop({ config, page, store, panelPath, shop, form: drafts, submission, warning });
      const client = loaded.withFiles(keeper.signing(loaded.createClient(api, page)), attachments.load);
      submitting = new loaded.SubmissionModel({
        submission,
        client,
        store,
        panelPath: panelPath,
        form: drafts,
        onNotKept: () => {
          isDurable.value = false;
        },
        onAccepted: keeper.sent,
        announce,
      });
    }
    return submitting;
  }

  async function resume(): Promise<void> {
    await (await ready())?.resume();
  }

  function propose(change: Partial<Draft>): Partial<Draft> | undefined {
    return sending.peek()?.proposals(draft.peek(), change, shop.status.peek()?.topics, lazyViews.peek()?.guessTopic);
  }

  function edit(change: Partial<Draft>, isTyped?: boolean): void {
    drafts.edit({ ...change, ...propose(change) }, isTyped);
    errors.value = sending.peek()?.errorsAfter(change, errors.peek()) ?? {};
  }

  effect(() => {
    // Behind what sends, which a press of Send waits for.
    if (sending.value) lazyViews.load();
  });

  return {
    shop,
    draft,
    otherDrafts,
    submission,
    errors,
    isChecking,
    isWhole,
    isDurable,
    route,
    unread,
    isInline: !!config.isInline,
    office: config,
    warning,
    navigate(to) {
      route.value = to;
      setFlag('open', panelPath, to || '1');
      submitting?.startAnother();
    },
    edit,
    identify(named: Identity) {
      submission.value = { state: 'draft' };
      shop.identify(named);
    },

    async restore() {
      isWhole.value = true;
      shop.ask();
      await drafts.restore();
      isDurable.value &&= await store.isDurable();
      if (hasFlag('apart', panelPath)) {
        const more = await lazyViews.load();
        otherDrafts.value = more && new more.OtherDraftsModel(store, panelPath, drafts);
        otherDrafts.value?.refresh();
      }
      const { files, diagnostics } = draft.peek();
      if (files[0] || diagnostics[0]) attachments.load();
      await resume();
    },
    resume,

    async submit() {
      if (isChecking.peek()) return true;
      isChecking.value = true;
      const submissions = await ready();
      await keeper?.sign();
      await shop.settled();
      await attachments.peek()?.settled();
      isChecking.value = false;
      // What was typed before the service's list, or what proposes, was here.
      drafts.edit(propose({ description: draft.peek().description }) ?? {});
      const typed = draft.peek();
      const identity = shop.identity.peek();
      errors.value = sending.peek()?.draftErrors(typed, shop.status.peek()?.topics) ?? {};
      if (errors.peek().facts) drafts.edit({ declined: [...(typed.declined ?? []), 'facts'] });
      if (Object.keys(errors.peek())[0]) return false;
      if (!identity) shop.question.value = 'correction';
      else if (submissions) await submissions.submit(typed, identity, warning.peek());
      else submission.value = { state: 'not-sent', code: 'unavailable' };
      return true;
    },
    tickets: () => submitting?.tickets(),
    retry: () => submitting?.retry(),
    withdraw: () => submitting?.withdraw(),

    emailAddress,
    inWords: () => sending.peek()?.ticketInWords(currentDraft(), shop.facts.peek(), topicLabel) ?? '',
    emailLink: () =>
      sending.peek()?.emailLink(emailAddress(), currentDraft(), shop.facts.peek(), topicLabel) ??
      `mailto:${emailAddress()}?body=${encodeURIComponent(`${toLines(shop.facts.peek())} ${draft.peek().description}`.slice(0, 300).toWellFormed())}`,
  };

  function topicLabel(topic: string): string {
    return shop.status.peek()?.topics.find(({ id }) => id === topic)?.label ?? draft.peek().topicLabel ?? topic;
  }

  function emailAddress(): string {
    return shop.status.peek()?.contacts.email ?? config.email;
  }

  function currentDraft(): Draft {
    const now = submission.peek();
    return 'entry' in now ? now.entry.draft : draft.peek();
  }
});
