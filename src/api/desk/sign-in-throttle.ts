import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** For how long wrong attempts count, in seconds. */
const WINDOW_SECONDS = 15 * 60;

/** Wrong attempts before the next one waits: one person's slips, one machine's, and one address tried from everywhere. */
const ATTEMPTS = { addressAndEmail: 5, address: 20, email: 50 };

/** Who tries to sign in: the client's network address, and the e-mail address as `foldEmail` gives it. */
export interface Attempt {
  address: string;
  email: string;
}

export interface SignInThrottle {
  /**
   * Counts an attempt before its password is looked at, so that many at once are no way round.
   * @returns null when it may go on, otherwise in how many seconds to come again
   */
  count: (attempt: Attempt) => Promise<{ retryAfterSeconds: number } | null>;
  /** Takes a counted attempt back: the password was right. */
  forgive: (attempt: Attempt) => Promise<void>;
}

/**
 * Counts in the memory of this process: a restart forgives, and each of several processes counts for itself. Fifteen
 * minutes do not need a table.
 */
export function createSignInThrottle(): SignInThrottle {
  const limiter = (points: number) => new RateLimiterMemory({ points, duration: WINDOW_SECONDS });
  const byBoth = limiter(ATTEMPTS.addressAndEmail);
  const byAddress = limiter(ATTEMPTS.address);
  const byEmail = limiter(ATTEMPTS.email);

  /** The narrowest first: an attempt that it stops uses nothing up of what others share. */
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

/** Hashed, so that no key is longer than another and no typed address lies about in memory. */
function emailKey({ email }: Attempt): string {
  return createHash('sha256').update(email).digest('base64url');
}

function bothKey(attempt: Attempt): string {
  return `${attempt.address} ${emailKey(attempt)}`;
}
