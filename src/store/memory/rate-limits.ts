import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { RateLimits } from '../../assistant/ports';

/** Limits that one process counts for itself. */
export function createRateLimits(): RateLimits {
  const limiters = new Map<string, RateLimiterMemory>();
  return {
    consume: async (key, points, most, seconds) => {
      const name = `${most} ${seconds}`;
      const limiter = limiters.get(name) ?? new RateLimiterMemory({ points: most, duration: seconds });
      limiters.set(name, limiter);
      const used = await limiter.consume(key, points).catch((refused: unknown) => {
        if (refused instanceof RateLimiterRes) return refused;
        throw refused;
      });
      return { allowed: used.consumedPoints <= most, remaining: Math.max(0, used.remainingPoints), resetMs: used.msBeforeNext };
    },
  };
}
