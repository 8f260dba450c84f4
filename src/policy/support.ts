import type { Channel, SupportState, TicketStatus, Topic, WithoutSupport } from '../contract/lists.ts';
import { IS_PROMISED } from './promise.ts';
import { isOver } from './thread.ts';

/** What becomes of a ticket on a topic: taken with a promise, taken without one, or refused. */
export type Opening = 'promised' | 'unpromised' | 'closed';

/**
 * The topics that stay open to direct buyers whose support is over, without a promise: access to updates belongs to every
 * one of them (C3), and buying more support is what ends the want of it (R4).
 */
const WITHOUT_SUPPORT: readonly Topic[] = ['updates', 'renewal'];

/**
 * Whether a shop in this state may open a ticket on a topic, and whether a reply to it is promised (R1, R3, A2): the one
 * place that decides. A hole in the program is open to every shop of the registry, with the promise. Breach of licence
 * closes nothing: it touches access to updates only (C3), as scope.
 */
export function openingOf(topic: Topic, state: SupportState): Opening {
  if (state === 'unrecognised') return 'closed';
  if (state === 'active' || topic === 'security') return 'promised';
  return state === 'expired' && WITHOUT_SUPPORT.includes(topic) ? 'unpromised' : 'closed';
}

/** What a customer's word gets that was taken. */
export interface Place {
  promised: boolean;
  /** in the section `queue`: its channel's place, that of `renewal`, or behind everything that came with support */
  rank: Channel | 'renewal' | 'after-end';
  /** the state of the shop's support where the word was taken without it; said on both sides */
  without: WithoutSupport | null;
}

/** What decides the place of a word. */
export interface Asked {
  topic: Topic;
  channel: Channel;
}

/**
 * What a word gets that is taken, whether as a new ticket or in one that was over. Letters about more support stay with the
 * letters.
 */
export function placeOf({ topic, channel }: Asked, state: SupportState): Place {
  if (state === 'active' || openingOf(topic, state) === 'promised') {
    return { promised: IS_PROMISED[channel], rank: channel, without: null };
  }
  const isRenewal = topic === 'renewal' && openingOf(topic, state) === 'unpromised';
  const rank = !isRenewal ? 'after-end' : channel === 'email' ? 'email' : 'renewal';
  return { promised: false, rank, without: state };
}

/**
 * What a ticket gets once an agent has said what it is about; null where it keeps what it has. Of a shop with support the
 * topic decides nothing. What was promised to a customer who waits stays promised.
 * @param state of the shop's support when the ticket came
 */
export function placeAfterCorrection(
  ticket: Asked & { isWaiting: boolean; promised: boolean; without: WithoutSupport | null },
  state: SupportState,
): Place | null {
  const place = placeOf(ticket, ticket.without ?? state);
  if (place.without === null && ticket.without === null) return null;
  return ticket.isWaiting && ticket.promised && !place.promised
    ? { ...place, promised: true, rank: ticket.channel }
    : place;
}

/** A ticket in which a customer writes on. */
export interface WrittenIn extends Asked {
  status: TicketStatus;
  /** whether the customer waits for us already */
  isWaiting: boolean;
  without: WithoutSupport | null;
}

/**
 * What a word gets in a ticket that is there, or null where the ticket keeps what it has. What was accepted in time is
 * finished with its promise, whatever became of the support meanwhile. A word that begins something new, in a ticket that was
 * over, or in one that was taken without support and is answered, is judged like a new ticket, but never refused.
 */
export function placeOfWord(ticket: WrittenIn, state: SupportState): Place | null {
  if (ticket.isWaiting || (!isOver(ticket.status) && ticket.without === null)) return null;
  const place = placeOf(ticket, state);
  return place.without === null && ticket.without === null ? null : place;
}
