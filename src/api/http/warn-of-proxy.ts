import type { BlockList } from 'node:net';
import type { MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import { isForwardedByStranger } from './client-address.ts';

/**
 * Warns in the log, once for each process, when a request was forwarded by a peer that is not trusted: behind a proxy that
 * nobody named, all shops share the limits of one address. Without the address, as the log holds none.
 */
export function warnOfProxy(logger: Logger, trusted: BlockList): MiddlewareHandler {
  let isWarned = false;
  return async function warnOnce(context, next) {
    if (!isWarned && isForwardedByStranger(context, trusted)) {
      isWarned = true;
      logger.warn(
        'X-Forwarded-For came from a peer that TRUSTED_PROXY does not list, and is ignored: if that is your proxy, all who come through it count as one address',
      );
    }
    await next();
  };
}
