import { BlockList, isIP } from 'node:net';

/** A range of addresses that are trusted to report a client's address. */
export interface AddressRange {
  address: string;
  /** the number of leading bits that must match */
  prefix: number;
  family: 'ipv4' | 'ipv6';
}

const LOOPBACK: readonly AddressRange[] = [
  { address: '127.0.0.0', prefix: 8, family: 'ipv4' },
  { address: '::1', prefix: 128, family: 'ipv6' },
];

/**
 * Reads a list such as `loopback, 10.0.0.0/8, 2001:db8::1`.
 * @returns the ranges, none for an empty text, or null when one of them is neither an address nor a range
 */
export function parseTrustedProxy(text: string): AddressRange[] | null {
  const ranges: AddressRange[] = [];
  for (const entry of text.split(',').map((part) => part.trim())) {
    if (entry === '') continue;
    const read = entry === 'loopback' ? LOOPBACK : parseRange(entry);
    if (!read) return null;
    ranges.push(...read);
  }
  return ranges;
}

/** The ranges as a `BlockList`, to look addresses up in. */
export function toBlockList(ranges: readonly AddressRange[]): BlockList {
  const list = new BlockList();
  for (const { address, prefix, family } of ranges) list.addSubnet(address, prefix, family);
  return list;
}

/** A prefix of 0 bits would trust everybody and is refused. */
function parseRange(entry: string): AddressRange[] | null {
  const [, address = '', bits] = /^([\da-f.:]+)(?:\/(\d{1,3}))?$/i.exec(entry) ?? [];
  const version = isIP(address);
  if (version === 0) return null;
  const most = version === 4 ? 32 : 128;
  const prefix = bits === undefined ? most : Number(bits);
  return prefix < 1 || prefix > most ? null : [{ address, prefix, family: version === 4 ? 'ipv4' : 'ipv6' }];
}
