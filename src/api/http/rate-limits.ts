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
  /** how many keys of all limits are remembered: none once their windows have passed */
  remembered: () => number;
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
    const made: Limiter = { counts, windowMs: windowSeconds * 1000, begun: new Map(), isSwept: false };
    limiters.set(name, made);
    return made;
  }

  return {
    spend: async (limit, key) => {
      const limiter = limiterOf(limit);
      const { counts, begun, windowMs } = limiter;
      // `penalty` is `consume` that returns instead of throwing when the quota is exceeded.
      const count = await counts.penalty(key);
      if (count.isFirstInDuration) {
        begun.delete(key);
        begun.set(key, Date.now() + windowMs);
        sweepLater(limiter, windowMs);
        const [first = key] = begun.keys();
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
    remembered: () => [...limiters.values()].reduce((sum, { begun }) => sum + begun.size, 0),
  };
}

interface Limiter {
  counts: RateLimiterMemory;
  windowMs: number;
  /** the keys in the order in which their windows began, and when each ends */
  begun: Map<string, number>;
  /** whether a timer waits to take out the keys whose windows have passed */
  isSwept: boolean;
}

/** Takes out the keys whose windows have passed, by one timer a limit: after a flood that nobody follows, too. */
function sweepLater(limiter: Limiter, milliseconds: number): void {
  if (limiter.isSwept) return;
  limiter.isSwept = true;
  const timer = setTimeout(() => {
    limiter.isSwept = false;
    const now = Date.now();
    for (const [key, end] of limiter.begun) {
      if (end > now) return sweepLater(limiter, end - now);
      limiter.begun.delete(key);
    }
    return undefined;
  }, milliseconds);
  timer.unref();
}

function toCount(limit: RateLimit, found: { consumedPoints: number; msBeforeNext: number } | null): Count {
  const used = found && found.msBeforeNext > 0 ? found.consumedPoints : 0;
  const secondsLeft = used > 0 && found ? Math.ceil(found.msBeforeNext / 1000) : limit.windowSeconds;
  return { limit, used, remaining: Math.max(0, limit.quota - used), secondsLeft };
}
