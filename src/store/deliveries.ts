import type { Insertable, Kysely, Selectable, Updateable } from 'kysely';
import type { Channel, DeliveryState, MailKind, StopReason } from '../contract/lists.ts';
import type { InstantText } from './instants.ts';
import { engineOf } from './open.ts';
import type { DeliveriesTable } from './tables/mail.ts';
import type { Tables } from './tables/tables.ts';

export type DeliveryRow = Selectable<DeliveriesTable>;

/** A letter that is owed: what a new row of it needs. */
export type NewDelivery = Omit<
  Insertable<DeliveriesTable>,
  'id' | 'lease_until' | 'tries' | 'message_id' | 'server_id' | 'server_reply' | 'sent_at'
>;

/** Adds a letter, unless the same event owes it to this recipient already. */
export async function insertDelivery(transaction: Kysely<Tables>, delivery: NewDelivery): Promise<void> {
  await transaction
    .insertInto('deliveries')
    .values({ ...delivery, lease_until: null, message_id: null, server_id: null, server_reply: null, sent_at: null })
    .onConflict((conflict) => conflict.columns(['event_id', 'recipient', 'kind']).doNothing())
    .execute();
}

/** A letter by its id. */
export async function findDelivery(db: Kysely<Tables>, id: number): Promise<DeliveryRow | null> {
  return (await db.selectFrom('deliveries').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

/** The letter to an address that its server gave this id. @param recipient in lower case */
export async function findRenamedDelivery(
  db: Kysely<Tables>,
  serverId: string,
  recipient: string,
): Promise<DeliveryRow | null> {
  const named = db.selectFrom('deliveries').selectAll().where('server_id', '=', serverId);
  return (await named.where('recipient', '=', recipient).limit(1).executeTakeFirst()) ?? null;
}

/**
 * Takes the letter that is due first and that nobody is sending, under a lease.
 * @param leaseUntil longer than all time-outs of one sending together: whoever else finds it due then sends it again
 */
export async function takeDelivery(
  db: Kysely<Tables>,
  now: InstantText,
  leaseUntil: InstantText,
): Promise<DeliveryRow | null> {
  const due = db
    .selectFrom('deliveries')
    .select('id')
    .where('state', '=', 'due')
    .where('due_at', '<=', now)
    .where((where) => where.or([where('lease_until', 'is', null), where('lease_until', '<=', now)]))
    .orderBy('due_at')
    .orderBy('id')
    .limit(1);
  const taken = await db
    .updateTable('deliveries')
    .set((row) => ({ lease_until: leaseUntil, tries: row('tries', '+', 1) }))
    // Two processes never wait for each other's row; on SQLite one writes at a time.
    .where('id', '=', engineOf(db) === 'postgres' ? due.forUpdate().skipLocked() : due)
    .returningAll()
    .executeTakeFirst();
  return taken ?? null;
}

/** Writes what became of a letter, whoever holds its lease by then. */
export async function updateDelivery(
  db: Kysely<Tables>,
  id: number,
  changes: Updateable<DeliveriesTable>,
): Promise<void> {
  await db.updateTable('deliveries').set(changes).where('id', '=', id).execute();
}

/** The letters of a ticket, in order. */
export async function deliveriesOf(db: Kysely<Tables>, ticketNumbers: readonly string[]): Promise<DeliveryRow[]> {
  return db.selectFrom('deliveries').selectAll().where('ticket_number', 'in', ticketNumbers).orderBy('id').execute();
}

/** The ids of letters of a ticket to an address that were sent or tried, with their times, the newest first. */
export async function sentIds(
  db: Kysely<Tables>,
  ticketNumber: string,
  recipient: string,
): Promise<{ id: string; at: InstantText }[]> {
  const rows = await db
    .selectFrom('deliveries')
    .select(['server_id', 'message_id', 'created_at'])
    .where('ticket_number', '=', ticketNumber)
    .where('recipient', '=', recipient)
    .where('message_id', 'is not', null)
    .orderBy('id', 'desc')
    .limit(20)
    .execute();
  return rows.map(({ server_id, message_id, created_at }) => ({ id: server_id ?? message_id ?? '', at: created_at }));
}

/** Whether a letter was stopped for a reason since an instant. */
export async function wasStoppedSince(db: Kysely<Tables>, reason: StopReason, since: InstantText): Promise<boolean> {
  const stopped = db.selectFrom('deliveries').select('id').where('created_at', '>', since);
  const row = await stopped.where('state', '=', 'stopped').where('reason', '=', reason).limit(1).executeTakeFirst();
  return row !== undefined;
}

/**
 * Stops the replies of a ticket that wait for their reader, up to a message, because they were read in the panel. One
 * that is being sent, or was tried, goes on.
 */
export async function stopHeldReplies(
  transaction: Kysely<Tables>,
  ticketNumber: string,
  upToMessage: number,
  now: InstantText,
): Promise<void> {
  await transaction
    .updateTable('deliveries')
    .set({ state: 'stopped', reason: 'read-in-panel' satisfies StopReason })
    .where('ticket_number', '=', ticketNumber)
    .where('kind', '=', 'reply')
    .where('state', '=', 'due')
    .where('tries', '=', 0)
    .where('due_at', '>', now)
    .where('thread_message', '<=', upToMessage)
    .execute();
}

/** A letter as far as it counts for limits. */
export interface CountedLetter {
  kind: MailKind;
  /** when it goes, or went */
  due_at: InstantText;
  sent_at: InstantText | null;
  /** how its ticket came; null for a letter about none */
  channel: Channel | null;
  /** when the links of its ticket were revoked last */
  links_revoked_at: InstantText | null;
}

/** The letters that were owed to one person since an instant, without those that were stopped. @param who see `countedAs` */
export async function lettersTo(db: Kysely<Tables>, who: string, since: InstantText): Promise<CountedLetter[]> {
  return db
    .selectFrom('deliveries')
    .leftJoin('tickets', 'tickets.number', 'deliveries.ticket_number')
    .select(['deliveries.kind', 'deliveries.due_at', 'deliveries.sent_at', 'tickets.channel'])
    .select((select) =>
      select
        .selectFrom('audit')
        .select((revocation) => revocation.fn.max('audit.at').as('last'))
        .whereRef('audit.ticket_number', '=', 'deliveries.ticket_number')
        .where('audit.action', '=', 'ticket.links-revoked')
        .as('links_revoked_at'),
    )
    .where('deliveries.counted_as', '=', who)
    .where('deliveries.created_at', '>', since)
    .where('deliveries.state', '!=', 'stopped')
    .execute();
}

/** How many letters of these kinds were owed since an instant to addresses that never wrote to us, without those that were stopped. */
export async function lettersToStrangers(
  db: Kysely<Tables>,
  kinds: readonly MailKind[],
  since: InstantText,
): Promise<number> {
  const { count } = await db
    .selectFrom('deliveries')
    .leftJoin('mail_addresses', 'mail_addresses.address', 'deliveries.recipient')
    .select((select) => select.fn.countAll<number | string>().as('count'))
    .where('deliveries.created_at', '>', since)
    .where('deliveries.state', '!=', 'stopped')
    .where('deliveries.kind', 'in', kinds)
    .where('mail_addresses.wrote_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/**
 * The letter that waits longest because the server did not answer, where none was sent since it was written; null while the
 * server answers, whatever it says.
 */
export async function longestUnanswered(
  db: Kysely<Tables>,
): Promise<Pick<DeliveryRow, 'created_at' | 'reason'> | null> {
  const sent = await db
    .selectFrom('deliveries')
    .select((select) => select.fn.max('sent_at').as('last'))
    .executeTakeFirst();
  const waiting = await db
    .selectFrom('deliveries')
    .select(['created_at', 'reason'])
    .where('state', '=', 'due')
    .where('tries', '>', 0)
    .where('reason', 'is not', null)
    .where('server_reply', 'is', null)
    .where('created_at', '>', sent?.last ?? '')
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst();
  return waiting ?? null;
}

/** How many letters are in each state. */
export async function countDeliveries(db: Kysely<Tables>): Promise<Map<DeliveryState, number>> {
  const rows = await db
    .selectFrom('deliveries')
    .select((select) => ['state', select.fn.countAll<number | string>().as('count')])
    .groupBy('state')
    .execute();
  return new Map(rows.map(({ state, count }) => [state, Number(count)]));
}
