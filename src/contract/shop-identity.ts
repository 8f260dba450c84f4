import * as z from 'zod/mini';
import { line } from './text.ts';

/** The vendor's support numbers seem to be 8 letters and digits; one old sample is all there is, so the shape is wide. */
export const SUPPORT_NUMBER = /^[A-Za-z0-9-]{4,32}$/;

/**
 * What every request must carry (rule R5): the shop's support number, its case kept, and the address where the
 * shop is installed, as the owner or the page writes it.
 */
export const shopIdentity = {
  supportNumber: z.string().check(z.regex(SUPPORT_NUMBER)),
  installUrl: line(1, 2000),
};
