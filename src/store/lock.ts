import { type Kysely, sql } from 'kysely';
import { engineOf } from './open.ts';
import type { Tables } from './tables/tables.ts';

/**
 * Takes a named lock until the end of this transaction, waiting for any other transaction that holds it. Call it before
 * the first read of what the name protects: "is it there? no: write it" is then one step.
 *
 * On SQLite it does nothing, as `begin immediate` lets one writer in at a time. On PostgreSQL two transactions that look
 * for a missing row both find none, and there is no row yet to lock: the second one to write would fail on the unique
 * index, an error where the same response was promised. (A `serializable` transaction would fail as well, and every
 * caller would have to retry it.) The lock is a 64-bit hash: two names with the same hash only wait for each other.
 *
 * A transaction that takes more than one lock must take them in the same order as every other, and before the ticket
 * counter; otherwise PostgreSQL reports a deadlock, which counts as "not now".
 *
 * @param name the name with its kind before it, such as `idempotency-key:…`
 */
export async function lock(transaction: Kysely<Tables>, name: string): Promise<void> {
  if (engineOf(transaction) === 'sqlite') return;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(transaction);
}
