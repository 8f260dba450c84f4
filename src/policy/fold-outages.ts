/** So many unproven outages of a shop, begun within `FOLD_WITHIN`, stand in the queue for themselves. */
export const STANDS_ALONE = 2;

/** Outages of a shop this close together look like one event, or like one stranger. */
export const FOLD_WITHIN = { hours: 1 } as const;

/** What decides whether an unproven outage folds. */
export interface UnprovenOutage {
  shopId: number;
  waitingSince: Temporal.Instant;
}

/**
 * Folds unproven outages: a ticket that began to wait within an hour after the last but one of its shop stands in one
 * row with all such tickets of that shop. Anybody can report an outage who knows number and address; however many
 * they report, a shop takes few rows, and the outage of another shop is seen. An outage that is proven is none of
 * these and stands before them.
 * @param outages those that wait, in the order of the queue
 * @returns the rows in the order of the queue, each at the place of its first ticket, with the newest ticket last
 */
export function foldOutages<Outage extends UnprovenOutage>(outages: readonly Outage[]): Outage[][] {
  const rows: Outage[][] = [];
  const before = new Map<number, Outage[]>();
  const folds = new Map<number, Outage[]>();
  for (const outage of outages) {
    const { shopId, waitingSince } = outage;
    const ofShop = before.get(shopId) ?? [];
    before.set(shopId, [...ofShop, outage].slice(-STANDS_ALONE));
    const [nearby] = ofShop.length < STANDS_ALONE ? [] : ofShop;
    const isFolded =
      nearby !== undefined && Temporal.Instant.compare(waitingSince, nearby.waitingSince.add(FOLD_WITHIN)) < 0;
    const fold = isFolded ? folds.get(shopId) : undefined;
    if (fold) {
      fold.push(outage);
    } else {
      const row = [outage];
      rows.push(row);
      if (isFolded) folds.set(shopId, row);
    }
  }
  return rows;
}
