import { describe, expect, test } from 'vitest';
import { parseTrustedProxy } from '../../../src/api/http/trusted-proxy.ts';

describe('proxies are named by address, by range, or as loopback', () => {
  test.each([
    ['', []],
    ['10.1.2.3', [{ address: '10.1.2.3', prefix: 32, family: 'ipv4' }]],
    ['10.0.0.0/8', [{ address: '10.0.0.0', prefix: 8, family: 'ipv4' }]],
    ['2001:db8::/32', [{ address: '2001:db8::', prefix: 32, family: 'ipv6' }]],
    [
      ' loopback , fd00::1 ',
      [
        { address: '127.0.0.0', prefix: 8, family: 'ipv4' },
        { address: '::1', prefix: 128, family: 'ipv6' },
        { address: 'fd00::1', prefix: 128, family: 'ipv6' },
      ],
    ],
  ])('„%s”', (text, ranges) => {
    expect(parseTrustedProxy(text)).toEqual(ranges);
  });
});

describe('a list with one bad entry is refused whole', () => {
  test.each([
    'nginx',
    '10.0.0',
    '10.0.0.1/33',
    '::1/129',
    '10.0.0.1, pomoc.example',
    '10.0.0.1/',
    '10.0.0.1/-1',
    '10.0.0.1:80',
    '0.0.0.0/0',
    '::/0',
    '*',
  ])('„%s”', (text) => {
    expect(parseTrustedProxy(text)).toBeNull();
  });
});
