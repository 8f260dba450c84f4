import type { Signal } from '@preact/signals';
import { createSender, type Sending } from '../../../../browser/sender.ts';
import type { TicketReceipt } from '../../../../src/contract/tickets/open-ticket.ts';
import type { OpenTicketRequest } from '../../../../src/contract/tickets/open-ticket-request.ts';
import { createModel } from '../../../create-model.ts';
import { isOfPanel, setFlag } from '../../../host-page/flags.ts';
import { covers, type Draft, EMPTY_DRAFT, isUrgent, type Voucher } from '../../../outbox/draft.ts';
import { sendTicket } from '../../../outbox/send-ticket.ts';
import {
  type FollowedTicket,
  type Identity,
  isOutage,
  type TicketEntry,
  toDraft,
  toTicketEntry,
} from '../../../outbox/ticket-entry.ts';
import { type Kept, readOutbox, type WidgetStore } from '../../../outbox/widget-store.ts';
import type { TicketClient } from '../../../service/ticket-client.ts';
import type { DraftModel } from './draft-model.ts';
import type { Warning } from './shop-model.ts';

/** The state of a ticket from the form to its receipt. */
export type Submission = Sending<TicketEntry> | Sent;

interface Sent {
  state: 'sent';
  ticket: FollowedTicket;
}

export interface SubmissionDeps {
  submission: Signal<Submission>;
  client: TicketClient;
  store: WidgetStore;
  panelPath: string;
  /** the draft in the form */
  form: Pick<InstanceType<typeof DraftModel>, 'draft' | 'replace' | 'keptAs'>;
  /** called with the shop of a ticket that was accepted from its own page */
  onAccepted?: (shop: Identity) => void;
  /** called when something could not be stored: people must know before they close the page */
  onNotKept: () => void;
  announce: (event: 'ticket-created' | 'error', detail: unknown) => void;
}

/** Sends the tickets of one panel, one after another. */
export const SubmissionModel = createModel((deps: SubmissionDeps) => {
  const { submission, client, store, panelPath, form, announce } = deps;
  let isFirstTime = true;
  /** the newest ticket of this browser: read before it is needed, as nothing may come between the press and the freeze */
  let voucher: Voucher | undefined;

  const followed = ({ key, token, draft }: TicketEntry, receipt: TicketReceipt): FollowedTicket => ({
    receipt,
    token,
    subject: draft.subject,
    directory: panelPath,
    isSeen: false,
    written: key,
    facts: isUrgent(draft) ? draft.facts : undefined,
  });

  const sender = createSender<Kept, TicketEntry, TicketReceipt, Sent>({
    store,
    state: submission,
    send: (entry) => sendTicket(entry, client),
    receipt: (entry, receipt) => [{ store: 'tickets', key: receipt.number, value: followed(entry, receipt) }],
    onAccepted(entry, receipt) {
      voucher = { number: receipt.number, token: entry.token };
      setFlag('followed', panelPath, true);
      announce('ticket-created', { number: receipt.number });
      const { supportNumber, installUrl, fromOtherShop }: OpenTicketRequest = JSON.parse(entry.body);
      if (!fromOtherShop) deps.onAccepted?.({ supportNumber, installUrl });
      return { state: 'sent', ticket: followed(entry, receipt) };
    },
    async onGone({ token }) {
      const ticket = (await tickets()).find((one) => one.token === token);
      return ticket && { state: 'sent', ticket };
    },
    /** Returns the text to the form, before newer text. It may have arrived, so it keeps its key: see `Earlier`. */
    giveBack(entry, why) {
      const text = why === 'refused' ? entry.draft : toDraft(entry);
      const typed = form.draft.peek();
      const since = covers(text, typed) ? '' : `\n\n${typed.description}`;
      const value = { ...text, description: text.description + since, changedAt: Date.now() };
      form.replace(value, value);
      return [form.keptAs(value)];
    },
    onNotKept: deps.onNotKept,
    async onRefused(_, { code }) {
      announce('error', { code });
      return undefined;
    },
    mustAsk: isOutage,
    comesBack: true,
  });

  const isHere = (one: { directory: string }) => isOfPanel(one.directory, panelPath);

  async function tickets(): Promise<FollowedTicket[]> {
    return (await store.all('tickets').catch(() => [])).filter(isHere);
  }

  /**
   * Continues with a ticket that waits, also one of an earlier page or from before the panel was known, or with a receipt
   * that was not seen yet. Later calls, when the network is back, leave an open form alone. The `outbox` flag is cleared
   * only here, when nothing is found.
   */
  async function resume(isShown = isFirstTime): Promise<void> {
    const now = submission.peek();
    if (now.state !== 'waiting' && now.state !== 'draft') return;
    const kept = (await readOutbox(store)).tickets.find(isHere);
    const entry = 'entry' in now ? now.entry : kept;
    const followed = await tickets();
    const newest = followed.at(-1); // they are stored by number
    voucher = newest && { number: newest.receipt.number, token: newest.token };
    const ticket = followed.find(({ isSeen }) => !isSeen);
    if (submission.peek() !== now) return; // something else began meanwhile
    isFirstTime = false;
    if (now.state === 'draft' && !isShown) {
      if (entry && !sender.mustAsk(entry)) await sender.sendUnseen(entry);
    } else if (entry) await sender.resume(entry);
    else if (ticket) submission.value = { state: 'sent', ticket };
    else setFlag('outbox', panelPath, false);
  }

  return {
    /** Freezes the draft, stores it, and sends it. The form keeps the e-mail address for the next ticket. */
    async submit(draft: Draft, identity: Identity, warning: Warning | null = null) {
      const { email, name } = draft;
      const emptyDraft = { ...EMPTY_DRAFT, email, name, changedAt: Date.now() };
      const entry = toTicketEntry(draft, identity, panelPath, Date.now(), warning === 'other-shop', voucher);
      setFlag('outbox', panelPath, true);
      const emptied = form.keptAs(emptyDraft);
      form.replace(emptyDraft, draft); // first, or a draft still being saved would come back beside its ticket
      await sender.submit(entry, emptied);
    },
    resume,
    /** the tickets that were opened from this panel in this browser */
    tickets,
    retry: sender.retry,
    withdraw: sender.withdraw,

    /** Dismisses the receipt: back to the form, or to the next waiting ticket. */
    async startAnother() {
      const now = submission.peek();
      if (now.state !== 'sent') return;
      const { ticket } = now;
      submission.value = { state: 'draft' };
      await store
        .change({ store: 'tickets', key: ticket.receipt.number, value: { ...ticket, isSeen: true } })
        .catch(deps.onNotKept);
      await resume(true);
    },
  };
});
