import { isTicketNumber } from '../contract/tickets/ticket-number.ts';
import { appendEvent } from '../events/append-event.ts';
import { afterUndo, seenAfterUndo, type TakenOut, undoUntil } from '../policy/merge.ts';
import { isProven } from '../policy/proof.ts';
import type { ThreadState } from '../policy/thread.ts';
import { readInstant, toInstantText } from '../store/instants.ts';
import { lock } from '../store/lock.ts';
import {
  endMerge,
  type MergeRow,
  mergedInto,
  mergesOf,
  placesOf,
  standingMerge,
  takeOutThread,
} from '../store/merge.ts';
import { firstCustomerMessageAfter } from '../store/messages.ts';
import type { Store, StoreAndClock } from '../store/open.ts';
import { deleteTag } from '../store/tags.ts';
import { findTicket, type TicketRow, updateTicketUnseen } from '../store/tickets.ts';
import { splitAgentMarks } from './agent-marks-of-merge.ts';
import { type BeforeMerge, TAKEN_OVER, type TicketState } from './before-merge.ts';
import type { Changed } from './change-ticket.ts';
import { toThreadState } from './thread-columns.ts';
import { updateThread } from './update-thread.ts';
import type { AgentAction } from './with-ticket-for-agent.ts';

/**
 * Takes a merged ticket out of the thread again, within a day, with its own messages, notes, state and those merged into
 * it before. What was written since the merge stays where it is. Of several merges into one ticket the last is undone
 * first; one whose thread was merged on, or that is older than a day, is `not-allowed`.
 */
export async function undoMerge(
  { store, now }: StoreAndClock,
  { number, actor }: Pick<AgentAction, 'number' | 'actor'>,
): Promise<Changed> {
  const merge = isTicketNumber(number) ? await standingMerge(store, number) : null;
  if (!merge) return { outcome: (await isTicket(store, number)) ? 'not-allowed' : 'not-found' };
  return store.transaction().execute(async (transaction) => {
    for (const one of [number, merge.into_number].toSorted()) await lock(transaction, `ticket:${one}`);
    const at = now();
    const from = await findTicket(transaction, number);
    const into = await findTicket(transaction, merge.into_number);
    if (!from || !into || !(await isLast(transaction, merge, from, at))) return { outcome: 'not-allowed' };
    await takeApart(transaction, { merge, from, into, actor }, at);
    const event = { at: toInstantText(at), actor, action: 'ticket.merge-undone' } as const;
    const details = { from: from.number, into: into.number };
    for (const ticketNumber of [from.number, into.number])
      await appendEvent(transaction, { ...event, ticketNumber, details });
    return { outcome: 'changed' };
  });
}

async function isTicket(db: Store, number: string): Promise<boolean> {
  return isTicketNumber(number) && (await findTicket(db, number)) !== null;
}

async function isLast(transaction: Store, merge: MergeRow, from: TicketRow, at: Temporal.Instant): Promise<boolean> {
  const merges = await mergesOf(transaction, merge.into_number);
  const last = merges.findLast(({ into_number }) => into_number === merge.into_number);
  return (
    from.merged_into === merge.into_number &&
    last?.id === merge.id &&
    undoUntil(Temporal.Instant.from(merge.merged_at), at) !== null
  );
}

async function takeApart(
  transaction: Store,
  { merge, from, into, actor }: { merge: MergeRow; from: TicketRow; into: TicketRow; actor: string },
  at: Temporal.Instant,
): Promise<void> {
  const before = JSON.parse(merge.before) as BeforeMerge;
  const numbers = before.parts.map((part) => part.number) as [string, ...string[]];
  const taken = await placesOf(transaction, into.number, numbers);
  await takeOutThread(transaction, into.number, numbers, taken);
  await endMerge(transaction, merge.id, toInstantText(at));
  for (const { number, ...part } of before.parts) {
    const merged_into = number === from.number ? null : from.number;
    await updateTicketUnseen(transaction, number, { ...part, merged_into });
  }
  for (const { number, customer_seen } of await mergedInto(transaction, into.number)) {
    await updateTicketUnseen(transaction, number, { customer_seen: seenAfterUndo(customer_seen, taken) });
  }
  const { status: _, waiting_since: __, closed_at: ___, follow_up_at: ____, snoozed_until, ...own } = before.from;
  const movedBy = own.assignee_id ?? actor;
  await updateThread(transaction, { ...from, snoozed_until }, stateOf(before.from), at, { movedBy, changes: own });
  const since = await firstCustomerMessageAfter(transaction, into.number, merge.last_message);
  const states = { before: stateOf(before.into), merged: stateOf(before.merged) };
  await updateThread(transaction, into, afterUndo(toThreadState(into), states, readInstant(since)), at, {
    endedBy: 'merge',
    movedBy: actor,
    changes: givenBack(into, before, taken),
  });
  await splitAgentMarks(transaction, into.number, taken);
  // The merged ticket kept its own.
  for (const tag of before.tags ?? []) await deleteTag(transaction, into.number, tag);
}

/** What was written before there was such a time says nothing of writing again. */
function stateOf({ status, waiting_since, follow_up_at = null }: TicketState): ThreadState {
  return { status, waitingSince: readInstant(waiting_since), followUpAt: readInstant(follow_up_at) };
}

/** The columns of the ticket that goes on, without what it took over; what an agent changed since stays. */
function givenBack(ticket: TicketRow, { into, merged }: BeforeMerge, taken: TakenOut) {
  const isUntouched = (name: keyof TicketState) => ticket[name] === merged[name];
  const isLinkUntouched = isUntouched('notice_id') && isUntouched('linked_at') && isUntouched('solution_mark');
  const restored = TAKEN_OVER.filter((name) => (isLink(name) ? isLinkUntouched : isUntouched(name)));
  return {
    linked_at: ticket.linked_at === null ? null : seenAfterUndo(ticket.linked_at, taken),
    ...Object.fromEntries(restored.map((name) => [name, into[name]])),
    ...proofAlone(ticket, into, merged),
    message_count: ticket.message_count - (taken ? taken.last - taken.first + 1 : 0),
    customer_seen: seenAfterUndo(ticket.customer_seen, taken),
    agent_seen: seenAfterUndo(ticket.agent_seen, taken),
  };
}

const isLink = (name: string) => name === 'notice_id' || name === 'linked_at' || name === 'solution_mark';

/** An agent's word of since the merge stays, over the proof that the ticket has alone, where that needs one. */
function proofAlone({ proof }: TicketRow, into: TicketState, merged: TicketState) {
  if (proof === merged.proof) return {};
  return isProven(into.proof)
    ? { proof: into.proof, proof_sent: null, queue_unproven: 0 as const }
    : { proof_sent: into.proof, queue_unproven: isProven(proof) ? (0 as const) : (1 as const) };
}
