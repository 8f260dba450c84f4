import { BlockList, isIP } from 'node:net';

/** A range of network addresses. */
export interface AddressRange {
  address: string;
  /** the number of leading bits that must match */
  prefix: number;
  family: 'ipv4' | 'ipv6';
}

/** Reads an address or a range such as `10.0.0.0/8` or `2001:db8::/32`; null for anything else, and for everybody (`/0`). */
export function parseAddressRange(entry: string): AddressRange | null {
  const [, address = '', bits] = /^([\da-f.:]{2,45})(?:\/(\d{1,3}))?$/i.exec(entry) ?? [];
  const version = isIP(address);
  if (version === 0) return null;
  const most = version === 4 ? 32 : 128;
  const prefix = bits === undefined ? most : Number(bits);
  return prefix < 1 || prefix > most ? null : { address, prefix, family: version === 4 ? 'ipv4' : 'ipv6' };
}

/** The ranges as a `BlockList`, to look addresses up in. */
export function toBlockList(ranges: readonly AddressRange[]): BlockList {
  const list = new BlockList();
  for (const { address, prefix, family } of ranges) list.addSubnet(address, prefix, family);
  return list;
}
