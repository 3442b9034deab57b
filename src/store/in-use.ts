import { join } from 'node:path';
import Database from 'libsql';

/** Beside the database; the operating system takes its locks back from a process that dies. */
const LOCK_FILE = 'front-desk.lock';

/** Marks a folder's database as in use, by as many processes as like, until the returned function is called. */
export function markInUse(folder: string): () => void {
  const lock = new Database(join(folder, LOCK_FILE));
  // A transaction that has read holds a shared lock.
  lock.exec('BEGIN; SELECT count(*) FROM sqlite_master');
  return () => {
    lock.exec('ROLLBACK');
    lock.close();
  };
}

/** Whether any process has the folder's database in use. */
export function isInUse(folder: string): boolean {
  const lock = new Database(join(folder, LOCK_FILE));
  try {
    lock.exec('BEGIN EXCLUSIVE');
    lock.exec('ROLLBACK');
    return false;
  } catch {
    return true;
  } finally {
    lock.close();
  }
}
