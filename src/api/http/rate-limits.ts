import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { RateLimit } from './rate-limit-table.ts';

/** The use that a caller has made of one limit. */
export interface Count {
  limit: RateLimit;
  used: number;
  remaining: number;
  /** whole seconds until the window ends, never 0 while something is used */
  secondsLeft: number;
}

/** Counters of all limits by key. */
export interface RateLimits {
  /** counts one more and returns the use */
  spend: (limit: RateLimit, key: string) => Promise<Count>;
  /** returns the use without counting */
  look: (limit: RateLimit, key: string) => Promise<Count>;
  /** takes one back that turned out not to count */
  giveBack: (limit: RateLimit, key: string) => Promise<void>;
}

/**
 * Counters in the memory of this process: each process counts for itself, and a restart resets them. With counters in
 * the database, refused requests would write to the disk, which helps a flood.
 */
export function createRateLimits(): RateLimits {
  const limiters = new Map<string, RateLimiterMemory>();

  function limiterOf({ name, quota, windowSeconds }: RateLimit): RateLimiterMemory {
    const known = limiters.get(name);
    if (known) return known;
    const made = new RateLimiterMemory({ keyPrefix: name, points: quota, duration: windowSeconds });
    limiters.set(name, made);
    return made;
  }

  return {
    // `penalty` is `consume` that returns instead of throwing when the quota is exceeded.
    spend: async (limit, key) => toCount(limit, await limiterOf(limit).penalty(key)),
    look: async (limit, key) => toCount(limit, await limiterOf(limit).get(key)),
    giveBack: async (limit, key) => {
      await limiterOf(limit).reward(key);
    },
  };
}

function toCount(limit: RateLimit, found: { consumedPoints: number; msBeforeNext: number } | null): Count {
  const used = found && found.msBeforeNext > 0 ? found.consumedPoints : 0;
  const secondsLeft = used > 0 && found ? Math.ceil(found.msBeforeNext / 1000) : limit.windowSeconds;
  return { limit, used, remaining: Math.max(0, limit.quota - used), secondsLeft };
}
