import * as z from 'zod/mini';
import { line } from '../text.ts';
import { shopIdentity } from './shop-identity.ts';

/** The body of `POST /session`: a JWT. Its content is checked later, where every fault gets the same response. */
export const OpenSessionRequest = z.strictObject({ token: z.string().check(z.minLength(1), z.maxLength(8192)) });

export type OpenSessionRequest = z.infer<typeof OpenSessionRequest>;

/** The body of `POST /shop-status`, as the server reads it: strictly. */
export const ShopStatusRequest = z.strictObject({ ...shopIdentity, shopVersion: z.optional(line(1, 40)) });

export type ShopStatusRequest = z.infer<typeof ShopStatusRequest>;
