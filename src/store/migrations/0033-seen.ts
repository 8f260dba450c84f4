import { type Kysely, sql } from 'kysely';
import { textType } from './column-types.ts';

/**
 * What each agent has read of each ticket. So far one mark for all said what the team had read: of what waits, and of what
 * somebody holds, every agent who works has read as much. Nobody begins with a queue full of unread tickets.
 */
export async function up(db: Kysely<never>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('agent_marks')
    .addColumn('ticket_number', text, (column) => column.notNull().references('tickets.number'))
    .addColumn('agent_id', text, (column) => column.notNull())
    .addColumn('seen', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('agent_marks_key', ['ticket_number', 'agent_id'])
    .execute();
  await sql`
    insert into agent_marks (ticket_number, agent_id, seen)
    select tickets.number, agents.id, tickets.agent_seen from tickets cross join agents
    where tickets.agent_seen > 0 and agents.disabled_at is null
      and (tickets.queue_waiting = 1 or tickets.assignee_id is not null)
  `.execute(db);
}
