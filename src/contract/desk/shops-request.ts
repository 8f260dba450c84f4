import * as z from 'zod/mini';
import { LIMITS } from '../limits.ts';
import { LICENCE_STATES, SIGNATURES } from '../lists.ts';
import { line, text } from '../text.ts';
import { MOST_MONTHS } from './change-shop.ts';
import { LONGEST_QUESTION } from './search.ts';

/** The query of `GET /api/desk/shops`, as the server reads it: strictly. */
export const ListShopsQuery = z.strictObject({
  q: z.optional(text(0, LONGEST_QUESTION)),
  cursor: z.optional(z.string().check(z.regex(/^\d{1,9}$/))),
});

export type ListShopsQuery = z.infer<typeof ListShopsQuery>;

const day = z.iso.date();

/** The query of a package's preview: numbers are text there. */
export const PreviewPackageQuery = z.strictObject({
  months: z.string().check(z.regex(/^([1-9]|[12]\d|3[0-6])$/)),
  purchasedOn: day,
});

export const AddPackageRequest = z.strictObject({
  months: z.number().check(z.int(), z.gte(1), z.lte(MOST_MONTHS)),
  purchasedOn: day,
});

export type AddPackageRequest = z.infer<typeof AddPackageRequest>;

export const SetLicenceRequest = z.strictObject({ state: z.enum(LICENCE_STATES) });

export const ShopAddressRequest = z.strictObject({ address: line(1, LIMITS.installUrl) });

export const SetSignatureRequest = z.strictObject({ signature: z.enum(SIGNATURES) });
