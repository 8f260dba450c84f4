/** Bytes that uploads may take up. What nobody claimed yet is swept after a day, so that quota frees itself. */
const QUOTA_BYTES = {
  /** of one shop, uploaded but in no message yet: twelve of the largest files at once */
  unclaimedOfShop: 120 * 1024 * 1024,
  /** of one shop, all together */
  ofShop: 2 * 1024 ** 3,
  /** of all shops: the database is backed up as one thing */
  total: 50 * 1024 ** 3,
} as const;

/** Hours after which an upload that no message claimed is deleted. */
export const UNCLAIMED_HOURS = 24;

/** Whether a file of so many bytes still fits beside what is stored already. */
export function fitsQuota(bytes: number, stored: Record<keyof typeof QUOTA_BYTES, number>): boolean {
  return (
    stored.unclaimedOfShop + bytes <= QUOTA_BYTES.unclaimedOfShop &&
    stored.ofShop + bytes <= QUOTA_BYTES.ofShop &&
    stored.total + bytes <= QUOTA_BYTES.total
  );
}
