import { type AddressRange, parseAddressRange } from '../../guard/address-range.ts';

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
    const read = parseAddressRange(entry);
    if (entry === 'loopback') ranges.push(...LOOPBACK);
    else if (read) ranges.push(read);
    else return null;
  }
  return ranges;
}
