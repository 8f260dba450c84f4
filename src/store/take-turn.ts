import { type Kysely, sql } from 'kysely';
import { engineOf } from './engine.ts';
import type { Tables } from './tables/tables.ts';

/**
 * Waits until no other transaction holds this name, and holds it until the end of this one. To be called before the
 * first look at what the name stands for: "is it there? no: write it" is then one step, whoever else asks.
 *
 * On SQLite nothing happens, as `begin immediate` lets one writer in at a time. On PostgreSQL two transactions that look
 * for a row which is not there both find none, and there is no row yet to lock: the second one to write would fail on
 * the unique index, an error where the same answer was promised. (A `serializable` transaction would fail as well, and
 * would have to be tried again by everybody who calls it.) The lock goes by a 64-bit hash: two names that share one only
 * wait for each other.
 *
 * A transaction that takes more than one turn must take them in the same order as every other, and before the ticket
 * counter; those who do not are told so by a deadlock error, which counts as "not now".
 *
 * @param name what is taken, with its kind before it, such as `idempotency-key:…`
 */
export async function takeTurn(transaction: Kysely<Tables>, name: string): Promise<void> {
  if (engineOf(transaction) === 'sqlite') return;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(transaction);
}
