/** The purpose a shop's secret is sealed for: its own id, so that it opens in no other row. */
export function shopSecretPurpose(id: string): string {
  return `shop-secret:${id}`;
}
