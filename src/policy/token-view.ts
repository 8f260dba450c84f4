import type { Proof, Sender } from '../contract/lists.ts';
import { isProven } from './proof.ts';

/** A ticket whose messages are part of a merged thread: the one that goes on, or one that was merged into it. */
export interface ThreadPart {
  number: string;
  /** its own proof, not the weaker one of the whole thread */
  proof: Proof;
  /** the ticket whose sender an agent said is the same person; null for a person of its own */
  person: string | null;
}

/** A merge that stands. */
export interface Join {
  from: string;
  into: string;
  /** the greatest id of a message at that time */
  lastMessage: number;
}

/** What a token opens of a thread when not all of it. */
export interface TokenView {
  /** the tickets of its person: what was written in them is theirs */
  own: ReadonlySet<string>;
  /** the tickets that these were merged into, with the id of a message after which replies are for them, too */
  repliesAfter: ReadonlyMap<string, number>;
}

/** A message of a thread, as far as it decides who may read it. */
export interface Written {
  id: number;
  sender: Sender;
  /** the ticket that it was written in */
  writtenIn: string;
  /** the merged ticket whose token it was sent with */
  sentUnder: string | null;
}

/** The name of the person who sent a ticket. */
export function personOf({ number, person }: Pick<ThreadPart, 'number' | 'person'>): string {
  return person ?? number;
}

/**
 * What the token of a ticket opens of the thread that the ticket is part of. The token of a proven ticket is the shop's
 * and opens all. Any other may be a stranger's who only looked like a duplicate: it opens the messages of its own
 * person, and the replies that were given since the merge, until an agent says that the senders are the same person.
 * That goes for the ticket that goes on as for the one that was merged. Two that are not proven say nothing about each
 * other, and each is the weaker one.
 * @param theirs the numbers of the tickets that have this token, each one of the parts
 */
export function tokenView(
  theirs: readonly string[],
  parts: readonly ThreadPart[],
  joins: readonly Join[],
): TokenView | 'whole' {
  const withToken = parts.filter(({ number }) => theirs.includes(number));
  if (withToken.some(({ proof }) => isProven(proof))) return 'whole';
  const people = new Set(withToken.map(personOf));
  const own = new Set(parts.filter((part) => people.has(personOf(part))).map(({ number }) => number));
  if (own.size === parts.length) return 'whole';
  const repliesAfter = new Map<string, number>();
  for (const one of own) {
    for (let join = joinOf(one, joins); join; join = joinOf(join.into, joins)) {
      const since = Math.min(join.lastMessage, repliesAfter.get(join.into) ?? join.lastMessage);
      repliesAfter.set(join.into, since);
    }
  }
  return { own, repliesAfter };
}

function joinOf(number: string, joins: readonly Join[]): Join | undefined {
  return joins.find(({ from }) => from === number);
}

/** Whether a message is part of what a token opens. */
export function opensMessage(view: TokenView | 'whole', { id, sender, writtenIn, sentUnder }: Written): boolean {
  if (view === 'whole') return true;
  if (sender === 'customer') return view.own.has(sentUnder ?? writtenIn);
  return view.own.has(writtenIn) || id > (view.repliesAfter.get(writtenIn) ?? Number.POSITIVE_INFINITY);
}
