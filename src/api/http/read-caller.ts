import type { Context } from 'hono';
import { type Caller, identifyCaller } from '../../identity/caller.ts';
import type { ApiDeps } from '../api-deps.ts';

/** The caller, by the `Authorization` header. */
export function readCaller(context: Context, { store, now }: ApiDeps): Promise<Caller> {
  return identifyCaller(store, context.req.header('Authorization'), now());
}
