import { type BlockList, isIPv4, isIPv6, SocketAddress } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { SenderAddress } from '../../guard/sender.ts';
import type { RateLimits } from './rate-limits.ts';

/** The key of all callers without a known address. */
const UNKNOWN = 'unknown';

/**
 * The client's address: the socket's own, or the one a trusted proxy reports.
 *
 * `X-Forwarded-For` is read from the right, because each proxy appends the address it saw: everything left of our last
 * proxy was written by the caller. Some proxies write the port, too, and brackets around IPv6. An entry that is no address
 * ends the reading. From an untrusted peer the header is ignored: otherwise anybody could take any address.
 * @returns an address in its usual form (IPv4 in IPv6 as IPv4), or `unknown` where there is no socket, as in tests
 */
export function clientAddress(context: Context, trusted: BlockList): string {
  let address = toAddress(peerOf(context) ?? '');
  if (address === null) return UNKNOWN;
  const forwarded = (context.req.header('X-Forwarded-For') ?? '').split(',').map((part) => part.trim());
  while (isTrusted(address, trusted)) {
    const before = toAddress(withoutPort(forwarded.pop() ?? ''));
    if (before === null) break;
    address = before;
  }
  return address;
}

/** A range around an address that is counted together, and how many times one address's quota it has. */
export interface AddressWidth {
  key: string;
  /** in bits; null for an address that is counted by itself */
  bits: number | null;
  times: number;
}

/** Who has one /64 often has more: a household or a rented server gets a /56 or a /48. */
const IPV6_WIDTHS = [
  { bits: 64, times: 1 },
  { bits: 56, times: 4 },
  { bits: 48, times: 16 },
] as const;

/**
 * What an address is counted under: itself, or for IPv6 its /64, which is what the least of households gets, its /56 and
 * its /48; counted singly, each of them would have 18 quintillion addresses, and a /48 still 65,536 networks.
 * @returns the narrowest first
 */
export function addressWidths(address: string): readonly [AddressWidth, ...AddressWidth[]] {
  if (!isIPv6(address)) return [{ key: address, bits: null, times: 1 }];
  const [head = '', tail] = address.split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail ? tail.split(':') : [];
  const groups = [...first, ...Array(Math.max(0, 8 - first.length - last.length)).fill('0'), ...last];
  const [narrowest, ...wider] = IPV6_WIDTHS;
  const widthOf = ({ bits, times }: { bits: number; times: number }) => ({ key: networkOf(groups, bits), bits, times });
  return [widthOf(narrowest), ...wider.map(widthOf)];
}

/** The key of the narrowest network that an address is counted under: itself, or its /64. */
export function addressKey(address: string): string {
  return addressWidths(address)[0].key;
}

/** The network of so many leading bits, whole bytes of the first four groups. */
function networkOf(groups: readonly string[], bits: number): string {
  const whole = groups.slice(0, bits >> 4);
  const cut = bits % 16 === 0 ? [] : [(Number.parseInt(groups[bits >> 4] ?? '0', 16) & 0xff00).toString(16)];
  return `${[...whole, ...cut].join(':')}::/${bits}`;
}

/** The address of who sends something, for quotas; null where limits are off. */
export function senderAddress(
  context: Context,
  { rateLimits, trustedProxies }: { rateLimits: RateLimits | null; trustedProxies: BlockList },
): SenderAddress | null {
  if (!rateLimits) return null;
  const address = clientAddress(context, trustedProxies);
  return { address, key: addressKey(address) };
}

/** An address in its usual form, without a zone; null when it is none. */
export function toAddress(text: string): string | null {
  const [plain = ''] = text.split('%', 1);
  if (isIPv4(plain)) return plain;
  if (!isIPv6(plain)) return null;
  const { address } = new SocketAddress({ address: plain, family: 'ipv6' });
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1] ?? address;
}

/** `203.0.113.7:5555`, `[2001:db8::7]` and `[2001:db8::7]:5555` without port and brackets; other texts as they are. */
function withoutPort(entry: string): string {
  const [, v4, v6] = /^(?:([\d.]+):\d{1,5}|\[([^\]]*)\](?::\d{1,5})?)$/.exec(entry) ?? [];
  return v4 ?? v6 ?? entry;
}

/**
 * Whether a header of a proxy came from a peer that is not trusted, so that it was ignored: a stranger wrote it, or a
 * proxy whose clients all count as one.
 */
export function isForwardedByStranger(context: Context, trusted: BlockList): boolean {
  const peer = toAddress(peerOf(context) ?? '');
  return peer !== null && context.req.header('X-Forwarded-For') !== undefined && !isTrusted(peer, trusted);
}

/** Whether an address in its usual form is trusted. */
export function isTrusted(address: string, trusted: BlockList): boolean {
  return trusted.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

/** The address of the socket's other end; undefined where the app is called without a socket. */
function peerOf(context: Context): string | undefined {
  return context.env?.incoming ? getConnInfo(context).remote.address : undefined;
}
