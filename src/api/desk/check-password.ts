import type { Context } from 'hono';
import { type HashCaller, HashingOverloaded } from '../../identity/hash-turns.ts';
import { knownBrowser } from '../../identity/known-browser.ts';
import type { ApiDeps } from '../api-deps.ts';
import { addressWidths, clientAddress } from '../http/client-address.ts';
import { problem } from '../http/problem.ts';
import { readDeskCookie } from './desk-cookie.ts';

/**
 * Checks a password of an agent, throttled: the one way to do so, wherever the desk asks for one.
 * @param email from `foldEmail`
 * @param check checks it, in the turn of such a caller; null when it is wrong
 * @returns the result of the check, or the refusal of who has tried too often
 */
export async function checkPassword<Result>(
  context: Context,
  deps: ApiDeps,
  email: string,
  check: (caller: HashCaller) => Promise<Result | null>,
): Promise<{ refusal: Response } | { refusal: null; result: Result | null }> {
  const browser = await knownBrowser(deps, readDeskCookie(context, 'pomoc-browser'), email);
  const attempt = { address: addressWidths(clientAddress(context, deps.trustedProxies)), email, browser };
  const tooMany = await deps.signInThrottle.count(attempt);
  if (tooMany) {
    context.header('Retry-After', String(tooMany.retryAfterSeconds));
    return { refusal: problem(context, 'rate-limited') };
  }
  try {
    const result = await check(browser === null ? 'stranger' : 'known');
    if (result !== null) await deps.signInThrottle.forgive(attempt);
    return { refusal: null, result };
  } catch (error) {
    if (error instanceof HashingOverloaded) await deps.signInThrottle.takeBack(attempt);
    throw error;
  }
}
