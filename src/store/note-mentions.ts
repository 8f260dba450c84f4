import type { Kysely } from 'kysely';
import type { Tables } from './tables/tables.ts';

/** Records whom a note names; nobody more than once. @param agentIds different ones */
export async function insertNoteMentions(
  db: Kysely<Tables>,
  messageId: number,
  agentIds: readonly string[],
): Promise<void> {
  if (agentIds.length === 0) return;
  const rows = agentIds.map((agent_id) => ({ agent_id, message_id: messageId }));
  await db.insertInto('note_mentions').values(rows).execute();
}
