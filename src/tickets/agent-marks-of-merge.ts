import { seenAfterMerge, seenAfterUndo, type TakenOut } from '../policy/merge.ts';
import { agentMarksOf, deleteAgentMarks, setAgentMark } from '../store/agent-marks.ts';
import type { Store } from '../store/open.ts';
import type { TicketRow } from '../store/tickets.ts';

/** Moves what each agent has read along when two threads become one; both locks are held. */
export async function joinAgentMarks(
  transaction: Store,
  survivor: Pick<TicketRow, 'number' | 'message_count'>,
  duplicate: Pick<TicketRow, 'number'>,
): Promise<void> {
  const ofDuplicate = new Map(
    (await agentMarksOf(transaction, duplicate.number)).map((mark) => [mark.agent_id, mark.seen]),
  );
  for (const { agent_id, seen } of await agentMarksOf(transaction, survivor.number)) {
    const before = { messages: survivor.message_count, seen };
    const after = seenAfterMerge(before, { seen: ofDuplicate.get(agent_id) ?? 0 });
    await setAgentMark(transaction, { ticket_number: survivor.number, agent_id, seen: after });
  }
  await deleteAgentMarks(transaction, duplicate.number);
}

/** The same when messages were taken out of a thread again: what was read of them is not known there. */
export async function splitAgentMarks(transaction: Store, number: string, taken: TakenOut): Promise<void> {
  for (const { agent_id, seen } of await agentMarksOf(transaction, number)) {
    await setAgentMark(transaction, { ticket_number: number, agent_id, seen: seenAfterUndo(seen, taken) });
  }
}
