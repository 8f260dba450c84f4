import { type Kysely, sql } from 'kysely';
import type { FileScan } from '../contract/lists.ts';
import type { InstantText } from './instants.ts';
import type { Tables } from './tables/tables.ts';

/** A file that one process is to have scanned. */
export interface TakenFile {
  id: string;
  bytes: number;
  /** what is said of it until now */
  scan: FileScan;
  /** how often the scanner has failed at it */
  failures: number;
  /** until when no other process takes it; of this lease only a verdict is taken */
  lease: InstantText;
}

/** A whole file is to be looked at from now on, and not to be had before. */
export async function queueForScan(transaction: Kysely<Tables>, id: string, now: InstantText): Promise<void> {
  await transaction
    .updateTable('uploads')
    .set({ scan: 'waiting', scan_due_at: now, scan_failures: 0 })
    .where('id', '=', id)
    .execute();
}

/** Takes the file that has been due the longest; null when none is. Of several that take at once each gets another. */
export async function takeFileToScan(
  db: Kysely<Tables>,
  now: InstantText,
  lease: InstantText,
): Promise<TakenFile | null> {
  for (;;) {
    const due = await db
      .selectFrom('uploads')
      .select(['id', 'scan_due_at'])
      .where('scan_due_at', 'is not', null)
      .where('scan_due_at', '<=', now)
      // One that was taken away has no bytes while it may still be given back: nothing would be found clean.
      .where('freed_at', 'is', null)
      .orderBy('scan_due_at')
      .limit(1)
      .executeTakeFirst();
    if (!due) return null;
    const taken = await db
      .updateTable('uploads')
      .set({ scan_due_at: lease })
      .where('id', '=', due.id)
      .where('scan_due_at', '=', due.scan_due_at)
      .where('freed_at', 'is', null)
      .returning(['id', 'bytes', 'scan', 'scan_failures as failures'])
      .executeTakeFirst();
    if (taken) return { ...taken, lease };
  }
}

/** What became of a scan: what is said of the file from now on, and when it is looked at again; null for never. */
export interface ScanOutcome {
  scan: FileScan;
  failures: number;
  dueAt: InstantText | null;
}

/** Notes what became of a scan; false when the file was freed, swept or taken by another process meanwhile. */
export async function noteScan(
  transaction: Kysely<Tables>,
  { id, lease }: Pick<TakenFile, 'id' | 'lease'>,
  { scan, failures, dueAt }: ScanOutcome,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('uploads')
    .set({ scan, scan_failures: failures, scan_due_at: dueAt })
    .where('id', '=', id)
    .where('scan_due_at', '=', lease)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Gives a file back that was taken and not looked at. */
export async function giveFileBack(
  db: Kysely<Tables>,
  { id, lease }: Pick<TakenFile, 'id' | 'lease'>,
  now: InstantText,
): Promise<void> {
  await db
    .updateTable('uploads')
    .set({ scan_due_at: now })
    .where('id', '=', id)
    .where('scan_due_at', '=', lease)
    .execute();
}

/** The ticket in whose messages or notes a file is; null while none claimed it. */
export async function ticketOfUpload(db: Kysely<Tables>, id: string): Promise<string | null> {
  const row = await db
    .selectFrom('uploads')
    .innerJoin('messages', 'messages.id', 'uploads.message_id')
    .select('messages.ticket_number')
    .where('uploads.id', '=', id)
    .executeTakeFirst();
  return row?.ticket_number ?? null;
}

/** The files that wait for a verdict, whether or not they are still tried. */
export async function unscannedFiles(db: Kysely<Tables>): Promise<string[]> {
  // The words stand in the query: of a parameter SQLite does not know that the index has it.
  const rows = await db.selectFrom('uploads').select('id').where(sql<boolean>`scan in ('waiting', 'failed')`).execute();
  return rows.map(({ id }) => id);
}

/** What is said of a file that no scanner looks at any more. */
export async function forgetScan(transaction: Kysely<Tables>, id: string): Promise<void> {
  await transaction
    .updateTable('uploads')
    .set({ scan: 'none', scan_failures: 0, scan_due_at: null })
    .where('id', '=', id)
    .where('scan', 'in', ['waiting', 'failed'])
    .execute();
}

/**
 * Has files looked at anew, from the first try on; until the verdict what was said of each stays.
 * @param ids null for all at which the scanner failed, and all that came before there was one
 * @returns how many
 */
export async function scanAgain(db: Kysely<Tables>, ids: readonly string[] | null, now: InstantText): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('uploads')
    .set({ scan_due_at: now, scan_failures: 0 })
    .where('freed_at', 'is', null)
    .where((where) => where('received', '=', where.ref('bytes')))
    .$if(ids === null, (query) => query.where('scan', 'in', ['none', 'failed']))
    .$if(ids !== null, (query) => query.where('id', 'in', ids ?? []))
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
