import { type BlockList, isIPv4, isIPv6, SocketAddress } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** What stands for a caller whose address is not known: all of them count as one. */
const UNKNOWN = 'unknown';

/**
 * The address of who asks: the socket's own, or what a trusted proxy says of it.
 *
 * `X-Forwarded-For` is read from the right, because each proxy adds the address it saw at the end: whatever stands left
 * of the last proxy of ours was written by the caller. Anything in it that is no address ends the reading. From a peer
 * that is not trusted the header means nothing: believing it would let anybody be anybody.
 * @returns an address in its usual form (IPv4 in IPv6 as IPv4), or `unknown` where there is no socket, as in tests
 */
export function clientAddress(context: Context, trusted: BlockList): string {
  let address = toAddress(peerOf(context) ?? '');
  if (address === null) return UNKNOWN;
  const forwarded = (context.req.header('X-Forwarded-For') ?? '').split(',').map((part) => part.trim());
  while (isTrusted(address, trusted)) {
    const before = toAddress(forwarded.pop() ?? '');
    if (before === null) break;
    address = before;
  }
  return address;
}

/**
 * What an address is counted under: itself, or its /64 for IPv6, which is what one household or one rented server gets;
 * counted singly, each of them would come with 18 quintillion addresses.
 */
export function addressKey(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail ? tail.split(':') : [];
  const groups = [...first, ...Array(Math.max(0, 8 - first.length - last.length)).fill('0'), ...last];
  return `${groups.slice(0, 4).join(':')}::/64`;
}

/** An address in its usual form, without a zone; null when it is none. */
export function toAddress(text: string): string | null {
  const [plain = ''] = text.split('%', 1);
  if (isIPv4(plain)) return plain;
  if (!isIPv6(plain)) return null;
  const { address } = new SocketAddress({ address: plain, family: 'ipv6' });
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1] ?? address;
}

/** Whether an address in its usual form is one of ours. */
export function isTrusted(address: string, trusted: BlockList): boolean {
  return trusted.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

/** The other end of the socket; nothing where the app was asked without one. */
function peerOf(context: Context): string | undefined {
  return context.env?.incoming ? getConnInfo(context).remote.address : undefined;
}
