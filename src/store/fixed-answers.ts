import { randomUUID } from 'node:crypto';
import type Database from 'libsql';
import type { FixedAnswer, FixedAnswerStore } from '../assistant/ports';
import { attempt } from './attempt';

export function createFixedAnswerStore(database: Database.Database): FixedAnswerStore {
  const all = database.prepare('SELECT id, question, answer FROM fixed_answers ORDER BY question');
  const insert = database.prepare('INSERT INTO fixed_answers (id, question, answer) VALUES (?, ?, ?)');
  const update = database.prepare('UPDATE fixed_answers SET question = ?, answer = ? WHERE id = ?');
  const remove = database.prepare('DELETE FROM fixed_answers WHERE id = ?');
  return {
    list: () => attempt(() => all.all() as FixedAnswer[]),
    put: ({ id: known, question, answer }) =>
      attempt(() => {
        if (known !== undefined) return update.run(question, answer, known).changes > 0 ? { id: known, question, answer } : undefined;
        const id = randomUUID();
        insert.run(id, question, answer);
        return { id, question, answer };
      }),
    remove: (id) => attempt(() => remove.run(id).changes > 0),
  };
}
