import { type Kysely, sql } from 'kysely';
import { textType } from './column-types.ts';

/** Notices become incidents: tickets are linked to them, and they are solved for all linked tickets at once. */
export async function up(db: Kysely<never>): Promise<void> {
  const text = textType(db);
  const notices = db.schema.alterTable('notices');
  await notices.addColumn('solved_at', text).execute();
  await notices.addColumn('solved_by', text, (column) => column.references('agents.id')).execute();
  await notices.addColumn('solution', text).execute();
  await notices.addColumn('completed_at', text).execute();

  const tickets = db.schema.alterTable('tickets');
  await tickets.addColumn('notice_id', 'integer', (column) => column.references('notices.id')).execute();
  await tickets.addColumn('linked_at', 'integer').execute();
  await tickets.addColumn('solution_mark', text).execute();
  await db.schema.createIndex('tickets_notice').on('tickets').columns(['notice_id', 'sequence']).execute();

  await db.schema
    .createTable('notice_keys')
    .addColumn('key', text, (column) => column.primaryKey().notNull())
    .addColumn('request_hash', text, (column) => column.notNull())
    .addColumn('notice_id', 'integer', (column) => column.notNull().references('notices.id'))
    .addColumn('created_at', text, (column) => column.notNull())
    .execute();

  await db.schema.alterTable('audit').addColumn('notice_id', 'integer').execute();
  await db.schema.createIndex('audit_notice').on('audit').column('notice_id').execute();
  await nameNotices(db);
}

/** Older audit entries name their notice in the details. */
async function nameNotices(db: Kysely<never>): Promise<void> {
  const { rows } = await sql<{ id: number; details: string }>`
    select id, details from audit where action in ('notice.added', 'notice.ended')`.execute(db);
  for (const { id, details } of rows) {
    await sql`update audit set notice_id = ${JSON.parse(details).notice} where id = ${id}`.execute(db);
  }
}
