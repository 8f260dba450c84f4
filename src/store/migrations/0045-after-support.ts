import { type Kysely, sql } from 'kysely';

/** The list of what was taken after the end of support is read newest first, and no other ticket for it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index tickets_after_support on tickets (sequence) where without_support = 'expired'`.execute(db);
}
