import { createModel, type Signal } from '@preact/signals';
import { randomId } from '../../browser/random-id.ts';
import type { TicketReceipt } from '../../src/contract/tickets/open-ticket.ts';
import { setFlag } from '../host-page/flags.ts';
import { deliver } from '../outbox/deliver.ts';
import { covers, type Draft } from '../outbox/draft.ts';
import { type Entry, type FollowedTicket, freeze, type Identity, mustAsk, thaw } from '../outbox/entry.ts';
import type { WidgetStore } from '../outbox/widget-store.ts';
import type { TicketClient } from '../ticket-client.ts';
import type { DraftModel } from './draft-model.ts';

/** Where a ticket stands between the keyboard and the vendor. */
export type Submission =
  | { state: 'draft' }
  /** `tries` so far; the first is 1, and with 0 another page sends it */
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
  store: WidgetStore;
  directory: string;
  /** what is in the form */
  form: Pick<InstanceType<typeof DraftModel>, 'draft' | 'replace' | 'keptAs'>;
  /** told when something could not be kept: people must know before they close the page */
  onNotKept: () => void;
  announce: (event: 'ticket-created' | 'error', detail: unknown) => void;
}

/** Sends one ticket: nothing lost, nothing doubled. An entry is deleted only in the step that keeps its receipt. */
export const SubmissionModel = createModel((deps: SubmissionDeps) => {
  const { submission, client, store, directory, form, announce } = deps;
  const holder = randomId(8);
  let isFirstLook = true;
  let isSendingUnseen = false;
  let stopping = new AbortController();
  /** key of a ticket that no disk took: nobody else can send it, and it cannot be missed in the outbox */
  let unkept = '';

  /** What cannot be kept is sent all the same: the form says that this browser keeps nothing. */
  async function keep(...edits: Parameters<WidgetStore['change']>): Promise<boolean> {
    return store.change(...edits).then(
      () => true,
      () => {
        deps.onNotKept();
        return false;
      },
    );
  }

  /** What the outbox holds of this panel, or of this origin before the panel was known. */
  async function found<S extends 'outbox' | 'tickets'>(kind: S) {
    const kept = await store.all(kind).catch(() => []);
    return kept.filter((one) => one.directory === directory || one.directory === '/');
  }

  async function send(entry: Entry): Promise<void> {
    submission.value = { state: 'sending', entry, tries: 1 };
    stopping = new AbortController();
    const { signal } = stopping;
    const onTry = (tries: number) => {
      submission.value = { state: 'sending', entry, tries };
    };
    const isKept = entry.key !== unkept;
    const delivery = await deliver(entry, { client, store, holder, onTry, signal, isKept });
    if (delivery.outcome === 'unanswered') {
      submission.value = { state: 'waiting', entry };
      if (signal.aborted) await withdraw();
    } else if (delivery.outcome === 'accepted') {
      submission.value = { state: 'sent', ticket: await keepReceipt(entry, delivery.receipt) };
    } else if (delivery.outcome === 'gone') {
      const ticket = (await found('tickets')).find(({ token }) => token === entry.token);
      submission.value = ticket ? { state: 'sent', ticket } : { state: 'draft' };
    } else {
      await takeBack(entry, entry.draft);
      submission.value = { state: 'not-sent', code: delivery.code };
      announce('error', { code: delivery.code });
    }
  }

  /** Sends what waits while its tab may be gone, and leaves the form to whoever is about to type: see it the next page. */
  async function sendUnseen(entry: Entry): Promise<void> {
    if (isSendingUnseen) return;
    isSendingUnseen = true;
    const { signal } = new AbortController();
    const delivery = await deliver(entry, { client, store, holder, onTry() {}, signal, isKept: true });
    if (delivery.outcome === 'accepted') await keepReceipt(entry, delivery.receipt);
    isSendingUnseen = false;
  }

  /** @returns the ticket, as it is followed from now on */
  async function keepReceipt({ key, token, draft }: Entry, receipt: TicketReceipt): Promise<FollowedTicket> {
    const ticket = { receipt, token, subject: draft.subject, directory, isSeen: false };
    await keep(
      { store: 'outbox', key },
      { store: 'tickets', key: receipt.number, value: ticket },
      { store: 'leases', key },
    );
    setFlag('followed', directory, true);
    announce('ticket-created', { number: receipt.number });
    return ticket;
  }

  /** Puts a text that was not sent back into the form, before what was typed there since. */
  async function takeBack({ key }: Entry, text: Draft): Promise<void> {
    const typed = form.draft.peek();
    const since = covers(text, typed) ? '' : `\n\n${typed.description}`;
    const value = { ...text, description: text.description + since, changedAt: Date.now() };
    await keep({ store: 'outbox', key }, form.keptAs(value), { store: 'leases', key });
    form.replace(value, value);
  }

  /** Gives a text back to the form. It may have arrived, so it keeps its key: see `Earlier`. */
  async function withdraw(): Promise<void> {
    const now = submission.peek();
    if (now.state === 'sending') stopping.abort();
    if (now.state !== 'waiting' && now.state !== 'asking') return;
    await takeBack(now.entry, thaw(now.entry));
    submission.value = { state: 'draft' };
  }

  /**
   * Takes up what waits, or an earlier page left, here or before the panel was known: a ticket on its way, or a receipt
   * that nobody has gone on from. Later looks, when the network is back, leave a form alone. Only here, where nothing is found, does the flag end that makes pages look.
   */
  async function resume(isShown = isFirstLook): Promise<void> {
    const now = submission.peek();
    if (now.state !== 'waiting' && now.state !== 'draft') return;
    const entry = 'entry' in now ? now.entry : (await found('outbox'))[0];
    const ticket = (await found('tickets')).find(({ isSeen }) => !isSeen);
    if (submission.peek() !== now) return; // something else began meanwhile
    isFirstLook = false;
    if (now.state === 'draft' && !isShown) {
      if (entry && !mustAsk(entry, Date.now())) await sendUnseen(entry);
    } else if (entry && mustAsk(entry, Date.now())) submission.value = { state: 'asking', entry };
    else if (entry) await send(entry);
    else if (ticket) submission.value = { state: 'sent', ticket };
    else setFlag('outbox', directory, false);
  }

  return {
    /** Freezes what was typed, keeps it, and sends it. The form keeps the address for the next ticket. */
    async submit(draft: Draft, identity: Identity, emptyDraft: Draft) {
      const entry = freeze(draft, identity, directory, Date.now());
      setFlag('outbox', directory, true);
      submission.value = { state: 'sending', entry, tries: 1 };
      const emptied = form.keptAs(emptyDraft);
      form.replace(emptyDraft, draft); // first, or a draft still being saved would come back beside its ticket
      if (!(await keep({ store: 'outbox', key: entry.key, value: entry }, emptied))) unkept = entry.key;
      await send(entry);
    },
    resume,
    /** the tickets that were opened from this panel in this browser */
    tickets: () => found('tickets'),

    /** Sends what waits, now. */
    async retry() {
      const now = submission.peek();
      if (now.state === 'waiting' || now.state === 'asking') await send(now.entry);
    },
    withdraw,

    /** Back to the form, or to the next ticket that waits: the receipt has been seen. */
    async startAnother() {
      const now = submission.peek();
      if (now.state !== 'sent') return;
      const { ticket } = now;
      submission.value = { state: 'draft' };
      await keep({ store: 'tickets', key: ticket.receipt.number, value: { ...ticket, isSeen: true } });
      await resume(true);
    },
  };
});
