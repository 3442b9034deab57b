import type Database from 'libsql';
import { NEW_SESSION, type Session, type SessionStore } from '../assistant/ports';
import { attempt, inTransaction } from './attempt';

export function createSessionStore(database: Database.Database): SessionStore {
  const select = database.prepare('SELECT state FROM sessions WHERE id = ?');
  const upsert = database.prepare(
    `INSERT INTO sessions (id, state) VALUES (?, ?)
     ON CONFLICT (id) DO UPDATE SET state = excluded.state, updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')`,
  );
  const removeOne = database.prepare('DELETE FROM sessions WHERE id = ?');
  const read = (id: string): Session => {
    const found = select.get(id) as { state: string } | undefined;
    return found ? { ...NEW_SESSION, ...(JSON.parse(found.state) as Partial<Session>) } : NEW_SESSION;
  };
  return {
    get: (id) => attempt(() => read(id)),
    update: (id, change) =>
      attempt(() =>
        inTransaction(database, () => {
          const session = change(read(id));
          upsert.run(id, JSON.stringify(session));
          return session;
        }),
      ),
    remove: (id) => attempt(() => removeOne.run(id).changes > 0),
  };
}
