/**
 * What a flood of distinct callers costs in memory: tries to sign in from 100,000 addresses under 100,000 e-mail
 * addresses, and their requests counted by endpoint; and what of it is left when all windows have passed.
 * `npm run bench:callers`; fails above 60 MB, or where it does not come back.
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
/** What may be left: garbage of the runtime that 100,000 callers are not. */
const MOST_LEFT_MB = 2;
/** The longest window is a quarter of an hour. Milliseconds. */
const ALL_WINDOWS = 16 * 60_000;

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

/** Takes the place of clock and timers until it is given back; `move` lets a time pass at once, with all timers of that time. */
function movedClock(): { move: (milliseconds: number) => void; giveBack: () => void } {
  const { setTimeout, clearTimeout } = globalThis;
  const { now } = Date;
  const waiting = new Map<object, () => void>();
  let passed = 0;
  const later = (work: () => void) => {
    const timer = { unref: () => timer };
    waiting.set(timer, work);
    return timer;
  };
  Object.assign(globalThis, { setTimeout: later, clearTimeout: (timer: object) => waiting.delete(timer) });
  Date.now = () => now() + passed;
  return {
    move: (milliseconds) => {
      passed += milliseconds;
      for (const [timer, work] of waiting) {
        waiting.delete(timer);
        work();
      }
    },
    giveBack: () => {
      Object.assign(globalThis, { setTimeout, clearTimeout });
      Date.now = now;
    },
  };
}

/** @returns by how much the heap has grown, and by how much it still has once all windows have passed. */
async function flood(kind: 'ipv4' | 'ipv6'): Promise<{ grown: number; left: number }> {
  const clock = movedClock();
  const throttle = createSignInThrottle(async () => {});
  const limits = createRateLimits();
  const before = heapMb();
  for (let caller = 0; caller < CALLERS; caller++) {
    const address = addressWidths(addressOf(caller, kind));
    await spendByAddress(limits, routeLimit('POST', '/api/desk/session'), address);
    await throttle.count({ address, email: `agent${caller}@example.com`, browser: null });
  }
  const grown = heapMb() - before;
  clock.move(ALL_WINDOWS);
  const left = heapMb() - before;
  // Keeps both alive until they were measured.
  await throttle.takeBack({ address: addressWidths('192.0.2.1'), email: '', browser: null });
  await limits.look(routeLimit('POST', '/api/desk/session'), '192.0.2.1');
  clock.giveBack();
  return { grown, left };
}

function say(what: string, megabytes: number, most: number): void {
  const verdict = megabytes < most ? 'good' : 'TOO MUCH';
  process.stdout.write(`${CALLERS} callers of ${what}: ${megabytes.toFixed(1)} MB (${most} allowed): ${verdict}\n`);
  if (megabytes >= most) process.exitCode = 1;
}

for (const kind of ['ipv4', 'ipv6'] as const) {
  const { grown, left } = await flood(kind);
  say(kind, grown, MOST_MB);
  say(`${kind}, when all windows have passed`, left, MOST_LEFT_MB);
}
