import * as z from 'zod/mini';

/** Where a shop stands with its support (R1–R4), as agents see it: one of `SUPPORT_STATES`. */
export const ShopSupport = z.object({
  state: z.string(),
  /** the last day that is covered, as `2027-03-14`; null where there is no support to cover */
  lastDay: z.nullable(z.string()),
  /** today counted: 1 on the last day, 0 when it is over */
  daysLeft: z.nullable(z.number()),
});

/** The version a shop runs and the current one; null where either is not known. */
export const ShopVersion = z.nullable(z.object({ yours: z.string(), current: z.string(), behind: z.boolean() }));

/** A shop of the registry as a line of a list. */
export const ShopRow = z.object({
  id: z.number(),
  name: z.string(),
  supportNumber: z.string(),
  installUrl: z.string(),
  edition: z.string(),
  contactEmail: z.string(),
  support: ShopSupport,
  /** `valid` or `breached` */
  licence: z.string(),
  version: ShopVersion,
  /** the topics that are open to it without support (A2); null when all are */
  onlyTopics: z.nullable(z.array(z.string())),
});

export type ShopRow = z.infer<typeof ShopRow>;
