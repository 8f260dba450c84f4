import { type Channel, type Proof, REPLY_STATUSES, TICKET_STATUSES } from '../../src/contract/lists.ts';
import { ticketNumber } from '../../src/contract/tickets/ticket-number.ts';
import { isProven } from '../../src/policy/proof.ts';
import { CHANNEL_RANK, isOutage } from '../../src/policy/queue.ts';
import {
  afterAgentMove,
  afterCustomerMessage,
  afterCustomerMove,
  afterReply,
  opened,
  type ThreadState,
} from '../../src/policy/thread.ts';
import { toInstantText } from '../../src/store/instants.ts';
import { threadColumns } from '../../src/tickets/thread-columns.ts';
import { aTicketRow } from '../support/a-ticket-row.ts';
import { randomNumbers } from '../support/random-numbers.ts';
import { NOW } from '../support/service.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A ticket of the story: what the queue's rules know of it, in milliseconds, beside the row as the service writes it. */
export interface StoryTicket {
  sequence: number;
  number: string;
  channel: Channel;
  receivedMs: number;
  waitingSinceMs: number | null;
  outage: boolean;
  shopId: number;
  proof: Proof;
  state: ThreadState;
  row: ReturnType<typeof aTicketRow>;
}

/** Why a ticket may stand elsewhere than when it was last looked at, time aside. */
export interface Touched {
  /** came into the queue: new, or something to answer again */
  entered: Set<string>;
  /** left it: answered, solved or closed */
  left: Set<string>;
  /** lifted or lowered by an agent */
  placed: Set<string>;
  /** given an agent's word, or robbed of it */
  vouched: Set<string>;
}

/** Everything random that happens to a desk, the same for a seed; the rows it leaves are as the use cases write them. */
export class QueueStory {
  readonly tickets: StoryTicket[] = [];
  readonly waiting = new Set<StoryTicket>();
  nowMs = NOW.epochMilliseconds;
  readonly #random: () => number;
  readonly #agents: readonly string[];
  readonly #changed = new Set<StoryTicket>();
  #touched: Touched = { entered: new Set(), left: new Set(), placed: new Set(), vouched: new Set() };

  constructor(seed: number, agents: readonly string[]) {
    this.#random = randomNumbers(seed);
    this.#agents = agents;
  }

  get now(): Temporal.Instant {
    return Temporal.Instant.fromEpochMilliseconds(this.nowMs);
  }

