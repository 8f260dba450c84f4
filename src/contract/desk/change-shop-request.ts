import * as z from 'zod/mini';
import { LICENCE_STATES } from '../lists.ts';
import { MOST_MONTHS } from './change-shop.ts';

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
