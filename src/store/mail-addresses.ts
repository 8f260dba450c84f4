import type { Insertable, Kysely } from 'kysely';
import type { MailAddressesTable } from './tables/mail.ts';
import type { Tables } from './tables/tables.ts';

/** What is known of an e-mail address; null when nothing is. @param address in lower case */
export async function findMailAddress(db: Kysely<Tables>, address: string): Promise<MailAddressesTable | null> {
  const row = await db.selectFrom('mail_addresses').selectAll().where('address', '=', address).executeTakeFirst();
  return row ?? null;
}

/** Notes something of an address; what else is known of it stays. */
export async function putMailAddress(
  db: Kysely<Tables>,
  { address, ...facts }: Pick<MailAddressesTable, 'address'> & Partial<Insertable<MailAddressesTable>>,
): Promise<void> {
  const nothing = { wrote_at: null, bounced_at: null, bounce_status: null };
  await db
    .insertInto('mail_addresses')
    .values({ address, ...nothing, ...facts })
    .onConflict((conflict) => conflict.column('address').doUpdateSet({ address, ...facts }))
    .execute();
}
