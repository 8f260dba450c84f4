import * as z from 'zod/mini';
import { LIMITS } from '../limits.ts';
import { SUPPORT_NUMBER } from '../shapes.ts';
import { line } from '../text.ts';

/**
 * The fields that every request must carry (R5): the shop's support number, its case kept, and the address where the
 * shop is installed, as the owner or the page writes it.
 */
export const shopIdentity = {
  supportNumber: z.string().check(z.regex(SUPPORT_NUMBER)),
  installUrl: line(1, LIMITS.installUrl),
};
