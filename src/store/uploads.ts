import { type Insertable, type Kysely, type RawBuilder, type Selectable, sql } from 'kysely';
import type { Standing } from '../contract/lists.ts';
import type { InstantText } from './instants.ts';
import type { Tables } from './tables/tables.ts';
import type { UploadPartsTable, UploadsTable } from './tables/tickets.ts';

export type UploadRow = Selectable<UploadsTable>;

/** An upload by its id, whoever owns it. */
export async function findUpload(db: Kysely<Tables>, id: string): Promise<UploadRow | null> {
  return (await db.selectFrom('uploads').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

/** The names of these uploads. */
export async function namesOfUploads(db: Kysely<Tables>, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('uploads').select('name').where('id', 'in', ids).execute();
  return rows.map(({ name }) => name);
}

/** Inserts an upload with nothing received yet. */
export async function insertUpload(db: Kysely<Tables>, upload: Insertable<UploadsTable>): Promise<void> {
  await db.insertInto('uploads').values(upload).execute();
}

/** Notes how large a picture is. */
export async function setPictureSize(
  db: Kysely<Tables>,
  id: string,
  { width, height }: { width: number; height: number },
): Promise<void> {
  await db.updateTable('uploads').set({ width, height }).where('id', '=', id).execute();
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

/** Claims an upload for a message, if it is complete, unclaimed and belongs to this owner; false otherwise. */
export async function claimUpload(
  transaction: Kysely<Tables>,
  claim: { id: string; owners: readonly string[]; shopId: number; messageId: number; place: number },
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('uploads')
    .set({ message_id: claim.messageId, place: claim.place, address_hash: null })
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

/** The files of a ticket's messages and notes whose bytes are stored. */
export async function heldFiles(db: Kysely<Tables>, ticketNumber: string): Promise<{ id: string; bytes: number }[]> {
  return db
    .selectFrom('uploads')
    .innerJoin('messages', 'messages.id', 'uploads.message_id')
    .select(['uploads.id', 'uploads.bytes'])
    .where('messages.ticket_number', '=', ticketNumber)
    .where('uploads.freed_at', 'is', null)
    .execute();
}

/** Deletes the bytes of files, which count for nothing from then on; that they were sent stays known. */
export async function freeUploads(transaction: Kysely<Tables>, ids: readonly string[], at: InstantText): Promise<void> {
  await transaction.deleteFrom('upload_parts').where('upload_id', 'in', ids).execute();
  await transaction
    .updateTable('uploads')
    .set({ freed_at: at, bytes: 0, received: 0, scan_due_at: null })
    .where('id', 'in', ids)
    .execute();
}

/** Takes files away without deleting their bytes: they count for nothing from then on, and nobody reads them. */
export async function withholdUploads(
  transaction: Kysely<Tables>,
  ids: readonly string[],
  at: InstantText,
): Promise<void> {
  await transaction
    .updateTable('uploads')
    .set(({ ref }) => ({ freed_at: at, withheld_bytes: ref('bytes'), bytes: 0, received: 0 }))
    .where('id', 'in', ids)
    .execute();
}

/** Gives files back whose bytes are still there. @returns the size of each */
export async function giveBackUploads(
  transaction: Kysely<Tables>,
  ids: readonly string[],
): Promise<{ bytes: number }[]> {
  if (ids.length === 0) return [];
  return transaction
    .updateTable('uploads')
    .set(({ fn, ref, val }) => {
      const size = fn.coalesce(ref('withheld_bytes'), val(0));
      return { freed_at: null, bytes: size, received: size, withheld_bytes: null };
    })
    .where('id', 'in', ids)
    .where('withheld_bytes', 'is not', null)
    .returning('bytes')
    .execute();
}

/** Tickets with files that were taken away until an instant and still have their bytes; in order. */
export async function ticketsWithWithheld(db: Kysely<Tables>, until: InstantText): Promise<string[]> {
  const rows = await db
    .selectFrom('uploads')
    .innerJoin('messages', 'messages.id', 'uploads.message_id')
    .select('messages.ticket_number as number')
    .distinct()
    .where('uploads.withheld_bytes', 'is not', null)
    .where('uploads.freed_at', '<=', until)
    .orderBy('messages.ticket_number')
    .execute();
  return rows.map(({ number }) => number);
}

/** Deletes the bytes of a ticket's files that were taken away until an instant. @returns the size of each */
export async function deleteWithheld(
  transaction: Kysely<Tables>,
  ticketNumber: string,
  until: InstantText,
): Promise<{ bytes: number }[]> {
  const held = await transaction
    .selectFrom('uploads')
    .innerJoin('messages', 'messages.id', 'uploads.message_id')
    .select(['uploads.id', 'uploads.withheld_bytes as bytes'])
    .where('messages.ticket_number', '=', ticketNumber)
    .where('uploads.withheld_bytes', 'is not', null)
    .where('uploads.freed_at', '<=', until)
    .execute();
  if (held.length === 0) return [];
  const ids = held.map(({ id }) => id);
  await transaction
    .updateTable('uploads')
    .set({ withheld_bytes: null, scan_due_at: null })
    .where('id', 'in', ids)
    .execute();
  await transaction.deleteFrom('upload_parts').where('upload_id', 'in', ids).execute();
  return held.map(({ bytes }) => ({ bytes: bytes ?? 0 }));
}

/** A claimed file with its ticket; null for unclaimed uploads. @param of whether files of notes are found, too */
export async function findAttachment(
  db: Kysely<Tables>,
  id: string,
  of: 'messages' | 'messages-and-notes',
): Promise<(UploadRow & { ticket_number: string }) | null> {
  const row = await db
    .selectFrom('uploads')
    .innerJoin('messages', 'messages.id', 'uploads.message_id')
    .selectAll('uploads')
    .select('messages.ticket_number')
    .where('uploads.id', '=', id)
    .$if(of === 'messages', (query) => query.where('messages.position', 'is not', null))
    .executeTakeFirst();
  return row ?? null;
}

/** What senders of each standing have used. */
type Used = Record<Standing, number>;

/** The bytes that a file counts; the same as `policy/upload-quota · countedBytes`. */
function counted(aheadBytes: number): RawBuilder<number> {
  return sql<number>`case when received + ${aheadBytes} < bytes then received + ${aheadBytes} else bytes end`;
}

/**
 * Files in no message, by the standing of who sent them: those that customers sent for a shop, or those of one owner.
 * @param aheadBytes what counts before it has come
 */
export async function unclaimedFiles(
  db: Kysely<Tables>,
  { shopId, owner }: { shopId?: number; owner?: string },
  aheadBytes: number,
): Promise<{ unclaimedFiles: Used; unclaimedBytes: Used }> {
  const rows = await db
    .selectFrom('uploads')
    .select((select) => [
      'standing',
      select.fn.countAll<number>().as('files'),
      select.fn.sum<number>(counted(aheadBytes)).as('bytes'),
    ])
    .where('message_id', 'is', null)
    .$if(shopId !== undefined, (query) =>
      query.where('shop_id', '=', shopId ?? 0).where('owner', 'not like', 'agent:%'),
    )
    .$if(owner !== undefined, (query) => query.where('owner', '=', owner ?? ''))
    .groupBy('standing')
    .execute();
  return { unclaimedFiles: toUsed(rows, 'files'), unclaimedBytes: toUsed(rows, 'bytes') };
}

/** All files of a shop, or of all shops, by the standing of who sent them. */
export async function storedBytes(db: Kysely<Tables>, shopId: number | null, aheadBytes: number): Promise<Used> {
  const rows = await db
    .selectFrom('uploads')
    .select((select) => ['standing', select.fn.sum<number>(counted(aheadBytes)).as('bytes')])
    .$if(shopId !== null, (query) => query.where('shop_id', '=', shopId))
    .groupBy('standing')
    .execute();
  return toUsed(rows, 'bytes');
}

/** The files of one address at a shop in no message: their bytes, and how many of the others are not whole. */
export async function filesOfAddress(
  db: Kysely<Tables>,
  { shopId, addressHash, but }: { shopId: number; addressHash: string; but: string },
  aheadBytes: number,
): Promise<{ unclaimedBytes: number; unfinished: number }> {
  const files = await db
    .selectFrom('uploads')
    .select((select) => [
      select.fn.sum<number | null>(counted(aheadBytes)).as('bytes'),
      select.fn
        .sum<number | null>(sql<number>`case when received < bytes and id <> ${but} then 1 else 0 end`)
        .as('unfinished'),
    ])
    .where('shop_id', '=', shopId)
    .where('message_id', 'is', null)
    .where('address_hash', '=', addressHash)
    .executeTakeFirstOrThrow();
  return { unclaimedBytes: Number(files.bytes), unfinished: Number(files.unfinished) };
}

function toUsed<Name extends string>(
  rows: readonly ({ standing: Standing } & Record<Name, unknown>)[],
  name: Name,
): Used {
  const used = { new: 0, usual: 0, proven: 0 };
  for (const row of rows) used[row.standing] = Number(row[name]);
  return used;
}

/** The most uploads deleted in one transaction, so that none blocks others for long. */
const BATCH = 200;

/**
 * Deletes unclaimed uploads with their parts: those begun before one instant, and incomplete ones begun before another.
 * The deletion itself checks that they are unclaimed, so an upload that a message claims meanwhile stays.
 * @returns how many were deleted; there may be more
 */
export async function deleteUnclaimed(
  db: Kysely<Tables>,
  before: { begun: InstantText; unfinished: InstantText },
): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('uploads')
    .where('message_id', 'is', null)
    .where('id', 'in', (select) =>
      select
        .selectFrom('uploads')
        .select('id')
        .where('message_id', 'is', null)
        .where('created_at', '<', before.unfinished)
        .where((where) =>
          where.or([where('created_at', '<', before.begun), where('received', '<', where.ref('bytes'))]),
        )
        .limit(BATCH),
    )
    .executeTakeFirst();
  return Number(numDeletedRows);
}
