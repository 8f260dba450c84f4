import {
  type Channel,
  type Proof,
  REPLY_STATUSES,
  SECTIONS,
  type Section,
  TICKET_STATUSES,
} from '../../src/contract/lists.ts';
import { ticketNumber } from '../../src/contract/tickets/ticket-number.ts';
import { IS_PROMISED } from '../../src/policy/promise.ts';
import { isProven } from '../../src/policy/proof.ts';
import { isOutage, QUEUE_RANK } from '../../src/policy/queue.ts';
import {
  afterAgentMove,
  afterCustomerMessage,
  afterCustomerMove,
  afterReply,
  isOver,
  opened,
  type ThreadState,
} from '../../src/policy/thread.ts';
import { toInstantText } from '../../src/store/instants.ts';
import { returnAt } from '../../src/tickets/return-columns.ts';
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
  promised: boolean;
  rank: number;
  followUpMs: number | null;
  snoozedMs: number | null;
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
  /** put off, or brought back at once */
  snoozed: Set<string>;
}

const untouched = (): Touched => ({
  entered: new Set(),
  left: new Set(),
  placed: new Set(),
  vouched: new Set(),
  snoozed: new Set(),
});

/** How large a desk is: a smaller one lives through the same days with fewer tickets. */
export interface DeskSize {
  /** how many customers wait before as many tickets leave as come */
  waiting: number;
  /** how many times as long it is from one arrival to the next as at a desk where a thousand wait */
  slowness: number;
}

/** Everything random that happens to a desk, the same for a seed; the rows it leaves are as the use cases write them. */
export class QueueStory {
  readonly tickets: StoryTicket[] = [];
  readonly waiting = new Set<StoryTicket>();
  /** those that may stand in a section: they wait, or come back some day */
  readonly standing = new Set<StoryTicket>();
  nowMs = NOW.epochMilliseconds;
  readonly #random: () => number;
  readonly #agents: readonly string[];
  readonly #size: DeskSize;
  readonly #changed = new Set<StoryTicket>();
  #touched = untouched();

  constructor(seed: number, agents: readonly string[], size: DeskSize) {
    this.#random = randomNumbers(seed);
    this.#agents = agents;
    this.#size = size;
  }

  get now(): Temporal.Instant {
    return Temporal.Instant.fromEpochMilliseconds(this.nowMs);
  }

