import * as z from 'zod/mini';
import type { AddressKind, LicenceState, SupportState, Topic } from '../lists.ts';
import { openEnum } from '../open-enum.ts';

/** The support of a shop (R1–R4) as agents see it. */
export const ShopSupport = z.object({
  state: openEnum<SupportState>(),
  /** the last covered day, as `2027-03-14`; null before the purchase, and where the shop never has support */
  lastDay: z.nullable(z.string()),
  /** the day on which support begins; only before it */
  firstDay: z.optional(z.string()),
  /** counts today: 1 on the last day, 0 after it */
  daysLeft: z.nullable(z.number()),
});

/** The version a shop runs and the current one; null where either is not known. */
export const ShopVersion = z.nullable(z.object({ yours: z.string(), current: z.string(), behind: z.boolean() }));

/** The address of a panel, or the former one, by which a search found a shop. */
export const FoundBy = z.object({ kind: openEnum<AddressKind>(), address: z.string() });

export type FoundBy = z.infer<typeof FoundBy>;

/** A shop of the registry as a row of a list. */
export const ShopRow = z.object({
  id: z.number(),
  name: z.string(),
  supportNumber: z.string(),
  installUrl: z.string(),
  edition: z.string(),
  contactEmail: z.string(),
  support: ShopSupport,
  licence: openEnum<LicenceState>(),
  version: ShopVersion,
  /** the topics that are open to it without support (A2); null when all are */
  onlyTopics: z.nullable(z.array(openEnum<Topic>())),
  /** who sold it, where we did not (R3) and it is known */
  soldBy: z.nullable(z.string()),
});

export type ShopRow = z.infer<typeof ShopRow>;

/** What rules need of a shop besides its licence, as agents read it; null where there is nothing. */
export const ShopTerms = z.object({
  /** the day of the one installation that support covers (C1) */
  installedOn: z.nullable(z.string()),
  /** what was agreed before the purchase (N5) */
  individualTerms: z.nullable(z.string()),
  /** the account that bought it (C3) */
  purchaseAccount: z.nullable(z.string()),
  /** who sold it, where we did not (R3) */
  seller: z.nullable(z.string()),
  note: z.nullable(z.string()),
  /** when the registry gave it up */
  endedAt: z.nullable(z.string()),
});

export type ShopTerms = z.infer<typeof ShopTerms>;

/** A shop that a search found; `foundBy` is null where what the row shows has every searched word. */
export const FoundShop = z.extend(ShopRow, { foundBy: z.nullable(FoundBy) });

export type FoundShop = z.infer<typeof FoundShop>;
