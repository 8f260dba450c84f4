import { ATTACHMENTS } from '../contract/files/attachment-limits.ts';
import type { AlarmKind, Standing } from '../contract/lists.ts';
import { ALARM_FILL } from './alarm.ts';
import { fullness, roomFor, type Used } from './shares.ts';

const MB = 1024 * 1024;

/** The space that files may take up. Of each, senders have shares by their standing, see `shares`. */
const QUOTA = {
  /**
   * files of a shop in no message yet: room for twelve of the largest. They are deleted after a day, so the quota frees
   * itself
   */
  unclaimedBytes: 120 * MB,
  unclaimedFiles: 100,
  shopBytes: 2048 * MB,
  /** of all shops: the database is backed up as one */
  totalBytes: 51_200 * MB,
} as const;

/**
 * What one address that is new to the shop may have there in no message: two of the largest files; and of unfinished ones
 * as many, since a browser sends one after the other, and may begin anew after a crash.
 */
const NEW_ADDRESS = { unclaimedBytes: 20 * MB, unfinished: 2 } as const;

/** How far ahead of what has come a file counts, in parts: what is under way. What it declares costs nobody anything. */
const AHEAD_PARTS = 2;

/** Hours after which an upload that no message claimed is deleted. */
export const UNCLAIMED_HOURS = 24;

/** Hours after which an incomplete upload is deleted. At 256 kB a minute the largest file takes forty minutes. */
export const UNFINISHED_HOURS = 2;

/** The bytes that a file counts before it is whole. `AHEAD_BYTES` are added to what has come, up to its declared length. */
export const AHEAD_BYTES = AHEAD_PARTS * ATTACHMENTS.partBytes;

/** The bytes that a file counts: what has come, and what may be under way. */
export function countedBytes({ received, bytes }: { received: number; bytes: number }): number {
  return Math.min(bytes, received + AHEAD_BYTES);
}

/** What is stored, by the standing of who sent it. */
export type StoredFiles = Record<keyof typeof QUOTA, Used>;

/** What one address has sent to a shop that is in no message. */
export interface FilesOfAddress {
  unclaimedBytes: number;
  /** files that are not whole yet, without the one in question */
  unfinished: number;
}

/**
 * Whether a file may begin, or grow.
 * @param more the bytes that it counts more than before, and whether it is a new one
 * @param stored what is there of each quota that is asked; a growing file is asked less
 * @param ofAddress what the sender's address has; it is asked when that is new to the shop
 */
export function fitsQuota(
  more: { bytes: number; isNew: boolean },
  standing: Standing,
  stored: Partial<StoredFiles>,
  ofAddress: FilesOfAddress,
): boolean {
  if (standing === 'new') {
    if (ofAddress.unclaimedBytes + more.bytes > NEW_ADDRESS.unclaimedBytes) return false;
    if (more.isNew && ofAddress.unfinished >= NEW_ADDRESS.unfinished) return false;
  }
  return quotasOf(stored).every(([name, used]) => {
    const wanted = name === 'unclaimedFiles' ? Number(more.isNew) : more.bytes;
    return wanted <= roomFor(standing, QUOTA[name], used);
  });
}

const ALARM_OF: Record<keyof typeof QUOTA, AlarmKind> = {
  unclaimedBytes: 'shop-uploads',
  unclaimedFiles: 'shop-uploads',
  shopBytes: 'shop-storage',
  totalBytes: 'total-storage',
};

/** The alarms that are due by what is stored: of each quota of which a share is nearly used up. */
export function uploadAlarms(stored: Partial<StoredFiles>): AlarmKind[] {
  const full = quotasOf(stored).filter(([name, used]) => fullness(QUOTA[name], used) >= ALARM_FILL);
  return [...new Set(full.map(([name]) => ALARM_OF[name]))];
}

function quotasOf(stored: Partial<StoredFiles>): [keyof typeof QUOTA, Used][] {
  return Object.entries(stored) as [keyof typeof QUOTA, Used][];
}
