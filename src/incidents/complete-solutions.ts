import { solutionStep } from '../policy/solution.ts';
import { findAgentById } from '../store/agents.ts';
import { type IncidentRow, incompleteSolutions, updateIncident } from '../store/incidents.ts';
import { toInstantText } from '../store/instants.ts';
import { unreachedTickets } from '../store/linked-tickets.ts';
import type { Store, StoreAndClock } from '../store/open.ts';
import { type TicketRow, updateTicketUnseen } from '../store/tickets.ts';
import { hasUnseenMessage } from '../tickets/seen-messages.ts';
import { toThreadState } from '../tickets/thread-columns.ts';
import { type AgentAction, withTicketForAgent } from '../tickets/with-ticket-for-agent.ts';
import { writeReply } from '../tickets/write-reply.ts';

/** Tickets per query; each is answered in a transaction of its own. */
const BATCH = 100;

/**
 * Answers the linked tickets of every solved incident that have not been answered yet. It may be interrupted anywhere
 * and run again, also concurrently: a ticket's mark is written in the transaction of its reply. A ticket that fails
 * does not keep others from theirs.
 * @param isStopping checked before each ticket: true ends the run
 * @returns how many tickets were answered
 */
export async function completeSolutions(deps: StoreAndClock, isStopping = () => false): Promise<number> {
  const failures: unknown[] = [];
  let answered = 0;
  for (const incident of await incompleteSolutions(deps.store)) {
    answered += await complete(deps, incident, isStopping, failures);
  }
  if (failures.length > 0) throw new Error(`${failures.length} linked tickets got no answer`, { cause: failures[0] });
  return answered;
}

async function complete(
  deps: StoreAndClock,
  incident: IncidentRow,
  isStopping: () => boolean,
  failures: unknown[],
): Promise<number> {
  const agent = incident.solved_by === null ? null : await findAgentById(deps.store, incident.solved_by);
  const by = { actor: incident.solved_by ?? '', author: agent?.name ?? null };
  let answered = 0;
  for (let last = 0; ; ) {
    const batch = await unreachedTickets(deps.store, incident.id, last, BATCH);
    for (const { number, sequence } of batch) {
      if (isStopping()) return answered;
      last = sequence;
      const isAnswered = await replyToLinked(deps, incident, { ...by, number }).catch(
        (error) => failures.push(error) < 0,
      );
      if (isAnswered) answered += 1;
    }
    if (batch.length < BATCH) break;
  }
  // Left for the next run: a ticket that failed, or one that a merge moved into a ticket which was passed already.
  if ((await unreachedTickets(deps.store, incident.id, 0, 1)).length > 0) return answered;
  await updateIncident(deps.store, incident.id, { completed_at: toInstantText(deps.now()) });
  return answered;
}

/** Answers one linked ticket, unless that was done; false when the customer got no message. */
async function replyToLinked(deps: StoreAndClock, incident: IncidentRow, action: AgentAction): Promise<boolean> {
  const done = await withTicketForAgent(deps, action, async (transaction, ticket, now) => {
    if (ticket.notice_id !== incident.id || ticket.solution_mark !== null) return false;
    const step = solutionStep(toThreadState(ticket), await wroteUnseen(transaction, ticket));
    await updateTicketUnseen(transaction, ticket.number, { solution_mark: step.mark });
    if (step.mark === 'passed') return false;
    const isSeen = step.mark === 'answered';
    const by = { sender: 'agent', actor: action.actor, author: action.author } as const;
    const answer = { by, text: incident.solution ?? '', after: step.after, isSeen, incidentId: incident.id };
    await writeReply(transaction, ticket, answer, now);
    return true;
  });
  return done ?? false;
}

/** Whether the customer wrote something after the linking that no agent has seen. */
function wroteUnseen(transaction: Store, ticket: TicketRow): Promise<boolean> {
  return hasUnseenMessage(transaction, ticket, Math.max(ticket.linked_at ?? 0, ticket.agent_seen));
}
