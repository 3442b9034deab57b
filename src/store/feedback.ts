import type Database from 'libsql';
import type { FeedbackLog, JudgedAnswer } from '../assistant/ports';
import { guarded } from './database';

export function createFeedbackLog(database: Database.Database): FeedbackLog {
  const insert = database.prepare('INSERT INTO feedback (entry) VALUES (?)');
  const newest = database.prepare('SELECT entry FROM feedback ORDER BY id DESC LIMIT ?');
  return {
    add: (judged) => {
      guarded(() => insert.run(JSON.stringify(judged)));
    },
    list: (limit) => guarded(() => (newest.all(limit) as { entry: string }[]).map(({ entry }) => JSON.parse(entry) as JudgedAnswer)),
  };
}
