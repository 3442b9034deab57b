import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { AssistantError } from '../assistant/errors';

export const DATABASE_FILE = 'front-desk.db';

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
  `CREATE TABLE topics (id TEXT PRIMARY KEY, title TEXT NOT NULL, synonyms TEXT NOT NULL) STRICT;
   CREATE TABLE documents (
     id TEXT PRIMARY KEY,
     topic TEXT NOT NULL REFERENCES topics (id),
     title TEXT NOT NULL,
     origin TEXT NOT NULL,
     text TEXT NOT NULL,
     added_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
     UNIQUE (topic, title)
   ) STRICT;
   CREATE TABLE passages (
     id INTEGER PRIMARY KEY,
     document TEXT NOT NULL REFERENCES documents (id),
     heading TEXT NOT NULL,
     start INTEGER NOT NULL,
     text TEXT NOT NULL
   ) STRICT;
   CREATE INDEX passages_by_document ON passages (document);
   CREATE VIRTUAL TABLE passages_text USING fts5 (heading, text, content = 'passages', content_rowid = 'id', tokenize = 'porter unicode61');
   CREATE TRIGGER passages_added AFTER INSERT ON passages BEGIN
     INSERT INTO passages_text (rowid, heading, text) VALUES (new.id, new.heading, new.text);
   END;
   CREATE TRIGGER passages_removed AFTER DELETE ON passages BEGIN
     INSERT INTO passages_text (passages_text, rowid, heading, text) VALUES ('delete', old.id, old.heading, old.text);
   END`,
  `CREATE TABLE keys (hash TEXT PRIMARY KEY, role TEXT NOT NULL, created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))) STRICT`,
  `CREATE TABLE unanswered (
     question TEXT PRIMARY KEY,
     times INTEGER NOT NULL,
     last_asked TEXT NOT NULL
   ) STRICT`,
  `ALTER TABLE topics ADD COLUMN examples TEXT NOT NULL DEFAULT '[]'`,
  `ALTER TABLE passages ADD COLUMN subject TEXT NOT NULL DEFAULT '';
   UPDATE passages SET subject = (SELECT t.title || ', ' || t.synonyms FROM topics t JOIN documents d ON d.topic = t.id WHERE d.id = document);
   DROP TRIGGER passages_added;
   DROP TRIGGER passages_removed;
   DROP TABLE passages_text;
   CREATE VIRTUAL TABLE passages_text USING fts5 (subject, heading, text, content = 'passages', content_rowid = 'id', tokenize = 'porter unicode61');
   INSERT INTO passages_text (passages_text) VALUES ('rebuild');
   CREATE TRIGGER passages_added AFTER INSERT ON passages BEGIN
     INSERT INTO passages_text (rowid, subject, heading, text) VALUES (new.id, new.subject, new.heading, new.text);
   END;
   CREATE TRIGGER passages_removed AFTER DELETE ON passages BEGIN
     INSERT INTO passages_text (passages_text, rowid, subject, heading, text) VALUES ('delete', old.id, old.subject, old.heading, old.text);
   END;
   CREATE TRIGGER passages_changed AFTER UPDATE ON passages BEGIN
     INSERT INTO passages_text (passages_text, rowid, subject, heading, text) VALUES ('delete', old.id, old.subject, old.heading, old.text);
     INSERT INTO passages_text (rowid, subject, heading, text) VALUES (new.id, new.subject, new.heading, new.text);
   END`,
  `CREATE TABLE desk (id INTEGER PRIMARY KEY CHECK (id = 1), settings TEXT NOT NULL) STRICT;
   CREATE TABLE fixed_answers (id TEXT PRIMARY KEY, question TEXT NOT NULL, answer TEXT NOT NULL) STRICT;
   CREATE INDEX sessions_by_use ON sessions (updated_at)`,
];

/**
 * Opens the database file in the folder, creating and migrating it as needed. Every write is on disk before it is
 * acknowledged. Throws AssistantError `store-failed` when the folder cannot be written.
 */
export function openDatabase(folder: string): { database: Database.Database; file: string } {
  const file = join(folder, DATABASE_FILE);
  try {
    mkdirSync(folder, { recursive: true });
    const database = new Database(file);
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 2000; PRAGMA foreign_keys = ON');
    migrate(database);
    return { database, file };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AssistantError(
      'store-failed',
      `The database ${file} cannot be opened (${reason}). Set DATA_DIR to a folder this user may write to.`,
      {
        cause: error,
      },
    );
  }
}

function migrate(database: Database.Database): void {
  const { user_version: done } = database.prepare('PRAGMA user_version').get() as { user_version: number };
  MIGRATIONS.slice(done).forEach((migration, index) => {
    database.exec(`BEGIN; ${migration}; PRAGMA user_version = ${done + index + 1}; COMMIT`);
  });
}

/** {@link guarded} as a promise, for ports that other stores answer later. */
export function attempt<T>(action: () => T): Promise<T> {
  return new Promise((resolve) => resolve(guarded(action)));
}

/** Runs a statement; a failing disk becomes AssistantError `store-failed`. */
export function guarded<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw new AssistantError(
      'store-failed',
      'What was said could not be stored. Try again; if it goes on, look at the disk of the server.',
      {
        cause: error,
      },
    );
  }
}
