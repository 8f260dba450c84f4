import * as z from 'zod/mini';
import { CUSTOMER_STATUSES } from '../lists.ts';

/** The body of `POST /tickets/:number/status`, as the server reads it: strictly. */
export const ChangeStatusRequest = z.strictObject({ status: z.enum(CUSTOMER_STATUSES) });

export type ChangeStatusRequest = z.infer<typeof ChangeStatusRequest>;
