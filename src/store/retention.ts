import type Database from 'libsql';
import type { Kept, Removed } from '../assistant/ports';
import { attempt, inTransaction } from './attempt';

const DAY_MS = 86_400_000;

/** Removes what has been kept for long enough, and the oldest of what there is too much of. */
export function createRetention(database: Database.Database): (kept: Kept, now: Date) => Promise<Removed> {
  const prune = (table: string, time: string) => {
    const old = database.prepare(`DELETE FROM ${table} WHERE ${time} < ?`);
    const beyond = database.prepare(
      `DELETE FROM ${table} WHERE rowid IN (SELECT rowid FROM ${table} ORDER BY ${time} DESC, rowid DESC LIMIT -1 OFFSET ?)`,
    );
    return (days: number, most: number, now: Date): number =>
      old.run(new Date(now.getTime() - days * DAY_MS).toISOString()).changes + beyond.run(most).changes;
  };
  const sessions = prune('sessions', 'updated_at');
  const feedback = prune('feedback', 'created_at');
  const unanswered = prune('unanswered', 'last_asked');
  const keys = prune('keys', 'created_at');
  return (kept, now) =>
    attempt(() =>
      inTransaction(database, () => ({
        sessions: sessions(kept.sessionDays, kept.most, now),
        feedback: feedback(kept.feedbackDays, kept.most, now),
        unanswered: unanswered(kept.feedbackDays, kept.most, now),
        keys: kept.keyDays === undefined ? 0 : keys(kept.keyDays, kept.most, now),
      })),
    );
}
