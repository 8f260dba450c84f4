import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { RateLimit } from './rate-limit-table.ts';

/** How far a caller is with one limit. */
export interface Count {
  limit: RateLimit;
  used: number;
  remaining: number;
  /** whole seconds until all of it is free again, never 0 while something is used */
  secondsLeft: number;
}

/** Counters of all limits, by whatever key. */
export interface RateLimits {
  /** counts one more, and says how far that is */
  spend: (limit: RateLimit, key: string) => Promise<Count>;
  /** says how far it is, without counting */
  look: (limit: RateLimit, key: string) => Promise<Count>;
  /** takes one back: it turned out not to count */
  giveBack: (limit: RateLimit, key: string) => Promise<void>;
}

/**
 * Counters in the memory of this process: each process counts for itself, and a restart forgets. Counting in the database
 * would let refused requests write to the disk, which is what a flood wants.
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
    // `penalty` is `consume` that answers instead of throwing when the quota is passed.
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
