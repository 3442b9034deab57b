import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { AssistantError } from '../assistant/errors';
import type { FeedbackLog, JudgedAnswer, Session, SessionStore } from '../assistant/ports';

/** Applied in order, each once; the database's user_version counts them. Never change one that was released. */
const MIGRATIONS = [
  `CREATE TABLE sessions (
     id TEXT PRIMARY KEY,
     state TEXT NOT NULL,
     updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
   ) STRICT`,
  `CREATE TABLE feedback (
     id INTEGER PRIMARY KEY,
     entry TEXT NOT NULL,
     created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
   ) STRICT`,
];

const NEW_SESSION: Session = { visits: 0 };

export interface SqliteStore {
  readonly sessions: SessionStore;
  readonly feedback: FeedbackLog;
  readonly file: string;
  close(): void;
}

/**
 * Opens the database file in the folder, creating and migrating it as needed. Every write is on disk before it is
 * acknowledged. Throws AssistantError `store-failed` when the folder cannot be written.
 */
export function openSqliteStore(folder: string): SqliteStore {
  const file = join(folder, 'front-desk.db');
  let database: Database.Database;
  try {
    mkdirSync(folder, { recursive: true });
    database = new Database(file);
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 2000');
    migrate(database);
  } catch (error) {
    throw new AssistantError(
      'store-failed',
      `The database ${file} cannot be opened (${messageOf(error)}). Set DATA_DIR to a folder this user may write to.`,
      { cause: error },
    );
  }
  return { sessions: createSessions(database), feedback: createFeedback(database), file, close: () => database.close() };
}

function migrate(database: Database.Database): void {
  const { user_version: done } = database.prepare('PRAGMA user_version').get() as { user_version: number };
  MIGRATIONS.slice(done).forEach((migration, index) => {
    database.exec(`BEGIN; ${migration}; PRAGMA user_version = ${done + index + 1}; COMMIT`);
  });
}

function createSessions(database: Database.Database): SessionStore {
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

function createFeedback(database: Database.Database): FeedbackLog {
  const insert = database.prepare('INSERT INTO feedback (entry) VALUES (?)');
  const newest = database.prepare('SELECT entry FROM feedback ORDER BY id DESC LIMIT ?');
  return {
    add: (judged) => {
      guarded(() => insert.run(JSON.stringify(judged)));
    },
    list: (limit) => guarded(() => (newest.all(limit) as { entry: string }[]).map(({ entry }) => JSON.parse(entry) as JudgedAnswer)),
  };
}

function guarded<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw new AssistantError(
      'store-failed',
      'What was said could not be stored. Try again; if it goes on, look at the disk of the server.',
      { cause: error },
    );
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
