import { computed, createModel, signal } from '@preact/signals';
import { asOneOf } from '../../../browser/lists.ts';
import { toOutboxEntry } from '../../../browser/outbox-entry.ts';
import { createSender, type Sending } from '../../../browser/sender.ts';
import type { OpenPhoneTicketRequest } from '../../../src/contract/desk/open-phone-ticket.ts';
import type { ShopRow } from '../../../src/contract/desk/shop-row.ts';
import { OUTAGE_FACTS, TOPICS, type Topic } from '../../../src/contract/lists.ts';
import { plainLine, plainName } from '../../../src/contract/plain-line.ts';
import { toResult } from '../../client/desk-http.ts';
import {
  type CallDraft,
  type CallEntry,
  type DeskKept,
  type DeskStore,
  type Edit,
  NO_CALL,
} from '../../models/desk-kept.ts';
import { DESK_TRIES } from '../../models/writing.ts';
import { type CheckedField, callErrors } from './call-errors.ts';
import type { PhoneClient } from './phone-client.ts';
import { ShopSearchModel } from './shop-search-model.ts';

export interface PhoneDeps {
  /** the agent's id: text of another agent on this machine is not shown */
  agent: string;
  client: PhoneClient;
  store: DeskStore;
  /** whether the page is still shown: otherwise nothing moves the agent elsewhere */
  isShown: () => boolean;
  /** the ticket is there */
  onOpened: (number: string) => void;
  sleep?: (milliseconds: number) => Promise<unknown>;
}

/** The chosen topic, or the first open one where that is not open (A2). */
function topicFor({ onlyTopics }: ShopRow, chosen: Topic): Topic {
  return !onlyTopics || onlyTopics.includes(chosen) ? chosen : (onlyTopics[0] ?? chosen);
}

/** The topic of a draft once it became an outage, or is none any more; one that was chosen otherwise stays. */
function topicAfter({ shop, topic, facts, isOutage }: CallDraft): Topic {
  const [from, to] = isOutage || facts.length > 0 ? (['other', 'outage'] as const) : (['outage', 'other'] as const);
  return topic === from ? (shop ? topicFor(shop, to) : to) : topic;
}

/** A call being recorded: saved while typing, sent once, and cleared once it is a ticket. */
export const PhoneModel = createModel(({ agent, client, store, isShown, onOpened, sleep }: PhoneDeps) => {
  const sent = store.all('outbox').find((entry): entry is CallEntry => entry.kind === 'call' && entry.agent === agent);
  const kept = sent?.draft ?? store.get('calls', agent);
  const draft = signal<CallDraft>(kept ? asKnown(kept) : NO_CALL);
  const search = new ShopSearchModel(client);
  const sending = signal<Sending<CallEntry>>({ state: 'draft' });
  /** whether sending was tried: from then on errors are shown */
  const wasTried = signal(false);
  /** the number of a call that was stored while its agent was elsewhere */
  const taken = signal(store.get('taken', agent) ?? null);
  const errors = computed(() => (wasTried.value ? callErrors(draft.value) : []));

  const sender = createSender<DeskKept, CallEntry, { number: string }>({
    store,
    state: sending,
    tries: DESK_TRIES,
    send: async ({ key, body }) => toResult(await client.open(key, body)),
    onAccepted(_, { number }) {
      draft.value = NO_CALL;
      wasTried.value = false;
      if (isShown()) onOpened(number);
      else tell(number);
      return undefined;
    },
    giveBack: () => [row()],
    // Another tab sent it, or took it back: then it is a draft there.
    async onGone({ key }) {
      store.change({ store: 'outbox', key }).catch(() => {});
      const kept = store.get('calls', agent);
      draft.value = kept ? asKnown(kept) : NO_CALL;
      return undefined;
    },
    ...(sleep && { sleep }),
  });
  if (sent) sending.value = { state: sender.mustAsk(sent) ? 'asking' : 'waiting', entry: sent };

  const row = (): Edit => ({ store: 'calls', key: agent, value: draft.peek() === NO_CALL ? undefined : draft.peek() });

  function write(change: Partial<CallDraft>): void {
    draft.value = { ...draft.peek(), ...change };
    keep();
  }

  function keep(): void {
    if (!('entry' in sending.peek())) store.change(row()).catch(() => {}); // for this page only, then
  }

  /** Whether the fields differ from what was sent. */
  function settle(): void {
    if (sending.peek().state === 'not-sent') sending.value = { state: 'draft' };
    if ('entry' in sending.peek()) void sender.withdraw();
    else keep();
  }

  function tell(number: string | null): void {
    taken.value = number;
    store.change({ store: 'taken', key: agent, value: number ?? undefined }).catch(() => {});
  }

  const isSending = () => sending.peek().state === 'sending';

  /** While sending, fields are locked: newer text would be lost with the draft. */
  function edit(change: Partial<CallDraft>): void {
    if (isSending()) return;
    const next = { ...draft.peek(), ...change };
    const isAboutOutage = 'facts' in change || 'isOutage' in change;
    draft.value = isAboutOutage ? { ...next, topic: topicAfter(next) } : next;
    settle();
  }

  /** Reads the shop again: its support may have changed since it was chosen. */
  async function refresh(): Promise<void> {
    const shop = draft.peek().shop;
    const answer = shop && (await client.findShops(shop.supportNumber));
    const fresh = answer?.outcome === 'ok' && answer.value.find(({ id }) => id === shop?.id);
    if (!fresh || draft.peek().shop?.id !== fresh.id) return;
    // An entry keeps the topic with which it was sent.
    write({ shop: fresh, ...(!('entry' in sending.peek()) && { topic: topicFor(fresh, draft.peek().topic) }) });
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
      if (isSending()) return;
      draft.value = NO_CALL;
      wasTried.value = false;
      settle();
    },
    /** Sends the call, or again the one that waits. @returns the first field that lacks something, or null */
    async send(): Promise<CheckedField | null> {
      if (isSending()) return null;
      wasTried.value = true;
      const [missing] = callErrors(draft.peek());
      const request = toRequest(draft.peek());
      if (missing || !request) return missing ?? 'shop';
      tell(null);
      const entry: CallEntry = { ...toOutboxEntry(request, draft.peek(), Date.now()), kind: 'call', agent };
      if ('entry' in sending.peek()) await sender.retry();
      else await sender.submit(entry, { store: 'calls', key: agent });
      if (sending.peek().state === 'not-sent') void refresh();
      return null;
    },
  };
});

export type PhoneModel = InstanceType<typeof PhoneModel>;

function toRequest({ shop, ...draft }: CallDraft): OpenPhoneTicketRequest | null {
  if (!shop) return null;
  const [name, phone] = [plainName(draft.name), plainLine(draft.phone)];
  return {
    shop: shop.id,
    topic: draft.topic,
    subject: draft.subject.trim(),
    description: draft.description.trim(),
    contact: { email: draft.email.trim(), ...(name && { name }), ...(phone && { phone }) },
    outage: { facts: draft.facts, ...(draft.isOutage && { isOutage: true }) },
  };
}

/** A call as an earlier or later build kept it, without what this one does not know. */
function asKnown(kept: CallDraft): CallDraft {
  const topic = asOneOf(TOPICS, kept.topic) ?? NO_CALL.topic;
  return { ...NO_CALL, ...kept, topic, facts: OUTAGE_FACTS.filter((fact) => kept.facts.includes(fact)) };
}