  /** Lets so many tickets arrive, and whatever else happens meanwhile. */
  goOn(arrivals: number): void {
    for (let arrived = 0; arrived < arrivals; arrived++) {
      this.#moveClock();
      this.#arrive();
      // As many leave as come, once so many wait.
      if (this.waiting.size > this.#size.waiting || this.#isOneIn(2)) this.#answer();
      if (this.#isOneIn(6)) this.#customerWrites();
      if (this.#isOneIn(5)) this.#place();
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
    this.#touched = untouched();
    return { rows, touched };
  }

  /** Mostly minutes pass; sometimes hours or days; sometimes the clock is set back a few minutes, as clocks are. */
  #moveClock(): void {
    const { slowness } = this.#size;
    const chance = this.#random();
    if (chance < 0.001 * slowness) this.nowMs += Math.round(this.#random() * 40 * 60) * MINUTE;
    else if (chance < 0.01) this.nowMs -= Math.round(this.#random() * 10) * MINUTE;
    // Half minutes, most often none: equal times, and times exactly at a bound, are common.
    else this.nowMs += Math.max(0, Math.floor(this.#random() * 6) - 2) * (MINUTE / 2) * slowness;
  }

  #arrive(): void {
    const sequence = 100_001 + this.tickets.length;
    const channel = this.#pick(['panel', 'panel', 'panel', 'form', 'email', 'email', 'phone'] as const);
    const facts = channel !== 'email' && this.#isOneIn(15) ? ['shop-down'] : [];
    const outage = isOutage(facts);
    const proof = channel === 'phone' ? 'phone' : this.#pick(['verified', 'panel', 'unverified'] as const);
    // Outages come in floods from a few shops.
    const shopId = this.#pick([1, 1, 1, 2, 3, 4]);
    const state = opened(this.now);
    const number = ticketNumber(sequence);
    // Of shops whose support is over: those who want more of it, and what else they write.
    const place = this.#isOneIn(12) ? this.#pick(['renewal', 'after-end'] as const) : channel;
    const promised = place === channel && IS_PROMISED[channel];
    const ticket: StoryTicket = {
      sequence,
      number,
      channel,
      receivedMs: this.nowMs,
      waitingSinceMs: null,
      promised,
      rank: QUEUE_RANK[place],
      followUpMs: null,
      snoozedMs: null,
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
        queue_channel_rank: QUEUE_RANK[place],
        promised: promised ? 1 : 0,
        assignee_id: null,
      },
    };
    this.tickets.push(ticket);
    this.#settle(ticket, state);
  }

  #answer(): void {
    const ticket = this.#waitingOne();
    if (!ticket) return;
    const isFollowed = this.#isOneIn(3);
    if (isFollowed) this.#touched.snoozed.add(ticket.number);
    this.#settle(
      ticket,
      isFollowed ? afterReply('in-progress', this.#later(72)) : afterReply(this.#pick(REPLY_STATUSES)),
    );
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
    if (ticket.waitingSinceMs !== null || isOver(ticket.state.status)) return;
    const until = this.#isOneIn(5) ? null : this.#later(24);
    ticket.snoozedMs = until?.epochMilliseconds ?? null;
    this.#touched.snoozed.add(ticket.number);
    const snoozed_until = until && toInstantText(until);
    const queue_return_at = returnAt(ticket.row.follow_up_at ?? null, snoozed_until);
    this.#write(ticket, { snoozed_until, queue_return_at });
  }

  /** Whole half hours, so that equal times and midnights are common. */
  #later(hours: number): Temporal.Instant {
    const half = 30 * MINUTE;
    const atMs = Math.ceil(this.nowMs / half) * half + Math.floor(this.#random() * hours * 2) * half;
    return Temporal.Instant.fromEpochMilliseconds(atMs);
  }

  #settle(ticket: StoryTicket, after: ThreadState): void {
    const was = ticket.waitingSinceMs;
    ticket.state = after;
    ticket.waitingSinceMs = after.waitingSince?.epochMilliseconds ?? null;
    if (ticket.waitingSinceMs === null) this.waiting.delete(ticket);
    else this.waiting.add(ticket);
    if (was !== null && ticket.waitingSinceMs === null) this.#touched.left.add(ticket.number);
    if (was === null && ticket.waitingSinceMs !== null) this.#touched.entered.add(ticket.number);
    ticket.followUpMs = after.followUpAt?.epochMilliseconds ?? null;
    // What a customer waits for is not put off, nor what is over.
    if (ticket.waitingSinceMs !== null || isOver(after.status)) ticket.snoozedMs = null;
    const { snoozed_until = null } = ticket.row;
    this.#write(ticket, threadColumns({ promised: ticket.promised ? 1 : 0, snoozed_until }, after, this.now));
  }

  #write(ticket: StoryTicket, columns: object): void {
    Object.assign(ticket.row, columns);
    this.#changed.add(ticket);
    const { waitingSinceMs, followUpMs, snoozedMs } = ticket;
    if (waitingSinceMs === null && followUpMs === null && snoozedMs === null) this.standing.delete(ticket);
    else this.standing.add(ticket);
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

/** The section of a ticket, as the design has it, in plain numbers; null for none. */
export function modelSection(ticket: StoryTicket, nowMs: number): Section | null {
  if (ticket.waitingSinceMs === null) {
    const { followUpMs, snoozedMs } = ticket;
    const isForToday = followUpMs !== null && followUpMs < modelMidnightMs(nowMs);
    return isForToday || (snoozedMs !== null && snoozedMs <= nowMs) ? 'promised' : null;
  }
  if (ticket.outage) return 'outages';
  return modelIsSoon(ticket, nowMs) ? 'due-soon' : 'queue';
}

/** Whether a promise is late or due soon: within twelve hours, or within four of the office. */
export function modelIsSoon(ticket: StoryTicket, nowMs: number): boolean {
  const due = modelDueMs(ticket);
  return ticket.promised && (due <= nowMs + 12 * HOUR || modelOpenMs(nowMs, due) <= 4 * HOUR);
}

/** Days of the story on which the office is closed, besides Saturdays and Sundays. */
const DAYS_OFF = ['2026-12-24', '2026-12-25', '2026-12-26', '2027-01-01', '2027-01-06'];

/** How long an office that opens from 8 to 16 on weekdays is open between two instants, an hour east. */
function modelOpenMs(fromMs: number, toMs: number): number {
  const dayMs = 24 * HOUR;
  let open = 0;
  for (let day = Math.floor(fromMs / dayMs); day * dayMs <= toMs; day++) {
    const date = new Date(day * dayMs);
    if ([0, 6].includes(date.getUTCDay()) || DAYS_OFF.includes(date.toISOString().slice(0, 10))) continue;
    const [opens, closes] = [day * dayMs + 7 * HOUR, day * dayMs + 15 * HOUR];
    open += Math.max(0, Math.min(closes, toMs) - Math.max(opens, fromMs));
  }
  return open;
}

/** The next midnight in Warsaw, by another way than the policy's: the story plays while it is one hour east. */
export function modelMidnightMs(nowMs: number): number {
  const dayMs = 24 * HOUR;
  return Math.floor((nowMs + HOUR) / dayMs) * dayMs + dayMs - HOUR;
}

/**
 * The numbers of each section's tickets, in the order of the design: written anew here, not asked of the policy. What one
 * row of outages stands for is put at the place of that row.
 */
export function modelOrder(tickets: Iterable<StoryTicket>, nowMs: number): Record<Section, string[]> {
  const sections = Map.groupBy(tickets, (ticket) => modelSection(ticket, nowMs));
  const orders = SECTIONS.map(
    (section) => [section, orderWithin(section, sections.get(section) ?? [], nowMs)] as const,
  );
  return Object.fromEntries(orders) as Record<Section, string[]>;
}

function orderWithin(section: Section, standing: readonly StoryTicket[], nowMs: number): string[] {
  if (section === 'outages') return modelOutages(standing).flat();
  const keys = standing.map((ticket) => ({ number: ticket.number, key: modelKey(ticket, section, nowMs) }));
  return keys.toSorted((a, b) => compareKeys(a.key, b.key)).map(({ number }) => number);
}

function modelKey(ticket: StoryTicket, section: Section, nowMs: number): number[] {
  const { rank, sequence, followUpMs, snoozedMs } = ticket;
  const back = Math.min(followUpMs ?? Number.POSITIVE_INFINITY, snoozedMs ?? Number.POSITIVE_INFINITY);
  if (section === 'promised') return [back, sequence];
  const due = modelDueMs(ticket);
  if (section === 'due-soon') return due <= nowMs ? [0, 0, due, sequence] : [1, rank, due, sequence];
  return [rank, due, sequence];
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

/**
 * When a ticket that waits is due: 72 hours after its first unanswered message, or as if after 7 days without a promise; and
 * by when we said that we write again, where that is earlier.
 */
export function modelDueMs({ waitingSinceMs, promised, followUpMs }: StoryTicket): number {
  const dueMs = (waitingSinceMs ?? Number.NaN) + (promised ? 72 : 7 * 24) * HOUR;
  return Math.min(dueMs, followUpMs ?? Number.POSITIVE_INFINITY);
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
