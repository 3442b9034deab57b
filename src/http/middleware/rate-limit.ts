import type { RequestHandler, Response } from 'express';
import type { RateLimits } from '../../assistant/ports';
import { sendProblem } from '../problem';

const WINDOW_SECONDS = 60;

/** What counts the requests of a kind against the limit of their address. */
export interface RateLimit {
  /** Counts one request before anything of it is read. */
  readonly limit: RequestHandler;
  /** Counts what a request costs beyond that; false when it was refused, and answered so. */
  charge(address: string | undefined, points: number, response: Response): Promise<boolean>;
}

/** At most `perMinute` requests of a kind from one address in a minute; says how many are left in the RateLimit headers. */
export function rateLimit(limits: RateLimits, kind: string, perMinute: number): RateLimit {
  const charge: RateLimit['charge'] = async (address, points, response) => {
    const { allowed, remaining, resetMs } = await limits.consume(`${kind} ${address ?? 'unknown'}`, points, perMinute, WINDOW_SECONDS);
    // A clock that was set back would make the wait longer than the window.
    const seconds = Math.min(WINDOW_SECONDS, Math.max(1, Math.ceil(resetMs / 1000)));
    response.set({
      'RateLimit-Limit': String(perMinute),
      'RateLimit-Remaining': String(remaining),
      'RateLimit-Reset': String(seconds),
    });
    if (allowed) return true;
    response.set('Retry-After', String(seconds));
    sendProblem(response, 429, 'too-many-requests', `At most ${perMinute} requests a minute are answered. Wait a little and try again.`);
    return false;
  };
  return {
    charge,
    limit: async (request, response, next) => {
      if (await charge(request.ip, 1, response)) next();
    },
  };
}
