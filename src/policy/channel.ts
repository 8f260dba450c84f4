import { shopAddress } from './same-shop.ts';

/**
 * The channel of a ticket that came over the public API: `panel` when the page that sent it stands on the registered
 * shop's own host (R6), otherwise `form` (R7). An `Origin` can be forged outside browsers, so this decides order, never
 * access.
 * @param origin the request's `Origin` header, if it had one
 * @param registeredUrl the install URL in the registry, not the one the client sent
 */
export function channelOf(origin: string | null, registeredUrl: string): 'panel' | 'form' {
  const from = origin?.includes('://') ? shopAddress(origin)?.host : undefined;
  return from !== undefined && from === shopAddress(registeredUrl)?.host ? 'panel' : 'form';
}
