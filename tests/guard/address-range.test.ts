import { describe, expect, test } from 'vitest';
import { parseAddressRange, toBlockList } from '../../src/guard/address-range.ts';

describe('a range of addresses', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7', 32, 'ipv4'],
    ['203.0.113.0/24', '203.0.113.0', 24, 'ipv4'],
    ['128.0.0.0/1', '128.0.0.0', 1, 'ipv4'],
    ['203.0.113.7/32', '203.0.113.7', 32, 'ipv4'],
    ['2001:db8::7', '2001:db8::7', 128, 'ipv6'],
    ['2001:DB8::/32', '2001:DB8::', 32, 'ipv6'],
    ['8000::/1', '8000::', 1, 'ipv6'],
    ['::1/128', '::1', 128, 'ipv6'],
    ['::', '::', 128, 'ipv6'],
    ['::ffff:203.0.113.7', '::ffff:203.0.113.7', 128, 'ipv6'],
    ['2001:0db8:1111:2222:3333:4444:203.100.113.107', '2001:0db8:1111:2222:3333:4444:203.100.113.107', 128, 'ipv6'],
  ])('%s is read', (entry, address, prefix, family) => {
    expect(parseAddressRange(entry)).toEqual({ address, prefix, family });
  });

  test.each([
    ['nothing', ''],
    ['a word', 'wszyscy'],
    ['everybody', '0.0.0.0/0'],
    ['everybody of IPv6', '::/0'],
    ['more bits than there are', '203.0.113.7/33'],
    ['more bits than IPv6 has', '::1/129'],
    ['no bits after the stroke', '203.0.113.7/'],
    ['bits that are no number', '203.0.113.7/a'],
    ['bits below nothing', '203.0.113.7/-1'],
    ['four digits of bits', '203.0.113.7/0024'],
    ['something before it', 'x203.0.113.7'],
    ['something after it', '203.0.113.7/24 '],
    ['three numbers', '203.0.113'],
    ['a zone', 'fe80::1%eth0'],
    ['a port', '203.0.113.7:80'],
  ])('%s is none: “%s”', (_, entry) => {
    expect(parseAddressRange(entry)).toBeNull();
  });
});

test('addresses are looked up in every range of their own family', () => {
  const entries = ['203.0.113.0/24', '2001:db8::/32', '198.51.100.7'];
  const list = toBlockList(entries.flatMap((entry) => parseAddressRange(entry) ?? []));
  expect(['203.0.113.255', '203.0.114.0', '198.51.100.7', '198.51.100.8'].map((one) => list.check(one))).toEqual([
    true,
    false,
    true,
    false,
  ]);
  expect(['2001:db8:ffff::1', '2001:db9::1'].map((one) => list.check(one, 'ipv6'))).toEqual([true, false]);
});
