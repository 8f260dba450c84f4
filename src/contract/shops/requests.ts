import * as z from 'zod/mini';
import { line } from '../text.ts';
import { shopIdentity } from './shop-identity.ts';

/** A panel's JWT. Its content is checked later, where every fault gets the same response. */
export const assertionText = z.string().check(z.minLength(1), z.maxLength(8192));

/** The body of `POST /session`. */
export const OpenSessionRequest = z.strictObject({ token: assertionText });

export type OpenSessionRequest = z.infer<typeof OpenSessionRequest>;

/** The body of `POST /shop-status`, as the server reads it: strictly. */
export const ShopStatusRequest = z.strictObject({ ...shopIdentity, shopVersion: z.optional(line(1, 40)) });

export type ShopStatusRequest = z.infer<typeof ShopStatusRequest>;
