const MB = 1024 * 1024;

/**
 * The space that a shop's files may take up, counted separately for files sent with a ticket token and in a shop's
 * session. Number and URL are no secret, so a stranger can use up the first quota, and must not take the second away
 * from the shop.
 */
const QUOTA = {
  /**
   * files in no message yet: room for twelve of the largest. They are deleted after a day, so the quota frees itself
   */
  unclaimedBytes: 120 * MB,
  unclaimedFiles: 100,
  shopBytes: 2048 * MB,
  /** of all shops: the database is backed up as one */
  totalBytes: 51_200 * MB,
} as const;

/** Hours after which an upload that no message claimed is deleted. */
export const UNCLAIMED_HOURS = 24;

/** Hours after which an incomplete upload is deleted. At 256 kB a minute the largest file takes forty minutes. */
export const UNFINISHED_HOURS = 2;

/** Whether a file of this many bytes still fits into the quota. */
export function fitsQuota(bytes: number, stored: Record<keyof typeof QUOTA, number>): boolean {
  return (
    stored.unclaimedFiles < QUOTA.unclaimedFiles &&
    stored.unclaimedBytes + bytes <= QUOTA.unclaimedBytes &&
    stored.shopBytes + bytes <= QUOTA.shopBytes &&
    stored.totalBytes + bytes <= QUOTA.totalBytes
  );
}
