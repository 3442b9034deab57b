import { createHash } from 'node:crypto';
import type Database from 'libsql';
import type { FeedbackLog, JudgedAnswer, UnansweredQuestion } from '../assistant/ports';
import { attempt } from './attempt';

export function createFeedbackLog(database: Database.Database): FeedbackLog {
  const insert = database.prepare(
    'INSERT INTO feedback (judged, entry) VALUES (?, ?) ON CONFLICT (judged) DO UPDATE SET entry = excluded.entry',
  );
  const newest = database.prepare('SELECT entry FROM feedback ORDER BY id DESC LIMIT ? OFFSET ?');
  const count = database.prepare('SELECT count(*) AS total FROM feedback');
  const upsertUnanswered = database.prepare(
    `INSERT INTO unanswered (question, times, last_asked) VALUES (?, 1, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
     ON CONFLICT (question) DO UPDATE SET times = times + 1, last_asked = excluded.last_asked`,
  );
  const newestUnanswered = database.prepare(
    'SELECT question, times, last_asked AS lastAsked FROM unanswered ORDER BY last_asked DESC LIMIT ? OFFSET ?',
  );
  const countUnanswered = database.prepare('SELECT count(*) AS total FROM unanswered');
  const deleteUnanswered = database.prepare('DELETE FROM unanswered WHERE question = ?');
  return {
    add: (judged) =>
      attempt(() => {
        insert.run(judgedOnce(judged), JSON.stringify(judged));
      }),
    list: (limit, offset) =>
      attempt(() => ({
        items: (newest.all(limit, offset) as { entry: string }[]).map(({ entry }) => JSON.parse(entry) as JudgedAnswer),
        ...(count.get() as { total: number }),
      })),
    addUnanswered: (question) =>
      attempt(() => {
        upsertUnanswered.run(question);
      }),
    unanswered: (limit, offset) =>
      attempt(() => ({
        items: newestUnanswered.all(limit, offset) as UnansweredQuestion[],
        ...(countUnanswered.get() as { total: number }),
      })),
    removeUnanswered: (question) =>
      attempt(() => {
        deleteUnanswered.run(question);
      }),
  };
}

/** Names an answer as one visitor got it, so that it is judged once. */
export function judgedOnce({ sessionId, answer }: JudgedAnswer): string {
  const { question, answer: sentence, evidence } = answer;
  return createHash('sha256')
    .update(JSON.stringify([sessionId, question, sentence, evidence.source, evidence.start]))
    .digest('hex');
}
