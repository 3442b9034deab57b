import type Database from 'libsql';
import type { Session, SessionStore } from '../assistant/ports';
import { guarded } from './database';

const NEW_SESSION: Session = { visits: 0 };

export function createSessionStore(database: Database.Database): SessionStore {
  const select = database.prepare('SELECT state FROM sessions WHERE id = ?');
  const upsert = database.prepare(
    `INSERT INTO sessions (id, state) VALUES (?, ?)
     ON CONFLICT (id) DO UPDATE SET state = excluded.state, updated_at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')`,
  );
  return {
    get: (id) =>
      guarded(() => {
        const found = select.get(id) as { state: string } | undefined;
        return found ? (JSON.parse(found.state) as Session) : NEW_SESSION;
      }),
    put: (id, session) => {
      guarded(() => upsert.run(id, JSON.stringify(session)));
    },
  };
}
