import { Hono } from 'hono';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { addressKey, addressWidths, clientAddress } from '../../../src/api/http/client-address.ts';
import { parseTrustedProxy } from '../../../src/api/http/trusted-proxy.ts';
import { warnOfProxy } from '../../../src/api/http/warn-of-proxy.ts';
import { toBlockList } from '../../../src/guard/address-range.ts';
import { from } from '../../support/requests.ts';

/** Who asks, for a service that trusts these proxies. */
async function whoAsks(trusted: string, peer: string | undefined, forwardedFor?: string | string[]): Promise<string> {
  const app = new Hono();
  const list = toBlockList(parseTrustedProxy(trusted) ?? []);
  app.get('/', (context) => context.text(clientAddress(context, list)));
  const headers = new Headers();
  for (const line of [forwardedFor ?? []].flat()) headers.append('X-Forwarded-For', line);
  return (await app.request('/', { headers }, from(peer))).text();
}

describe('without a trusted proxy the address is the socket’s own, whatever the header says', () => {
  test.each([
    ['203.0.113.7', undefined],
    ['203.0.113.7', '198.51.100.1'],
    ['203.0.113.7', '127.0.0.1, 10.0.0.1'],
  ])('%s, X-Forwarded-For: %s', async (peer, header) => {
    expect(await whoAsks('', peer, header)).toBe('203.0.113.7');
    expect(await whoAsks('loopback, 10.0.0.0/8', peer, header)).toBe('203.0.113.7');
  });
});

describe('behind a trusted proxy it is the last address that no proxy of ours has', () => {
  const trusted = 'loopback, 10.0.0.0/8, fd00::/8';
  test.each<[string, string, string | string[] | undefined, string]>([
    ['the caller', '127.0.0.1', '203.0.113.7', '203.0.113.7'],
    ['the caller behind two proxies', '127.0.0.1', '203.0.113.7, 10.0.0.4', '203.0.113.7'],
    ['not what the caller wrote before', '127.0.0.1', '198.51.100.1, 203.0.113.7', '203.0.113.7'],
    ['not what the caller wrote as a line of its own', '127.0.0.1', ['198.51.100.1', '203.0.113.7'], '203.0.113.7'],
    ['not a proxy of ours that the caller claims', '10.0.0.4', '10.0.0.9, 203.0.113.7', '203.0.113.7'],
    ['IPv6', '::1', '2001:DB8:0:0::7', '2001:db8::7'],
    ['IPv4 in IPv6', '::ffff:127.0.0.1', '::ffff:203.0.113.7', '203.0.113.7'],
    ['the proxy itself, when it says nothing', '10.0.0.4', undefined, '10.0.0.4'],
    ['the proxy itself, when it says nonsense', '10.0.0.4', '203.0.113.7, unknown', '10.0.0.4'],
    ['a proxy of ours, when all are', '10.0.0.4', '10.0.0.1, 10.0.0.2', '10.0.0.1'],
    ['the caller with a port', '127.0.0.1', '203.0.113.7:5555', '203.0.113.7'],
    ['IPv6 in brackets', '127.0.0.1', '[2001:db8::7]', '2001:db8::7'],
    ['IPv6 in brackets with a port', '127.0.0.1', '[2001:DB8::7]:443', '2001:db8::7'],
    ['the caller behind a proxy with a port', '127.0.0.1', '203.0.113.7, 10.0.0.4:80', '203.0.113.7'],
    ['the proxy itself, when a port is nonsense', '10.0.0.4', '203.0.113.7:http', '10.0.0.4'],
    ['IPv6 without brackets, which has no port', '127.0.0.1', '2001:db8::7:443', '2001:db8::7:443'],
    ['spaces or not', '127.0.0.1', ' 203.0.113.7 ,10.0.0.4', '203.0.113.7'],
  ])('%s', async (_, peer, header, address) => {
    expect(await whoAsks(trusted, peer, header)).toBe(address);
  });
});

test('IPv4 in IPv6 is the same as IPv4, and a zone does not count', async () => {
  expect(await whoAsks('', '::ffff:203.0.113.7')).toBe('203.0.113.7');
  expect(await whoAsks('', '::ffff:cb00:7107')).toBe('203.0.113.7');
  expect(await whoAsks('', 'fe80::1%eth0')).toBe('fe80::1');
});

test('without a socket it is unknown, and the header still means nothing', async () => {
  expect(await whoAsks('loopback', undefined, '203.0.113.7')).toBe('unknown');
});

describe('what addresses are counted under, and how many times the quota of one it has', () => {
  test.each<[string, Record<string, number>]>([
    ['203.0.113.7', { '203.0.113.7': 1 }],
    ['unknown', { unknown: 1 }],
    ['2001:db8:1:2:3:4:5:6', { '2001:db8:1:2::/64': 1, '2001:db8:1:0::/56': 4, '2001:db8:1::/48': 16 }],
    ['2001:db8:1:fedc::ffff', { '2001:db8:1:fedc::/64': 1, '2001:db8:1:fe00::/56': 4, '2001:db8:1::/48': 16 }],
    ['2001:db8::7', { '2001:db8:0:0::/64': 1, '2001:db8:0:0::/56': 4, '2001:db8:0::/48': 16 }],
    ['::1', { '0:0:0:0::/64': 1, '0:0:0:0::/56': 4, '0:0:0::/48': 16 }],
    ['fe80::', { 'fe80:0:0:0::/64': 1, 'fe80:0:0:0::/56': 4, 'fe80:0:0::/48': 16 }],
  ])('%s: %o', (address, widths) => {
    expect(Object.fromEntries(addressWidths(address).map(({ key, times }) => [key, times]))).toEqual(widths);
    expect(addressKey(address)).toBe(Object.keys(widths)[0]);
  });
});

describe('a proxy that nobody named is told of in the log', () => {
  /** The warnings of a service that trusts loopback, after these requests. */
  async function warnings(...requests: [peer: string | undefined, forwardedFor?: string][]): Promise<string[]> {
    const lines: string[] = [];
    const app = new Hono();
    const logger = pino({}, { write: (line) => void lines.push(line) });
    app.use(warnOfProxy(logger, toBlockList(parseTrustedProxy('loopback') ?? [])));
    app.get('/', (context) => context.text('there'));
    for (const [peer, header] of requests) {
      const response = await app.request('/', { headers: header ? { 'X-Forwarded-For': header } : {} }, from(peer));
      expect(await response.text()).toBe('there');
    }
    return lines;
  }

  test('once, and without any address', async () => {
    const lines = await warnings(['10.0.0.4', '203.0.113.7'], ['10.0.0.4', '203.0.113.8'], ['10.0.0.5', '203.0.113.9']);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('TRUSTED_PROXY');
    expect(lines[0]).not.toMatch(/\d+\.\d+\.\d+\.\d+/);
  });

  test('not where the proxy is trusted, nor where nothing was forwarded', async () => {
    expect(await warnings(['127.0.0.1', '203.0.113.7'], ['203.0.113.7'], [undefined, '203.0.113.7'])).toEqual([]);
  });
});
