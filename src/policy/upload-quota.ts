const MB = 1024 * 1024;

/**
 * What files may take up, counted apart for those sent with a ticket token and those sent in a shop's session: number and
 * URL are no secret, so a stranger can use up the first, and must not take the second away from the shop.
 */
const QUOTA = {
  /** in no message yet: twelve of the largest at once. Swept after a day, so that it frees itself */
  unclaimedBytes: 120 * MB,
  unclaimedFiles: 100,
  shopBytes: 2048 * MB,
  /** of all shops: the database is backed up as one thing */
  totalBytes: 51_200 * MB,
} as const;

/** Hours after which an upload that no message claimed is deleted. */
export const UNCLAIMED_HOURS = 24;

/** Hours after which one is deleted that is not even whole: at 256 kB in a minute the largest takes forty minutes. */
export const UNFINISHED_HOURS = 2;

/** Whether a file of so many bytes still fits beside what is stored already. */
export function fitsQuota(bytes: number, stored: Record<keyof typeof QUOTA, number>): boolean {
  return (
    stored.unclaimedFiles < QUOTA.unclaimedFiles &&
    stored.unclaimedBytes + bytes <= QUOTA.unclaimedBytes &&
    stored.shopBytes + bytes <= QUOTA.shopBytes &&
    stored.totalBytes + bytes <= QUOTA.totalBytes
  );
}
