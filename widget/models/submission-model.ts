import { createModel, type Signal } from '@preact/signals';
import type { TicketReceipt } from '../../src/contract/open-ticket.ts';
import { setFlag } from '../host-page/flags.ts';
import { deliver } from '../outbox/deliver.ts';
import type { Draft } from '../outbox/draft.ts';
import { type Entry, type FollowedTicket, freeze, type Identity, mustAsk } from '../outbox/entry.ts';
import type { Keeper } from '../outbox/keeper.ts';
import type { TicketClient } from '../ticket-client.ts';

/** Where a ticket stands between the keyboard and the vendor. */
export type Submission =
  | { state: 'draft' }
  /** `tries` so far; the first is 1 */
  | { state: 'sending'; entry: Entry; tries: number }
  /** nobody answered; it goes again when the network is back, on the next page, or by a press */
  | { state: 'waiting'; entry: Entry }
  /** from an earlier visit, and not to be sent without asking */
  | { state: 'asking'; entry: Entry }
  | { state: 'not-sent'; code: string }
  | { state: 'sent'; ticket: FollowedTicket };

export interface SubmissionDeps {
  submission: Signal<Submission>;
  client: TicketClient;
  keeper: Keeper;
  directory: string;
  /** what is in the form now */
  typed: () => Draft;
  /** shows what is in the form from now on */
  showDraft: (draft: Draft) => void;
  announce: (event: 'ticket-created' | 'error', detail: unknown) => void;
}

/** Sends one ticket: nothing lost, nothing doubled. An entry is deleted only in the step that keeps its receipt. */
export const SubmissionModel = createModel((deps: SubmissionDeps) => {
  const { submission, keeper, directory, announce } = deps;

  /** What cannot be kept is sent all the same: the form has said that this browser keeps nothing. */
  async function keep(...edits: Parameters<Keeper['change']>): Promise<void> {
    await keeper.change(...edits).catch(() => {});
  }

  async function send(entry: Entry): Promise<void> {
    const delivery = await deliver(entry, deps.client, (tries) => {
      submission.value = { state: 'sending', entry, tries };
    });
    if (delivery.outcome === 'unanswered') {
      submission.value = { state: 'waiting', entry };
      return;
    }
    if (delivery.outcome === 'accepted') {
      await keepReceipt(entry, delivery.receipt);
    } else {
      await takeBack(entry);
      submission.value = { state: 'not-sent', code: delivery.code };
      announce('error', { code: delivery.code });
    }
  }

  async function keepReceipt({ key, token, draft }: Entry, receipt: TicketReceipt): Promise<void> {
    const ticket = { receipt, token, subject: draft.subject, directory, isSeen: false };
    await keep({ store: 'outbox', key }, { store: 'tickets', key: receipt.number, value: ticket });
    setFlag('followed', directory, true);
    submission.value = { state: 'sent', ticket };
    announce('ticket-created', { number: receipt.number });
  }

  /**
   * Puts a text that was not sent back into the form, before what was typed there since; its key is gone, so that the
   * next sending has a new one.
   */
  async function takeBack({ key, draft }: Entry): Promise<void> {
    const since = deps.typed().description;
    const description = since ? `${draft.description}\n\n${since}` : draft.description;
    const value = { ...draft, description, changedAt: Date.now() };
    await keep({ store: 'outbox', key }, { store: 'drafts', key: directory, value });
    deps.showDraft(value);
  }

  return {
    /** Freezes what was typed, keeps it, and sends it. The form keeps the address for the next ticket. */
    async submit(draft: Draft, identity: Identity, emptyDraft: Draft) {
      const entry = freeze(draft, identity, directory, Date.now());
      setFlag('outbox', directory, true);
      submission.value = { state: 'sending', entry, tries: 1 };
      deps.showDraft(emptyDraft); // first, or a draft still being saved would come back beside its ticket
      await keep(
        { store: 'outbox', key: entry.key, value: entry },
        { store: 'drafts', key: directory, value: emptyDraft },
      );
      await send(entry);
    },

    /**
     * Takes up what waits, or an earlier page left, here or before the panel was known: a ticket on its way, or a receipt
     * that nobody has gone on from. Only here, where nothing is found, does the flag end that makes pages look.
     */
    async resume() {
      const now = submission.peek();
      if (now.state !== 'draft' && now.state !== 'waiting') return;
      const isHere = (kept: { directory: string }) => kept.directory === directory || kept.directory === '/';
      const entry = 'entry' in now ? now.entry : (await keeper.all('outbox').catch(() => [])).find(isHere);
      const tickets = (await keeper.all('tickets').catch(() => [])).filter(isHere);
      const ticket = tickets.find(({ isSeen }) => !isSeen);
      if (submission.peek() !== now) return; // something else began meanwhile
      if (entry && mustAsk(entry, Date.now())) submission.value = { state: 'asking', entry };
      else if (entry) await send(entry);
      else if (ticket) submission.value = { state: 'sent', ticket };
      else setFlag('outbox', directory, false);
    },

    /** Sends what waits, now. */
    async retry() {
      const now = submission.peek();
      if (now.state === 'waiting' || now.state === 'asking') await send(now.entry);
    },

    /** Gives a ticket that asks before it goes back to the form. */
    async withdraw() {
      const now = submission.peek();
      if (now.state !== 'asking') return;
      await takeBack(now.entry);
      submission.value = { state: 'draft' };
    },

    /** Back to the form: the receipt has been seen. */
    async startAnother() {
      const now = submission.peek();
      if (now.state !== 'sent') return;
      const { ticket } = now;
      submission.value = { state: 'draft' };
      await keep({ store: 'tickets', key: ticket.receipt.number, value: { ...ticket, isSeen: true } });
    },
  };
});
