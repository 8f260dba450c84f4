import { type Kysely, sql } from 'kysely';
import { textType } from './column-types.ts';

/** The columns that are read and written here. */
interface NoteTables {
  audit: { id: number; at: string; ticket_number: string | null; action: string; details: string };
  messages: {
    id: number;
    ticket_number: string;
    merged_from: string | null;
    position: number | null;
    sent_at: string;
  };
  note_mentions: { agent_id: string; message_id: number };
}

/** Events per query. */
const BATCH = 500;

/** What the list of all tickets is sorted by beside their numbers, and whom notes name, which it is filtered by. */
export async function up(db: Kysely<NoteTables>): Promise<void> {
  // The first column is the same in all of it: by it SQLite prefers this index to those of the queue's sections.
  await sql`
    create index tickets_longest_waiting on tickets (queue_waiting, waiting_since, sequence) where queue_waiting = 1
  `.execute(db);
  await sql`create index tickets_changed on tickets (changed_at, sequence)`.execute(db);
  await db.schema
    .createTable('note_mentions')
    .addColumn('agent_id', textType(db), (column) => column.notNull())
    .addColumn('message_id', 'integer', (column) => column.notNull().references('messages.id'))
    .addPrimaryKeyConstraint('note_mentions_one', ['agent_id', 'message_id'])
    .execute();
  await fillFromEvents(db);
}

/** So far only the event of a note said whom it names. The note is the one of its ticket that is as old to the millisecond. */
async function fillFromEvents(db: Kysely<NoteTables>): Promise<void> {
  for (let last = 0; ; ) {
    const events = await db
      .selectFrom('audit')
      .select(['id', 'at', 'ticket_number', 'details'])
      .where('action', '=', 'ticket.note')
      .where('id', '>', last)
      .orderBy('id')
      .limit(BATCH)
      .execute();
    for (const { at, ticket_number, details } of events) {
      const { mentioned } = JSON.parse(details) as { mentioned?: string[] };
      if (!mentioned || ticket_number === null) continue;
      const note = await db
        .selectFrom('messages')
        .select('id')
        .where('sent_at', '=', at)
        .where('position', 'is', null)
        // Since then its ticket may have become part of another one.
        .where((where) =>
          where.or([where('ticket_number', '=', ticket_number), where('merged_from', '=', ticket_number)]),
        )
        .limit(1)
        .executeTakeFirst();
      if (!note) continue;
      const rows = mentioned.map((agent_id) => ({ agent_id, message_id: note.id }));
      await db
        .insertInto('note_mentions')
        .values(rows)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    last = events.at(-1)?.id ?? 0;
    if (events.length < BATCH) return;
  }
}
