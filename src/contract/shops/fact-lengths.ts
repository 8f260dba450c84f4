// How long the facts of a shop may be. Free of any library: the desk checks them while they are typed.

/** Longest texts of a shop in the registry, in UTF-16 code units. */
export const FACT_LENGTHS = {
  edition: 100,
  shopName: 500,
  purchaseAccount: 254,
  seller: 500,
  individualTerms: 4000,
  note: 4000,
} as const;
