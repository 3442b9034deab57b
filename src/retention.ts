import type { Logger } from 'pino';
import type { Settings } from './config';
import type { Store } from './store';

const EVERY_MS = 10 * 60_000;

/** Removes what was kept for long enough from all desks, now and every ten minutes, until the returned function is called. */
export function startRetention(stores: readonly Store[], settings: Settings, logger: Logger): () => void {
  const kept = {
    sessionDays: settings.SESSION_DAYS,
    feedbackDays: settings.FEEDBACK_DAYS,
    keyDays: settings.KEY_DAYS,
    most: settings.MOST_KEPT,
  };
  const retain = async (): Promise<void> => {
    for (const store of stores) {
      try {
        const removed = await store.retain(kept, new Date());
        if (Object.values(removed).some(Boolean)) logger.info({ removed }, 'what was kept for long enough was removed');
      } catch (error) {
        logger.error({ err: error }, 'what was kept for long enough could not be removed');
      }
    }
  };
  void retain();
  const timer = setInterval(() => void retain(), EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
