import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { AssistantError } from '../assistant/errors';
import { inTransaction, retryWhileLocked } from './attempt';
import { markInUse } from './in-use';

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
  `CREATE TABLE pulse (id INTEGER PRIMARY KEY CHECK (id = 1), at TEXT NOT NULL) STRICT;
   ALTER TABLE feedback ADD COLUMN judged TEXT;
   CREATE UNIQUE INDEX feedback_once ON feedback (judged);
   CREATE INDEX feedback_by_time ON feedback (created_at);
   CREATE INDEX unanswered_by_time ON unanswered (last_asked)`,
  `DROP TABLE passages_text;
   DROP TABLE passages;
   CREATE TABLE named_documents (
     id TEXT PRIMARY KEY,
     topic TEXT NOT NULL REFERENCES topics (id),
     name TEXT NOT NULL,
     title TEXT NOT NULL,
     origin TEXT NOT NULL,
     text TEXT NOT NULL,
     original BLOB,
     converter INTEGER,
     added_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
     UNIQUE (topic, name)
   ) STRICT;
   INSERT INTO named_documents (id, topic, name, title, origin, text, added_at) SELECT id, topic, title, title, origin, text, added_at FROM documents;
   DROP TABLE documents;
   ALTER TABLE named_documents RENAME TO documents;
   CREATE TABLE passages (
     id INTEGER PRIMARY KEY AUTOINCREMENT,
     document TEXT NOT NULL REFERENCES documents (id),
     path TEXT NOT NULL,
     start INTEGER NOT NULL,
     text TEXT NOT NULL,
     vector BLOB,
     vector_model TEXT
   ) STRICT;
   CREATE INDEX passages_by_document ON passages (document);
   ALTER TABLE topics ADD COLUMN position INTEGER NOT NULL DEFAULT 1000;
   CREATE TABLE library (id INTEGER PRIMARY KEY CHECK (id = 1), version INTEGER NOT NULL, cutter INTEGER NOT NULL) STRICT;
   INSERT INTO library VALUES (1, 1, 0)`,
];

export interface OpenDatabase {
  readonly database: Database.Database;
  readonly file: string;
  readonly close: () => void;
}

/** Milliseconds that opening waits for another process that creates or migrates the same file. */
const OPENING_PATIENCE_MS = 20_000;

/**
 * Opens the database file in the folder, creating and migrating it as needed, also while another process does the same.
 * Every write is on disk before it is acknowledged. Throws AssistantError `store-failed` with what to do.
 */
export async function openDatabase(folder: string): Promise<OpenDatabase> {
  const file = join(folder, DATABASE_FILE);
  let release: (() => void) | undefined;
  try {
    mkdirSync(folder, { recursive: true });
    release = markInUse(folder);
    const database = new Database(file);
    // Locks are waited for by `attempt`, never inside SQLite, where the whole process would stand still.
    database.exec('PRAGMA busy_timeout = 0');
    await retryWhileLocked(OPENING_PATIENCE_MS, () => database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL'));
    await retryWhileLocked(OPENING_PATIENCE_MS, () => inTransaction(database, () => migrate(database)));
    database.exec('PRAGMA foreign_keys = ON');
    const close = (): void => {
      // Leaves one whole file, as far as no other process reads.
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      database.close();
      release?.();
    };
    return { database, file, close };
  } catch (error) {
    release?.();
    throw new AssistantError('store-failed', `The database ${file} cannot be opened: ${advise(error)}`, { cause: error });
  }
}

class NewerDatabase extends Error {}

function migrate(database: Database.Database): void {
  // Read under the lock: what another process migrated meanwhile must not be done twice.
  const { user_version: done } = database.prepare('PRAGMA user_version').get() as { user_version: number };
  if (done > MIGRATIONS.length) throw new NewerDatabase();
  for (const migration of MIGRATIONS.slice(done)) database.exec(migration);
  database.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
}

/** What the one who runs the server can do about it. */
function advise(error: unknown): string {
  if (error instanceof NewerDatabase) {
    return 'it was written by a newer version of Front Desk. Start that version, or bring back a backup from before the upgrade with front-desk restore FILE.';
  }
  const reason = error instanceof Error ? error.message : String(error);
  if (/malformed|not a database|corrupt/iu.test(reason)) {
    return `it is damaged (${reason}). Bring back a backup with front-desk restore FILE; what is there now is kept beside it.`;
  }
  return `${reason}. Set DATA_DIR to a folder this user may write to, with room on its disk.`;
}
