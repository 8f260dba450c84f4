import type { Kysely, Selectable } from 'kysely';
import type { InstantText } from './instants.ts';
import type { MailboxesTable } from './tables/mail.ts';
import type { Tables } from './tables/tables.ts';

export type MailboxRow = Selectable<MailboxesTable>;

/** A lease of a mailbox: who has it, now, and until when. */
export interface MailboxLease {
  holder: string;
  now: InstantText;
  until: InstantText;
}

/** Takes or prolongs the lease of a mailbox. @returns false while another holder has it */
export async function leaseMailbox(db: Kysely<Tables>, name: string, lease: MailboxLease): Promise<boolean> {
  const { holder, now, until } = lease;
  await db
    .insertInto('mailboxes')
    .values({ name, holder: null, lease_until: null, read_at: null, failed_at: null, failure: null })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const { numUpdatedRows } = await db
    .updateTable('mailboxes')
    .set({ holder, lease_until: until })
    .where('name', '=', name)
    .where((where) =>
      where.or([where('holder', '=', holder), where('lease_until', 'is', null), where('lease_until', '<=', now)]),
    )
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Gives a lease back, so that another process need not wait for its end. */
export async function releaseMailbox(db: Kysely<Tables>, name: string, holder: string): Promise<void> {
  await db
    .updateTable('mailboxes')
    .set({ holder: null, lease_until: null })
    .where('name', '=', name)
    .where('holder', '=', holder)
    .execute();
}

/** Notes that a mailbox was read whole: what failed before is over. */
export async function noteMailboxRead(db: Kysely<Tables>, name: string, at: InstantText): Promise<void> {
  const changes = { read_at: at, failed_at: null, failure: null };
  await db.updateTable('mailboxes').set(changes).where('name', '=', name).execute();
}

/** Notes why a mailbox cannot be read. @returns since when it cannot */
export async function noteMailboxFailure(
  db: Kysely<Tables>,
  name: string,
  failure: string,
  at: InstantText,
): Promise<InstantText> {
  const { failed_at } = await db
    .updateTable('mailboxes')
    .set((row) => ({ failure, failed_at: row.fn.coalesce(row.ref('failed_at'), row.val(at)) }))
    .where('name', '=', name)
    .returning('failed_at')
    .executeTakeFirstOrThrow();
  return failed_at ?? at;
}

/** Forgets mailboxes that nobody reads any more: what failed there is nobody's trouble. */
export async function deleteOtherMailboxes(db: Kysely<Tables>, names: readonly string[]): Promise<void> {
  const others = db.deleteFrom('mailboxes');
  await (names.length > 0 ? others.where('name', 'not in', names) : others).execute();
}

/** The mailboxes of the settings that were read or tried, by name. */
export async function listMailboxes(db: Kysely<Tables>): Promise<MailboxRow[]> {
  return db.selectFrom('mailboxes').selectAll().orderBy('name').execute();
}
