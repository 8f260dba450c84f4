import { type Kysely, sql } from 'kysely';
import { idColumn, textType } from './column-types.ts';

interface Tables {
  macros: { id: string; text: string; status: string | null; follow_up: string | null };
}

/** Each time we said by when we write again, for reports; ready texts that say so; and tickets whose customer only thanks. */
export async function up(db: Kysely<Tables>): Promise<void> {
  const text = textType(db);
  await db.schema
    .createTable('follow_ups')
    .addColumn('id', 'integer', idColumn(db))
    .addColumn('ticket_number', text, (column) => column.notNull().references('tickets.number'))
    .addColumn('agent', text, (column) => column.notNull())
    .addColumn('due_at', text, (column) => column.notNull())
    .addColumn('nth', 'integer', (column) => column.notNull())
    .addColumn('ended_at', text)
    .addColumn('ended_by', text)
    .addColumn('told_at', text)
    .execute();
  await sql`create unique index follow_ups_open on follow_ups (ticket_number) where ended_at is null`.execute(db);
  await sql`create index follow_ups_to_tell on follow_ups (due_at) where ended_at is null and told_at is null`.execute(
    db,
  );
  await db.schema
    .createIndex('follow_ups_due')
    .on('follow_ups')
    .columns(['due_at', 'agent', 'nth', 'ended_at', 'ended_by'])
    .execute();
  await db.schema.alterTable('tickets').addColumn('thanks', text).execute();
  await db.schema.alterTable('tickets').addColumn('returned_at', text).execute();
  await db.schema.alterTable('macros').addColumn('follow_up', text).execute();
  // What names a time promises one: it was in nobody's sight until now.
  await db
    .updateTable('macros')
    .set({ status: 'in-progress', follow_up: 'tomorrow' })
    .where('text', 'like', '%{termin}%')
    .where((where) => where.or([where('status', 'is', null), where('status', '=', 'in-progress')]))
    .execute();
}
