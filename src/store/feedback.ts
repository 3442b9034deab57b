import type Database from 'libsql';
import type { FeedbackLog, JudgedAnswer, UnansweredQuestion } from '../assistant/ports';
import { guarded } from './database';

export function createFeedbackLog(database: Database.Database): FeedbackLog {
  const insert = database.prepare('INSERT INTO feedback (entry) VALUES (?)');
  const newest = database.prepare('SELECT entry FROM feedback ORDER BY id DESC LIMIT ?');
  const upsertUnanswered = database.prepare(
    `INSERT INTO unanswered (question, times, last_asked) VALUES (?, 1, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
     ON CONFLICT (question) DO UPDATE SET times = times + 1, last_asked = excluded.last_asked`,
  );
  const newestUnanswered = database.prepare(
    'SELECT question, times, last_asked AS lastAsked FROM unanswered ORDER BY last_asked DESC LIMIT ?',
  );
  return {
    addUnanswered: (question) => {
      guarded(() => upsertUnanswered.run(question));
    },
    unanswered: (limit) => guarded(() => newestUnanswered.all(limit) as UnansweredQuestion[]),
    add: (judged) => {
      guarded(() => insert.run(JSON.stringify(judged)));
    },
    list: (limit) => guarded(() => (newest.all(limit) as { entry: string }[]).map(({ entry }) => JSON.parse(entry) as JudgedAnswer)),
  };
}
