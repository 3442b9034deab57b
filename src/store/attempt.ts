import { setTimeout as pause } from 'node:timers/promises';
import type Database from 'libsql';
import { AssistantError } from '../assistant/errors';

/** Milliseconds that a change waits for the lock of another process, in all. */
const PATIENCE_MS = 1_000;
const LONGEST_PAUSE_MS = 50;

/**
 * Runs statements that stand alone or in one transaction, waiting for the lock as {@link retryWhileLocked} does.
 * Throws AssistantError `store-failed` when the lock stays taken or the disk fails.
 */
export async function attempt<T>(action: () => T): Promise<T> {
  try {
    return await retryWhileLocked(PATIENCE_MS, action);
  } catch (error) {
    if (error instanceof AssistantError) throw error;
    throw new AssistantError(
      'store-failed',
      'What was said could not be stored. Try again; if it goes on, look at the disk of the server.',
      { cause: error },
    );
  }
}

/** Tries again after a pause while another process holds the lock, so that the event loop never waits for it. */
export async function retryWhileLocked<T>(patienceMs: number, action: () => T): Promise<T> {
  const giveUpAt = performance.now() + patienceMs;
  for (let pauseMs = 1; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    try {
      return action();
    } catch (error) {
      if (!isLocked(error) || performance.now() > giveUpAt) throw error;
      // Those who wait for the same lock must not knock in step.
      await pause(pauseMs * (0.5 + Math.random()));
    }
  }
}

/** Makes the action one transaction that holds the write lock from its start, since one that is upgraded can lose. */
export function inTransaction<T>(database: Database.Database, action: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = action();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // A full disk has rolled back already.
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

function isLocked(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^SQLITE_(?:BUSY|LOCKED)/u.test(code);
}
