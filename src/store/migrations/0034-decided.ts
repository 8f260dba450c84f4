import { type Kysely, sql } from 'kysely';
import { textType } from './column-types.ts';

interface Tables {
  tickets: { channel: string; topic: string; covered: number | null; decided_covered: number | null };
}

/**
 * What agents decide about a ticket, beside what its customer chose; and the support of its shop where a word was taken
 * without it. Whether a ticket is covered may be undecided: nobody has said what a letter is about.
 */
export async function up(db: Kysely<Tables>): Promise<void> {
  const text = textType(db);
  const tickets = () => db.schema.alterTable('tickets');
  for (const name of ['topic_sent', 'subject_sent', 'without_support']) await tickets().addColumn(name, text).execute();
  await tickets().addColumn('covered_set', 'integer').execute();
  await db.schema.dropIndex('tickets_received').execute();
  // SQLite cannot let a column hold nothing that had to hold something: another one takes its name.
  await tickets().addColumn('decided_covered', 'integer').execute();
  await db
    .updateTable('tickets')
    .set((ticket) => ({ decided_covered: ticket.ref('covered') }))
    .where(({ not, and, eb }) => not(and([eb('channel', '=', 'email'), eb('topic', '=', 'other')])))
    .execute();
  await tickets().dropColumn('covered').execute();
  await sql`alter table tickets rename column decided_covered to covered`.execute(db);
  await db.schema
    .createIndex('tickets_received')
    .on('tickets')
    .columns(['received_at', 'sequence', 'channel', 'topic', 'covered', 'scope_rule', 'topic_sent'])
    .execute();
}
