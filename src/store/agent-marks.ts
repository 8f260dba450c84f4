import type { Kysely } from 'kysely';
import type { Tables } from './tables/tables.ts';

/** How many messages, from the first, an agent has read of each of these tickets; those of which they read none are missing. */
export async function readAgentMarks(
  db: Kysely<Tables>,
  agentId: string,
  numbers: readonly string[],
): Promise<Map<string, number>> {
  if (numbers.length === 0) return new Map();
  const marks = await db
    .selectFrom('agent_marks')
    .select(['ticket_number', 'seen'])
    .where('ticket_number', 'in', numbers)
    .where('agent_id', '=', agentId)
    .execute();
  return new Map(marks.map(({ ticket_number, seen }) => [ticket_number, seen]));
}

/** Sets how many messages an agent has read; under the ticket's lock. */
export async function setAgentMark(
  db: Kysely<Tables>,
  mark: { ticket_number: string; agent_id: string; seen: number },
): Promise<void> {
  await db
    .insertInto('agent_marks')
    .values(mark)
    .onConflict((conflict) => conflict.columns(['ticket_number', 'agent_id']).doUpdateSet({ seen: mark.seen }))
    .execute();
}

/** The marks of all agents of a ticket. */
export async function agentMarksOf(db: Kysely<Tables>, number: string): Promise<{ agent_id: string; seen: number }[]> {
  return db.selectFrom('agent_marks').select(['agent_id', 'seen']).where('ticket_number', '=', number).execute();
}

/** Forgets what anybody has read of a ticket. */
export async function deleteAgentMarks(db: Kysely<Tables>, number: string): Promise<void> {
  await db.deleteFrom('agent_marks').where('ticket_number', '=', number).execute();
}
