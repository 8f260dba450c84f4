import type { Kysely } from 'kysely';
import type { InstantText } from './instants.ts';
import type { Tables } from './tables/tables.ts';

/** One use of an idempotency key: the hash of the request, what it wrote to, and its response. */
export interface KeyUse {
  request_hash: string;
  /** the number of the ticket, or the id of the incident */
  number: string;
  /** JSON, byte for byte */
  body: string;
}

/** Where uses of keys are stored: a key lives as long as the thing that it wrote to. */
export interface KeyTable {
  find: (db: Kysely<Tables>, key: string) => Promise<KeyUse | null>;
  /** Fails when the key exists. */
  insert: (db: Kysely<Tables>, use: KeyUse & { key: string; created_at: InstantText }) => Promise<void>;
}

/** The ticket that a key wrote to, and when; null when nothing was sent with it. */
export async function writtenWith(
  db: Kysely<Tables>,
  key: string,
): Promise<{ number: string; at: InstantText } | null> {
  const row = await db.selectFrom('idempotency_keys').selectAll().where('key', '=', key).executeTakeFirst();
  return row ? { number: row.ticket_number, at: row.created_at } : null;
}

export const TICKET_KEYS: KeyTable = {
  async find(db, key) {
    const row = await db.selectFrom('idempotency_keys').selectAll().where('key', '=', key).executeTakeFirst();
    return row ? { request_hash: row.request_hash, number: row.ticket_number, body: row.response_body } : null;
  },
  async insert(db, { number, body, ...use }) {
    await db
      .insertInto('idempotency_keys')
      .values({ ...use, ticket_number: number, response_body: body })
      .execute();
  },
};

/** The response is not stored: it is always the incident's id. */
export const INCIDENT_KEYS: KeyTable = {
  async find(db, key) {
    const row = await db.selectFrom('notice_keys').selectAll().where('key', '=', key).executeTakeFirst();
    return row ? { request_hash: row.request_hash, ...incidentResponse(row.notice_id) } : null;
  },
  async insert(db, { number, body: _, ...use }) {
    await db
      .insertInto('notice_keys')
      .values({ ...use, notice_id: Number(number) })
      .execute();
  },
};

function incidentResponse(id: number): Pick<KeyUse, 'number' | 'body'> {
  return { number: `${id}`, body: JSON.stringify({ id }) };
}
