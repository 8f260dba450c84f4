import { type Kysely, sql } from 'kysely';

interface Tables {
  macros: { id: string; title: string; text: string; changed_at: string | null };
}

/**
 * The ready greeting ends without a signature of its own, which each reply has by itself now: the words that came with
 * the program go, those that somebody wrote stay. And whether an agent has just read a file is found without the whole
 * audit trail.
 */
export async function up(db: Kysely<Tables>): Promise<void> {
  await db
    .updateTable('macros')
    .set({ title: 'Powitanie', text: 'Dzień dobry {imie},\n\n' })
    .where('id', '=', 'greeting')
    .where('title', '=', 'Powitanie i podpis')
    .where('text', '=', 'Dzień dobry {imie},\n\n\n\nPozdrawiamy\nPomoc techniczna shopGold')
    .where('changed_at', 'is', null)
    .execute();
  await sql`create index audit_file_reads on audit (actor, at) where action = 'read.file'`.execute(db);
}
