import { computed, createModel, signal } from '@preact/signals';
import { randomId } from '../../../browser/random-id.ts';
import type { OpenPhoneTicketRequest } from '../../../src/contract/desk/open-phone-ticket.ts';
import type { ShopRow } from '../../../src/contract/desk/shop-row.ts';
import type { Topic } from '../../../src/contract/lists.ts';
import { type CheckedField, callErrors } from './call-errors.ts';
import type { PhoneClient } from './phone-client.ts';
import { NO_CALL, type PhoneDraft, type PhoneDrafts } from './phone-draft.ts';
import { ShopSearchModel } from './shop-search-model.ts';

/** The state of sending a call. */
export type Sending =
  | { state: 'none' }
  | { state: 'sending' }
  /** no response; the same is sent again by a press, and stored once */
  | { state: 'waiting' }
  | { state: 'refused'; code: string };

export interface PhoneDeps {
  client: PhoneClient;
  drafts: PhoneDrafts;
  /** whether the page is still shown: otherwise nothing moves the agent elsewhere */
  isShown: () => boolean;
  /** the ticket was opened */
  onOpened: (number: string) => void;
}

/** The topic of most calls, or the first open one where that is not open (A2). */
function topicFor({ onlyTopics }: ShopRow, chosen: Topic): Topic {
  return !onlyTopics || onlyTopics.includes(chosen) ? chosen : (onlyTopics[0] ?? chosen);
}

/** A call being recorded: saved while typing, sent once, and cleared once it is a ticket. */
export const PhoneModel = createModel(({ client, drafts, isShown, onOpened }: PhoneDeps) => {
  const kept = drafts.get();
  const draft = signal<PhoneDraft>(kept);
  const search = new ShopSearchModel(client);
  const sending = signal<Sending>(kept.attempt ? { state: 'waiting' } : { state: 'none' });
  /** whether sending was tried: from then on errors are shown */
  const wasTried = signal(false);
  /** the number of a call that was stored while its agent was elsewhere */
  const taken = signal(drafts.taken.get() || null);
  const errors = computed(() => (wasTried.value ? callErrors(draft.value) : []));

  function write(change: Partial<PhoneDraft>): void {
    draft.value = { ...draft.peek(), ...change };
    drafts.keep(draft.peek());
  }

  function tell(number: string | null): void {
    taken.value = number;
    drafts.taken.keep(number ?? '');
  }

  const isSending = () => sending.peek().state === 'sending';

  /** While sending, fields are locked: newer text would be lost with the draft. */
  function edit(change: Partial<PhoneDraft>): void {
    if (isSending()) return;
    write(change);
    if (sending.peek().state === 'refused') sending.value = { state: 'none' };
  }

  /** @param key of the call that was stored: another one, begun meanwhile in another window, is kept */
  function clear(key?: string): void {
    draft.value = NO_CALL;
    if (key === undefined || drafts.get().attempt?.key === key) drafts.forget();
    wasTried.value = false;
    sending.value = { state: 'none' };
  }

  /** Reads the shop again: its support may have changed since it was chosen. */
  async function refresh(): Promise<void> {
    const shop = draft.peek().shop;
    const answer = shop && (await client.findShops(shop.supportNumber));
    const fresh = answer?.outcome === 'ok' && answer.value.find(({ id }) => id === shop?.id);
    if (fresh && draft.peek().shop?.id === fresh.id) {
      write({ shop: fresh, topic: topicFor(fresh, draft.peek().topic) });
    }
  }

  return {
    draft,
    search,
    sending,
    errors,
    taken,
    /** The number was shown. */
    dismissTaken: () => tell(null),
    edit,
    refresh,
    choose(shop: ShopRow) {
      if (isSending()) return;
      const { email, topic } = draft.peek();
      edit({ shop, topic: topicFor(shop, topic), email: email.trim() || shop.contactEmail });
      search.clear();
    },
    /** Another shop called after all: the text stays, but the reply must not go to this shop's address. */
    unchoose() {
      if (isSending()) return;
      const { shop, email } = draft.peek();
      edit({ shop: null, email: email === shop?.contactEmail ? '' : email });
    },
    /** Discards the draft. */
    discard() {
      if (!isSending()) clear();
    },
    /** Sends the call. @returns the first invalid field, or null */
    async send(): Promise<CheckedField | null> {
      if (isSending()) return null;
      wasTried.value = true;
      const [missing] = callErrors(draft.peek());
      const request = toRequest(draft.peek());
      if (missing || !request) return missing ?? 'shop';
      const body = JSON.stringify(request);
      const { attempt } = draft.peek();
      const current = attempt?.body === body ? attempt : { key: randomId(16), body };
      write({ attempt: current });
      sending.value = { state: 'sending' };
      tell(null);
      const answer = await client.open(current.key, request);
      if (answer.outcome === 'ok') {
        clear(current.key);
        if (isShown()) onOpened(answer.value.number);
        else tell(answer.value.number);
      } else if (answer.outcome === 'refused') {
        write({ attempt: null });
        sending.value = { state: 'refused', code: answer.code };
        void refresh();
      } else sending.value = { state: 'waiting' };
      return null;
    },
  };
});

export type PhoneModel = InstanceType<typeof PhoneModel>;

function toRequest({ shop, ...draft }: PhoneDraft): OpenPhoneTicketRequest | null {
  if (!shop) return null;
  const [name, phone] = [draft.name.trim(), draft.phone.trim()];
  return {
    shop: shop.id,
    topic: draft.topic,
    subject: draft.subject.trim(),
    description: draft.description.trim(),
    contact: { email: draft.email.trim(), ...(name && { name }), ...(phone && { phone }) },
    outage: { facts: draft.facts },
  };
}
