import * as z from 'zod/mini';
import { LIMITS } from '../limits.ts';
import { LICENCE_STATES } from '../lists.ts';
import { EMAIL, VERSION } from '../shapes.ts';
import { FACT_LENGTHS } from '../shops/fact-lengths.ts';
import { line, plain, text } from '../text.ts';

/** The longest support that comes with one purchase, in months. */
export const MOST_MONTHS_SOLD = 120;

const day = z.iso.date();
const url = line(1, LIMITS.installUrl);

/** The body of `PUT /registry/shops/:supportNumber`. What is optional and missing stays as it is; null empties it. */
export const PutShopRequest = z.strictObject({
  installUrl: url,
  panelUrls: z.optional(z.array(url).check(z.maxLength(20))),
  edition: line(1, FACT_LENGTHS.edition),
  purchasedOn: day,
  supportMonths: z.number().check(z.int(), z.gte(1), z.lte(MOST_MONTHS_SOLD)),
  boughtDirectly: z.optional(z.boolean()),
  licenceState: z.optional(z.enum(LICENCE_STATES)),
  shopName: line(1, FACT_LENGTHS.shopName),
  contactEmail: plain(1, LIMITS.email).check(z.regex(EMAIL)),
  shopVersion: z.optional(z.nullable(z.string().check(z.regex(VERSION)))),
  installedOn: z.optional(z.nullable(day)),
  individualTerms: z.optional(z.nullable(text(1, FACT_LENGTHS.individualTerms))),
  purchaseAccount: z.optional(z.nullable(line(1, FACT_LENGTHS.purchaseAccount))),
  seller: z.optional(z.nullable(line(1, FACT_LENGTHS.seller))),
  note: z.optional(z.nullable(text(1, FACT_LENGTHS.note))),
});

export type PutShopRequest = z.infer<typeof PutShopRequest>;

/** The body of `POST /registry/shops/:supportNumber/packages`; without a day it was bought today, in Warsaw. */
export const AddRegistryPackageRequest = z.strictObject({
  /** what the other system calls this purchase: the same is never added twice */
  id: line(1, 100),
  months: z.number().check(z.int(), z.gte(1), z.lte(MOST_MONTHS_SOLD)),
  purchasedOn: z.optional(day),
});

export type AddRegistryPackageRequest = z.infer<typeof AddRegistryPackageRequest>;
