import type { FileScan } from '../contract/lists.ts';
import { appendEvent } from '../events/append-event.ts';
import { raiseAlarm } from '../guard/alarms.ts';
import { SCAN_ALARM_FAILURES, SCAN_LEASE_SECONDS, scanPauseMinutes } from '../policy/file-scan.ts';
import {
  forgetScan,
  giveFileBack,
  noteScan,
  type TakenFile,
  takeFileToScan,
  ticketOfUpload,
  unscannedFiles,
} from '../store/file-scans.ts';
import { toInstantText } from '../store/instants.ts';
import { lock } from '../store/lock.ts';
import type { Store, StoreAndClock } from '../store/open.ts';
import { updateTicket } from '../store/tickets.ts';
import { partsOf } from './file-parts.ts';
import type { ScanVerdict } from './run-scanner.ts';

/** Looks at the bytes of a file. */
export type Scan = (content: AsyncIterable<Uint8Array>) => Promise<ScanVerdict>;

/** What became of a file, for the log. */
export interface ScanReport {
  file: string;
  verdict: Exclude<ScanVerdict, { outcome: 'stopped' }>;
  /** how often the scanner has failed at it; 0 once it looked */
  failures: number;
  /** minutes until the next try; null when there is none */
  againInMinutes: number | null;
}

/** Takes the next file to be scanned, for the time of a lease; null when none is due. */
export async function takeNextFile({ store, now }: StoreAndClock): Promise<TakenFile | null> {
  const at = now();
  return takeFileToScan(store, toInstantText(at), toInstantText(at.add({ seconds: SCAN_LEASE_SECONDS })));
}

/**
 * Has a file scanned and notes the verdict, with its event if a ticket has the file: desk and panel read it again.
 * Tells of a scanner that is broken. A scan that was stopped leaves the file to the next process.
 * @returns null when there was no verdict, or nothing that it could be about any more
 */
export async function scanFile({ store, now }: StoreAndClock, file: TakenFile, look: Scan): Promise<ScanReport | null> {
  const verdict = await look(partsOf(store, file.id, file.bytes));
  if (verdict.outcome === 'stopped') {
    await giveFileBack(store, file, toInstantText(now()));
    return null;
  }
  const isFailed = verdict.outcome === 'failed';
  const failures = isFailed ? file.failures + 1 : 0;
  const againInMinutes = isFailed ? scanPauseMinutes(failures) : null;
  const dueAt = againInMinutes === null ? null : toInstantText(now().add({ minutes: againInMinutes }));
  // What was known of a file that is looked at anew, or said of one of before, a failure takes nothing away from.
  const scan = isFailed && file.scan !== 'waiting' ? file.scan : verdict.outcome;
  const isNoted = await store.transaction().execute(async (transaction) => {
    const tell = await beginTelling(transaction, file.id);
    if (!(await noteScan(transaction, file, { scan, failures, dueAt }))) return false;
    if (scan !== file.scan) await tell(scan, now());
    const isBroken = isFailed && (verdict.reason === 'missing' || failures >= SCAN_ALARM_FAILURES);
    if (isBroken) await raiseAlarm(transaction, 'file-scanner', null, now());
    return true;
  });
  return isNoted ? { file: file.id, verdict, failures, againInMinutes } : null;
}

/**
 * Where there is no scanner any more, files wait for none: they can be had as those that came before there was one. What it
 * refused stays refused.
 * @returns how many
 */
export async function releaseUnscanned({ store, now }: StoreAndClock): Promise<number> {
  const ids = await unscannedFiles(store);
  for (const id of ids) {
    await store.transaction().execute(async (transaction) => {
      const tell = await beginTelling(transaction, id);
      await forgetScan(transaction, id);
      await tell('none', now());
    });
  }
  return ids.length;
}

/**
 * Locks the ticket of a file before the file is touched, as all do who change both.
 * @returns says to whoever reads the ticket that something else is known of the file
 */
async function beginTelling(
  transaction: Store,
  file: string,
): Promise<(scan: FileScan, now: Temporal.Instant) => Promise<void>> {
  const before = await ticketOfUpload(transaction, file);
  if (before) await lock(transaction, `ticket:${before}`);
  return async (scan, now) => {
    // Asked again: a message may have claimed the file meanwhile, or the ticket was merged into another.
    const ticketNumber = await ticketOfUpload(transaction, file);
    if (!ticketNumber) return;
    await updateTicket(transaction, ticketNumber, {});
    const event = { at: toInstantText(now), actor: 'clock', action: 'ticket.file-scanned', ticketNumber } as const;
    await appendEvent(transaction, { ...event, details: { file, scan } });
  };
}
