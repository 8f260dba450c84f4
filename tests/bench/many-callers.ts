/**
 * What a flood of distinct callers costs in memory: tries to sign in from 100,000 addresses under 100,000 e-mail
 * addresses, and their requests counted by endpoint. `npm run bench:callers`; fails above 60 MB.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createSignInThrottle } from '../../src/api/desk/sign-in-throttle.ts';
import { spendByAddress } from '../../src/api/http/address-limit.ts';
import { addressWidths } from '../../src/api/http/client-address.ts';
import { routeLimit } from '../../src/api/http/rate-limit-table.ts';
import { createRateLimits } from '../../src/api/http/rate-limits.ts';

const CALLERS = 100_000;
const MOST_MB = 60;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function heapMb(): number {
  collect();
  collect();
  return process.memoryUsage().heapUsed / 1e6;
}

/** The address of a caller: of IPv4, or of a /48 of their own. */
function addressOf(caller: number, kind: 'ipv4' | 'ipv6'): string {
  if (kind === 'ipv4') return `10.${caller >> 16}.${(caller >> 8) & 255}.${caller & 255}`;
  return `2001:${(caller >> 16).toString(16)}:${(caller & 0xffff).toString(16)}::1`;
}

async function flood(kind: 'ipv4' | 'ipv6'): Promise<number> {
  const throttle = createSignInThrottle(async () => {});
  const limits = createRateLimits();
  const before = heapMb();
  for (let caller = 0; caller < CALLERS; caller++) {
    const address = addressWidths(addressOf(caller, kind));
    await spendByAddress(limits, routeLimit('POST', '/api/desk/session'), address);
    await throttle.count({ address, email: `agent${caller}@example.com`, browser: null });
  }
  const grown = heapMb() - before;
  // Keeps both alive until they were measured.
  await throttle.takeBack({ address: addressWidths('192.0.2.1'), email: '', browser: null });
  await limits.look(routeLimit('POST', '/api/desk/session'), '192.0.2.1');
  return grown;
}

for (const kind of ['ipv4', 'ipv6'] as const) {
  const grown = await flood(kind);
  const verdict = grown < MOST_MB ? 'good' : 'TOO MUCH';
  process.stdout.write(`${CALLERS} callers of ${kind}: ${grown.toFixed(1)} MB (${MOST_MB} allowed): ${verdict}\n`);
  if (grown >= MOST_MB) process.exitCode = 1;
}
