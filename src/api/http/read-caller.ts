import type { Context } from 'hono';
import { IDEMPOTENCY_KEY } from '../../contract/shapes.ts';
import { type Caller, identifyCaller } from '../../identity/caller.ts';
import type { CustomerAction } from '../../tickets/with-ticket-for-customer.ts';
import type { ApiDeps } from '../api-deps.ts';
import { pathParameter } from './check-path.ts';

/** The caller, by the `Authorization` header. */
export function readCaller(context: Context, { store, now }: ApiDeps): Promise<Caller> {
  return identifyCaller(store, context.req.header('Authorization'), now());
}

/** The request's `Idempotency-Key`, or null when it is missing or invalid. */
export function readIdempotencyKey(context: Context): string | null {
  const key = context.req.header('Idempotency-Key') ?? '';
  return IDEMPOTENCY_KEY.test(key) ? key : null;
}

/** The ticket, the caller and the idempotency key of a change; null without a key. */
export async function readCustomerAction(context: Context, deps: ApiDeps): Promise<CustomerAction | null> {
  const idempotencyKey = readIdempotencyKey(context);
  if (!idempotencyKey) return null;
  return { number: pathParameter(context, 'number'), caller: await readCaller(context, deps), idempotencyKey };
}
