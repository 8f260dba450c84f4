import type { Insertable, Kysely, Selectable } from 'kysely';
import type { InstantText } from './tables/columns.ts';
import type { Tables } from './tables/tables.ts';
import type { UploadPartsTable, UploadsTable } from './tables/tickets.ts';

export type UploadRow = Selectable<UploadsTable>;

/** An upload by its id, whoever's it is. */
export async function findUpload(db: Kysely<Tables>, id: string): Promise<UploadRow | null> {
  return (await db.selectFrom('uploads').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Begins an upload: nothing received yet. */
export async function insertUpload(db: Kysely<Tables>, upload: Insertable<UploadsTable>): Promise<void> {
  await db.insertInto('uploads').values(upload).execute();
}

/** Adds the next part and counts its bytes. */
export async function insertPart(db: Kysely<Tables>, part: Insertable<UploadPartsTable>): Promise<void> {
  await db.insertInto('upload_parts').values(part).execute();
  await db
    .updateTable('uploads')
    .set((update) => ({ received: update('received', '+', part.content.length) }))
    .where('id', '=', part.upload_id)
    .execute();
}

/** One part's bytes, or null when it is not there. */
export async function findPart(db: Kysely<Tables>, uploadId: string, part: number): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom('upload_parts')
    .select('content')
    .where('upload_id', '=', uploadId)
    .where('part', '=', part)
    .executeTakeFirst();
  return row?.content ?? null;
}

/** Gives an upload to a message, if it is whole, still free and its owner's; false when it is not. */
export async function claimUpload(
  transaction: Kysely<Tables>,
  claim: { id: string; owners: readonly string[]; shopId: number; messageId: number; place: number },
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('uploads')
    .set({ message_id: claim.messageId, place: claim.place })
    .where('id', '=', claim.id)
    .where('owner', 'in', claim.owners)
    .where('shop_id', '=', claim.shopId)
    .where('message_id', 'is', null)
    .where((where) => where('received', '=', where.ref('bytes')))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** The files of a ticket's messages, in order. */
export async function uploadsOfTicket(
  db: Kysely<Tables>,
  ticketNumber: string,
): Promise<(UploadRow & { message_id: number })[]> {
  const rows = await db
    .selectFrom('uploads')
    .innerJoin('messages', 'messages.id', 'uploads.message_id')
    .selectAll('uploads')
    .where('messages.ticket_number', '=', ticketNumber)
    .orderBy('uploads.message_id')
    .orderBy('uploads.place')
    .execute();
  return rows.filter((row): row is UploadRow & { message_id: number } => row.message_id !== null);
}

/** A claimed file with the ticket it belongs to; null for free uploads and for files of notes. */
export async function findAttachment(
  db: Kysely<Tables>,
  id: string,
): Promise<(UploadRow & { ticket_number: string }) | null> {
  const row = await db
    .selectFrom('uploads')
    .innerJoin('messages', 'messages.id', 'uploads.message_id')
    .selectAll('uploads')
    .select('messages.ticket_number')
    .where('uploads.id', '=', id)
    .where('messages.position', 'is not', null)
    .executeTakeFirst();
  return row ?? null;
}

/** Bytes that uploads take up or will: of one shop, of its uploads nobody claimed yet, and of all shops. */
export async function uploadedBytes(
  db: Kysely<Tables>,
  shopId: number,
): Promise<{ ofShop: number; unclaimedOfShop: number; total: number }> {
  const sum = () => db.selectFrom('uploads').select((select) => select.fn.sum<number | null>('bytes').as('bytes'));
  const ofShop = await sum().where('shop_id', '=', shopId).executeTakeFirstOrThrow();
  const unclaimed = await sum().where('shop_id', '=', shopId).where('message_id', 'is', null).executeTakeFirstOrThrow();
  const total = await sum().executeTakeFirstOrThrow();
  return { ofShop: Number(ofShop.bytes), unclaimedOfShop: Number(unclaimed.bytes), total: Number(total.bytes) };
}

/** Deletes uploads that nobody claimed and that began before an instant; returns how many. */
export async function deleteUnclaimed(transaction: Kysely<Tables>, before: InstantText): Promise<number> {
  const stale = await transaction
    .selectFrom('uploads')
    .select('id')
    .where('created_at', '<', before)
    .where('message_id', 'is', null)
    .limit(200)
    .execute();
  if (stale.length === 0) return 0;
  const ids = stale.map(({ id }) => id);
  await transaction.deleteFrom('upload_parts').where('upload_id', 'in', ids).execute();
  await transaction.deleteFrom('uploads').where('id', 'in', ids).execute();
  return ids.length;
}
