import type { Kysely } from 'kysely';
import type { MailServiceTable } from './tables/mail.ts';
import type { Tables } from './tables/tables.ts';

const ONLY_ROW = 1;

/** How mail is set up, as any process on this database finds it; null before the service ever ran. */
export async function mailService(db: Kysely<Tables>): Promise<MailServiceTable | null> {
  const row = await db.selectFrom('mail_service').selectAll().where('id', '=', ONLY_ROW).executeTakeFirst();
  return row ?? null;
}

/** Writes how mail is set up; whether the server refuses us stays. */
export async function putMailService(
  db: Kysely<Tables>,
  row: Omit<MailServiceTable, 'id' | 'stopped_at' | 'stopped_reason'>,
): Promise<void> {
  await db
    .insertInto('mail_service')
    .values({ ...row, id: ONLY_ROW, stopped_at: null, stopped_reason: null })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

/** Notes that the server refuses us, or with nulls that it does not any more. */
export async function updateMailStop(
  db: Kysely<Tables>,
  stop: Pick<MailServiceTable, 'stopped_at' | 'stopped_reason'>,
): Promise<void> {
  await db.updateTable('mail_service').set(stop).where('id', '=', ONLY_ROW).execute();
}
