import * as z from 'zod/mini';
import { line } from '../text.ts';
import { shopIdentity } from './shop-identity.ts';

/** The body of `POST /shop-status`, as the server reads it: strictly. */
export const ShopStatusRequest = z.strictObject({ ...shopIdentity, shopVersion: z.optional(line(1, 40)) });

export type ShopStatusRequest = z.infer<typeof ShopStatusRequest>;
