import type { RequestHandler } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { sendProblem } from '../problem';

/** At most `perMinute` requests from one address in a minute; says how many are left in the RateLimit headers. */
export function rateLimit(perMinute: number): RequestHandler {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  return async (request, response, next) => {
    const report = (result: RateLimiterRes): void => {
      response.set({
        'RateLimit-Limit': String(perMinute),
        'RateLimit-Remaining': String(result.remainingPoints),
        'RateLimit-Reset': String(Math.ceil(result.msBeforeNext / 1000)),
      });
    };
    try {
      report(await limiter.consume(request.ip ?? 'unknown'));
    } catch (rejected) {
      if (!(rejected instanceof RateLimiterRes)) throw rejected;
      report(rejected);
      response.set('Retry-After', String(Math.ceil(rejected.msBeforeNext / 1000)));
      sendProblem(response, 429, 'too-many-requests', `At most ${perMinute} requests a minute are answered. Wait a little and try again.`);
      return;
    }
    next();
  };
}