  /** Lets so many tickets arrive, and whatever else happens meanwhile. */
  goOn(arrivals: number): void {
    for (let arrived = 0; arrived < arrivals; arrived++) {
      this.#moveClock();
      this.#arrive();
      // As many leave as come, once a thousand wait.
      if (this.waiting.size > 1000 || this.#isOneIn(2)) this.#answer();
      if (this.#isOneIn(6)) this.#customerWrites();
      if (this.#isOneIn(10)) this.#place();
      if (this.#isOneIn(10)) this.#vouch();
      if (this.#isOneIn(10)) this.#agentMoves();
      if (this.#isOneIn(10)) this.#customerMoves();
      if (this.#isOneIn(6)) this.#assign();
      if (this.#isOneIn(20)) this.#snooze();
    }
  }

  /** Nothing happens, but that the clock is set back. */
  setClockBack(minutes: number): void {
    this.nowMs -= minutes * MINUTE;
  }

  /** A ticket by its number. */
  ticket(number: string): StoryTicket {
    return this.tickets[Number(number.slice(0, -1)) - 100_001] as StoryTicket;
  }

  /** The rows that changed since they were last taken, and what happened to the queue meanwhile. */
  take(): { rows: StoryTicket['row'][]; touched: Touched } {
    const rows = [...this.#changed].map(({ row }) => row);
    this.#changed.clear();
    const touched = this.#touched;
    this.#touched = { entered: new Set(), left: new Set(), placed: new Set(), vouched: new Set() };
    return { rows, touched };
  }

  /** Mostly minutes pass; sometimes hours or days; sometimes the clock is set back a few minutes, as clocks are. */
  #moveClock(): void {
    const chance = this.#random();
    if (chance < 0.001) this.nowMs += Math.round(this.#random() * 40 * 60) * MINUTE;
    else if (chance < 0.01) this.nowMs -= Math.round(this.#random() * 10) * MINUTE;
    // Half minutes, most often none: equal times, and times exactly at a bound, are common.
    else this.nowMs += Math.max(0, Math.floor(this.#random() * 6) - 2) * (MINUTE / 2);
  }

  #arrive(): void {
    const sequence = 100_001 + this.tickets.length;
    const channel = this.#pick(['panel', 'panel', 'panel', 'form', 'email', 'email', 'phone'] as const);
    const facts = channel !== 'email' && this.#isOneIn(15) ? ['shop-down'] : [];
    const outage = isOutage(channel, facts);
    const proof = channel === 'phone' ? 'phone' : this.#pick(['verified', 'panel', 'unverified'] as const);
    // Outages come in floods from a few shops.
    const shopId = this.#pick([1, 1, 1, 2, 3, 4]);
    const state = opened(this.now);
    const number = ticketNumber(sequence);
    const ticket: StoryTicket = {
      sequence,
      number,
      channel,
      receivedMs: this.nowMs,
      waitingSinceMs: null,
      outage,
      shopId,
      proof,
      state,
      row: {
        ...aTicketRow(sequence),
        channel,
        shop_id: shopId,
        proof,
        outage_facts: JSON.stringify(facts),
        received_at: toInstantText(this.now),
        queue_outage: outage ? 1 : 0,
        queue_unproven: isProven(proof) ? 0 : 1,
        queue_channel_rank: CHANNEL_RANK[channel],
        assignee_id: null,
        snoozed_until: null,
      },
    };
    this.tickets.push(ticket);
    this.#settle(ticket, state);
  }

  #answer(): void {
    const ticket = this.#waitingOne();
    if (ticket) this.#settle(ticket, afterReply(this.#pick(REPLY_STATUSES)));
  }

  #customerWrites(): void {
    const ticket = this.#anyOne();
    this.#settle(ticket, afterCustomerMessage(ticket.state, this.now));
  }

  #customerMoves(): void {
    const ticket = this.#anyOne();
    const after = afterCustomerMove(ticket.state, this.#pick(['solved', 'in-progress'] as const), this.now);
    if (after) this.#settle(ticket, after);
  }

  #agentMoves(): void {
    const ticket = this.#anyOne();
    const after = afterAgentMove(ticket.state, this.#pick(TICKET_STATUSES));
    if (after) this.#settle(ticket, after);
  }

  #place(): void {
    const ticket = this.#waitingOne() ?? this.#anyOne();
    ticket.outage = !ticket.outage;
    this.#touched.placed.add(ticket.number);
    this.#write(ticket, { queue_outage: ticket.outage ? 1 : 0 });
  }

  #vouch(): void {
    const ticket = this.#waitingOne() ?? this.#anyOne();
    if (ticket.proof === 'verified' || ticket.proof === 'phone') return;
    ticket.proof = ticket.proof === 'vouched' ? 'unverified' : 'vouched';
    this.#touched.vouched.add(ticket.number);
    this.#write(ticket, { proof: ticket.proof, queue_unproven: ticket.proof === 'vouched' ? 0 : 1 });
  }

  #assign(): void {
    this.#write(this.#anyOne(), { assignee_id: this.#pick([...this.#agents, null]) });
  }

  #snooze(): void {
    const ticket = this.#anyOne();
    if (ticket.waitingSinceMs !== null) return;
    this.#write(ticket, { snoozed_until: toInstantText(this.now.add({ hours: 24 })) });
  }

  #settle(ticket: StoryTicket, after: ThreadState): void {
    const was = ticket.waitingSinceMs;
    ticket.state = after;
    ticket.waitingSinceMs = after.waitingSince?.epochMilliseconds ?? null;
    if (ticket.waitingSinceMs === null) this.waiting.delete(ticket);
    else this.waiting.add(ticket);
    if (was !== null && ticket.waitingSinceMs === null) this.#touched.left.add(ticket.number);
    if (was === null && ticket.waitingSinceMs !== null) this.#touched.entered.add(ticket.number);
    this.#write(ticket, threadColumns(ticket.channel, after, this.now));
  }

  #write(ticket: StoryTicket, columns: object): void {
    Object.assign(ticket.row, columns);
    this.#changed.add(ticket);
  }

  /** The one that waits longest or, half of the time, another of the first hundred that do. */
  #waitingOne(): StoryTicket | undefined {
    let left = this.#isOneIn(2) ? 0 : Math.floor(this.#random() * 100);
    for (const ticket of this.waiting) if (left-- <= 0) return ticket;
    return undefined;
  }

  #anyOne(): StoryTicket {
    // The newer ones more often: old tickets are rarely touched.
    const back = Math.floor(this.#random() ** 3 * this.tickets.length);
    return this.tickets[this.tickets.length - 1 - back] as StoryTicket;
  }

  #pick<Thing>(things: readonly Thing[]): Thing {
    return things[Math.floor(this.#random() * things.length)] as Thing;
  }

  #isOneIn(times: number): boolean {
    return this.#random() * times < 1;
  }
}

/** The section of a ticket that waits, as the design has it, in plain numbers. */
export function modelSection(ticket: StoryTicket, nowMs: number): 'outages' | 'due-soon' | 'queue' {
  if (ticket.outage) return 'outages';
  return modelDueMs(ticket) <= nowMs + 12 * HOUR ? 'due-soon' : 'queue';
}

/**
 * The numbers of a section's tickets, in the order of the design: written anew here, not asked of the policy. What one
 * row of outages stands for is put at the place of that row.
 */
export function modelOrder(waiting: Iterable<StoryTicket>, nowMs: number, section: string): string[] {
  if (section === 'outages') return modelOutages([...waiting].filter(({ outage }) => outage)).flat();
  const keys = [...waiting]
    .filter((ticket) => modelSection(ticket, nowMs) === section)
    .map((ticket) => {
      const due = modelDueMs(ticket);
      const rank = { panel: 0, phone: 0, form: 1, email: 2 }[ticket.channel];
      const key = section === 'queue' ? [rank, due] : [due];
      return { number: ticket.number, key: [...key, ticket.sequence] };
    });
  return keys.toSorted((a, b) => compareKeys(a.key, b.key)).map(({ number }) => number);
}

/** The rows of outages, each as what it stands for. */
export function modelOutages(outages: readonly StoryTicket[]): string[][] {
  const ofProof = (proofs: readonly Proof[]) =>
    outages.filter(({ proof }) => proofs.includes(proof)).toSorted((a, b) => compareKeys(waitKey(a), waitKey(b)));
  const unproven = ofProof(['panel', 'unverified']);
  const rows = ofProof(['verified', 'phone', 'vouched']).map(({ number }) => [number]);
  const places: { key: number[]; row: string[] }[] = [];
  for (const ofShop of Map.groupBy(unproven, ({ shopId }) => shopId).values()) {
    const folded = ofShop.filter(
      (ticket, index) => index >= 2 && wait(ticket) - wait(ofShop[index - 2] as StoryTicket) < HOUR,
    );
    for (const ticket of ofShop.filter((one) => !folded.includes(one))) {
      places.push({ key: waitKey(ticket), row: [ticket.number] });
    }
    const [first] = folded;
    if (first) places.push({ key: waitKey(first), row: folded.map(({ number }) => number) });
  }
  return [...rows, ...places.toSorted((a, b) => compareKeys(a.key, b.key)).map(({ row }) => row)];
}

const wait = (ticket: StoryTicket) => ticket.waitingSinceMs ?? Number.NaN;
const waitKey = (ticket: StoryTicket) => [wait(ticket), ticket.sequence];

/** When a ticket that waits is due: 72 hours after its first unanswered message, an e-mail in the queue after 7 days. */
export function modelDueMs({ waitingSinceMs, channel }: StoryTicket): number {
  return (waitingSinceMs ?? Number.NaN) + (channel === 'email' ? 7 * 24 : 72) * HOUR;
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
