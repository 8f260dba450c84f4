import { createHash } from 'node:crypto';
import { ofWidth, spendByAddress, usedUp } from '../http/address-limit.ts';
import type { AddressWidth } from '../http/client-address.ts';
import { PASSWORDS } from '../http/rate-limit-table.ts';
import { type Count, createRateLimits } from '../http/rate-limits.ts';

/** Each further try for an e-mail address waits so much longer than the one before, up to the longest wait. Seconds. */
const WAIT_STEP = 1;
const LONGEST_WAIT = 5;

/** The most tries that wait, for one e-mail address and for all: a waiting request holds a connection. */
const WAITING = { email: 5, all: 100 };

/**
 * Wider networks of IPv6 have twice the tries of a /64, not four and sixteen times: three hundred wrong passwords are
 * nobody's slip.
 */
const times = (width: AddressWidth) => Math.min(width.times, 2);

/** An attempt to sign in. */
export interface Attempt {
  /** the client's network address, from `addressWidths` */
  address: readonly [AddressWidth, ...AddressWidth[]];
  /** from `foldEmail` */
  email: string;
  /** from `knownBrowser`: null unless somebody has signed in under this e-mail address in this browser */
  browser: string | null;
}

export interface SignInThrottle {
  /**
   * Counts an attempt before its password is checked, so that concurrent attempts cannot bypass the limit. Where
   * strangers have tried an e-mail address often, it resolves after a wait.
   * @returns null when it is allowed, otherwise the seconds to wait
   */
  count: (attempt: Attempt) => Promise<{ retryAfterSeconds: number } | null>;
  /** Takes a counted attempt back, with the slips before it: the password was right. */
  forgive: (attempt: Attempt) => Promise<void>;
  /** Takes a counted attempt back: its password was not checked. */
  takeBack: (attempt: Attempt) => Promise<void>;
}

/**
 * Counts in the memory of this process: a restart resets the counts, and each of several processes counts for itself.
 * Fifteen minutes do not need a table.
 * @param pause waits so many milliseconds
 */
export function createSignInThrottle(pause = wait): SignInThrottle {
  const limits = createRateLimits();
  const waiting = new Map<string, number>();
  let allWaiting = 0;

  /** The narrowest limit first: an attempt that it stops does not use up the limits shared with others. */
  async function count(attempt: Attempt): Promise<{ retryAfterSeconds: number } | null> {
    if (attempt.browser !== null) {
      const ofBrowser = await limits.spend(PASSWORDS.browser, browserKey(attempt, attempt.browser));
      return ofBrowser.used > PASSWORDS.browser.quota ? refusal([ofBrowser]) : null;
    }
    const ofBoth = await limits.spend(PASSWORDS.addressAndEmail, bothKey(attempt));
    if (ofBoth.used > PASSWORDS.addressAndEmail.quota) return refusal([ofBoth]);
    const { isOver, counts } = await spendByAddress(limits, PASSWORDS.address, attempt.address, times);
    if (isOver) return refusal(counts);
    const { used } = await limits.spend(PASSWORDS.email, emailKey(attempt));
    return slowDown(emailKey(attempt), used - PASSWORDS.email.quota);
  }

  async function slowDown(email: string, tooMany: number): Promise<{ retryAfterSeconds: number } | null> {
    if (tooMany <= 0) return null;
    const others = waiting.get(email) ?? 0;
    if (others >= WAITING.email || allWaiting >= WAITING.all) return { retryAfterSeconds: LONGEST_WAIT };
    waiting.set(email, others + 1);
    allWaiting++;
    await pause(Math.min(tooMany * WAIT_STEP, LONGEST_WAIT) * 1000);
    allWaiting--;
    const left = (waiting.get(email) ?? 1) - 1;
    if (left === 0) waiting.delete(email);
    else waiting.set(email, left);
    return null;
  }

  async function takeBack(attempt: Attempt): Promise<void> {
    if (attempt.browser !== null) {
      return limits.giveBack(PASSWORDS.browser, browserKey(attempt, attempt.browser));
    }
    await limits.giveBack(PASSWORDS.addressAndEmail, bothKey(attempt));
    for (const width of attempt.address) await limits.giveBack(ofWidth(PASSWORDS.address, width, times), width.key);
    await limits.giveBack(PASSWORDS.email, emailKey(attempt));
  }

  async function forgive(attempt: Attempt): Promise<void> {
    await takeBack(attempt);
    if (attempt.browser === null) await limits.forget(PASSWORDS.addressAndEmail, bothKey(attempt));
    else await limits.forget(PASSWORDS.browser, browserKey(attempt, attempt.browser));
  }
  return { count, forgive, takeBack };
}

function refusal(counts: readonly Count[]): { retryAfterSeconds: number } {
  return { retryAfterSeconds: Math.max(...usedUp(counts).map(({ secondsLeft }) => secondsLeft)) };
}

/** Hashed, so that all keys have one length and no typed address stays in memory. */
function emailKey({ email }: Attempt): string {
  return createHash('sha256').update(email).digest('base64url');
}

function bothKey(attempt: Attempt): string {
  return `${attempt.address[0].key} ${emailKey(attempt)}`;
}

function browserKey(attempt: Attempt, browser: string): string {
  return `${browser} ${emailKey(attempt)}`;
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
