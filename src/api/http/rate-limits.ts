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
  /** forgets what a key has used */
  forget: (limit: RateLimit, key: string) => Promise<void>;
}

/**
 * Counters in the memory of this process: each process counts for itself, and a restart resets them. With counters in
 * the database, refused requests would write to the disk, which helps a flood.
 * @param mostKeys of one limit, half a kilobyte each: beyond it, who began first is forgotten, whose window ends first
 */
export function createRateLimits(mostKeys = 10_000): RateLimits {
  const limiters = new Map<string, Limiter>();

  function limiterOf({ name, quota, windowSeconds }: RateLimit): Limiter {
    const known = limiters.get(name);
    if (known) return known;
    const counts = new RateLimiterMemory({ keyPrefix: name, points: quota, duration: windowSeconds });
    const made = { counts, begun: new Set<string>() };
    limiters.set(name, made);
    return made;
  }

  return {
    spend: async (limit, key) => {
      const { counts, begun } = limiterOf(limit);
      // `penalty` is `consume` that returns instead of throwing when the quota is exceeded.
      const count = await counts.penalty(key);
      if (count.isFirstInDuration) {
        begun.delete(key);
        begun.add(key);
        const [first = key] = begun;
        if (begun.size > mostKeys) {
          begun.delete(first);
          await counts.delete(first);
        }
      }
      return toCount(limit, count);
    },
    look: async (limit, key) => toCount(limit, await limiterOf(limit).counts.get(key)),
    giveBack: async (limit, key) => {
      await limiterOf(limit).counts.reward(key);
    },
    forget: async (limit, key) => {
      await limiterOf(limit).counts.delete(key);
    },
  };
}

interface Limiter {
  counts: RateLimiterMemory;
  /** the keys, in the order in which their windows began */
  begun: Set<string>;
}

function toCount(limit: RateLimit, found: { consumedPoints: number; msBeforeNext: number } | null): Count {
  const used = found && found.msBeforeNext > 0 ? found.consumedPoints : 0;
  const secondsLeft = used > 0 && found ? Math.ceil(found.msBeforeNext / 1000) : limit.windowSeconds;
  return { limit, used, remaining: Math.max(0, limit.quota - used), secondsLeft };
}
