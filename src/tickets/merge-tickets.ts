import { isTicketNumber } from '../contract/tickets/ticket-number.ts';
import { appendEvent } from '../events/append-event.ts';
import { linkAfterMerge, UNLINKED } from '../incidents/link-after-merge.ts';
import { afterMerge, seenAfterMerge, weakerProof } from '../policy/merge.ts';
import { fitsThread } from '../policy/thread.ts';
import { toInstantText } from '../store/instants.ts';
import { lock } from '../store/lock.ts';
import { insertMerge, mergedInto, moveThread } from '../store/merge.ts';
import { greatestMessageId, textLength } from '../store/messages.ts';
import type { Store, StoreAndClock } from '../store/open.ts';
import { joinTags } from '../store/tags.ts';
import type { TicketRow } from '../store/tickets.ts';
import { joinAgentMarks } from './agent-marks-of-merge.ts';
import { type BeforeMerge, stateNow, ticketState } from './before-merge.ts';
import { placeAfterMerge } from './place-columns.ts';
import { lockTicket } from './resolve-merged.ts';
import { joinPeople } from './same-person.ts';
import { toThreadState } from './thread-columns.ts';
import { updateThread } from './update-thread.ts';
import type { AgentAction } from './with-ticket-for-agent.ts';

/** The outcome of merging. */
export type Merged =
  | { outcome: 'changed' }
  | { outcome: 'not-found' }
  /** a ticket of another shop, the ticket itself, or a closed one */
  | { outcome: 'not-allowed' }
  /** together they would exceed the greatest length of a thread */
  | { outcome: 'thread-full' };

/**
 * Merges a ticket into another one of the same shop. Its messages and notes go behind the other's; its number and token
 * open the other from now on, as far as `tokenView` says; the older promise is kept. `undoMerge` undoes it for a day.
 */
export async function mergeTickets(
  { store, now }: StoreAndClock,
  { number, actor }: Pick<AgentAction, 'number' | 'actor'>,
  { into, isSamePerson = false }: { into: string; isSamePerson?: boolean | undefined },
): Promise<Merged> {
  if (!isTicketNumber(number) || !isTicketNumber(into)) return { outcome: 'not-found' };
  return store.transaction().execute(async (transaction) => {
    // Locked in one order, so that two merges of the same tickets in opposite directions do not wait for each other.
    for (const one of [number, into].toSorted()) await lock(transaction, `ticket:${one}`);
    const duplicate = await lockTicket(transaction, number);
    const survivor = await lockTicket(transaction, into);
    if (!duplicate || !survivor) return { outcome: 'not-found' };
    // A repeated request: merged already.
    if (duplicate.number === survivor.number) return { outcome: number === into ? 'not-allowed' : 'changed' };
    if (duplicate.shop_id !== survivor.shop_id || survivor.status === 'closed') return { outcome: 'not-allowed' };
    if (!(await fitTogether(transaction, duplicate, survivor))) return { outcome: 'thread-full' };
    await write(transaction, { duplicate, survivor, isSamePerson }, actor, now());
    return { outcome: 'changed' };
  });
}

async function fitTogether(transaction: Store, one: TicketRow, other: TicketRow): Promise<boolean> {
  const characters = (await textLength(transaction, one.number)) + (await textLength(transaction, other.number));
  return fitsThread({ messages: one.message_count + other.message_count, characters });
}

async function write(
  transaction: Store,
  { duplicate, survivor, isSamePerson }: { duplicate: TicketRow; survivor: TicketRow; isSamePerson: boolean },
  actor: string,
  now: Temporal.Instant,
): Promise<void> {
  const parts = [duplicate, ...(await mergedInto(transaction, duplicate.number))].map(
    ({ number, person, customer_seen }) => ({ number, person, customer_seen }),
  );
  const lastMessage = await greatestMessageId(transaction, [duplicate.number, survivor.number]);
  const facts = [...new Set([...JSON.parse(survivor.outage_facts), ...JSON.parse(duplicate.outage_facts)])];
  const messages = survivor.message_count;
  await moveThread(transaction, duplicate.number, survivor.number, messages);
  await joinAgentMarks(transaction, survivor, duplicate);
  const tags = await joinTags(transaction, duplicate.number, survivor.number);
  const changes = {
    proof: weakerProof(survivor.proof, duplicate.proof),
    proof_alone: survivor.proof_alone ?? survivor.proof,
    queue_outage: survivor.queue_outage || duplicate.queue_outage,
    // The place of the more urgent one, though together they are proven no better than the weaker.
    queue_unproven: survivor.queue_unproven && duplicate.queue_unproven,
    ...placeAfterMerge(survivor, duplicate),
    outage_facts: JSON.stringify(facts),
    ...linkAfterMerge(survivor, duplicate),
    assignee_id: survivor.assignee_id ?? duplicate.assignee_id,
    message_count: messages + duplicate.message_count,
    customer_seen: seenAfterMerge({ messages, seen: survivor.customer_seen }, { seen: duplicate.customer_seen }),
    agent_seen: seenAfterMerge({ messages, seen: survivor.agent_seen }, { seen: duplicate.agent_seen }),
  };
  const merged = afterMerge(toThreadState(survivor), toThreadState(duplicate));
  await updateThread(transaction, survivor, merged, now, { movedBy: duplicate.assignee_id ?? actor, changes });
  const gone = { message_count: 0, agent_seen: 0, ...UNLINKED };
  await updateThread(transaction, duplicate, { status: 'closed', waitingSince: null, followUpAt: null }, now, {
    endedBy: 'merge',
    changes: gone,
  });
  await insertMerge(transaction, {
    from_number: duplicate.number,
    into_number: survivor.number,
    merged_at: toInstantText(now),
    last_message: lastMessage,
    before: JSON.stringify({
      from: ticketState(duplicate),
      into: ticketState(survivor),
      merged: await stateNow(transaction, survivor.number),
      parts,
      tags,
    } satisfies BeforeMerge),
    undone_at: null,
  });
  if (isSamePerson) await joinPeople(transaction, duplicate, survivor);
  const line = { at: toInstantText(now), actor };
  const numbers = { from: duplicate.number, into: survivor.number, samePerson: isSamePerson };
  for (const ticketNumber of [duplicate.number, survivor.number]) {
    await appendEvent(transaction, { ...line, action: 'ticket.merged', ticketNumber, details: numbers });
  }
}
