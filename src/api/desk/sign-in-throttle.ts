import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** For how long wrong attempts count, in seconds. */
const WINDOW_SECONDS = 15 * 60;

/**
 * Wrong attempts before the next one must wait: of one person, of one network address, and for one e-mail address from
 * anywhere.
 */
const ATTEMPTS = { addressAndEmail: 5, address: 20, email: 50 };

/** An attempt to sign in: the client's network address, and the e-mail address from `foldEmail`. */
export interface Attempt {
  address: string;
  email: string;
}

export interface SignInThrottle {
  /**
   * Counts an attempt before its password is checked, so that concurrent attempts cannot bypass the limit.
   * @returns null when it is allowed, otherwise the seconds to wait
   */
  count: (attempt: Attempt) => Promise<{ retryAfterSeconds: number } | null>;
  /** Takes a counted attempt back: the password was right. */
  forgive: (attempt: Attempt) => Promise<void>;
}

/**
 * Counts in the memory of this process: a restart resets the counts, and each of several processes counts for itself.
 * Fifteen minutes do not need a table.
 */
export function createSignInThrottle(): SignInThrottle {
  const limiter = (points: number) => new RateLimiterMemory({ points, duration: WINDOW_SECONDS });
  const byBoth = limiter(ATTEMPTS.addressAndEmail);
  const byAddress = limiter(ATTEMPTS.address);
  const byEmail = limiter(ATTEMPTS.email);

  /** The narrowest limit first: an attempt that it stops does not use up the limits shared with others. */
  async function count(attempt: Attempt): Promise<{ retryAfterSeconds: number } | null> {
    try {
      await byBoth.consume(bothKey(attempt));
      await byAddress.consume(attempt.address);
      await byEmail.consume(emailKey(attempt));
      return null;
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return { retryAfterSeconds: Math.ceil(refusal.msBeforeNext / 1000) };
    }
  }

  async function forgive(attempt: Attempt): Promise<void> {
    await byBoth.delete(bothKey(attempt));
    await byAddress.reward(attempt.address);
    await byEmail.reward(emailKey(attempt));
  }
  return { count, forgive };
}

/** Hashed, so that all keys have one length and no typed address stays in memory. */
function emailKey({ email }: Attempt): string {
  return createHash('sha256').update(email).digest('base64url');
}

function bothKey(attempt: Attempt): string {
  return `${attempt.address} ${emailKey(attempt)}`;
}
