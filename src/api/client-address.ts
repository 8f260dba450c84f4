import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** The address a request came from; `unknown` where there is no connection, as in a test without a port. */
export function clientAddress(context: Context): string {
  return (context.env?.incoming && getConnInfo(context).remote.address) || 'unknown';
}
