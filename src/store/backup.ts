import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'libsql';
import { AssistantError } from '../assistant/errors';
import { DATABASE_FILE } from './database';
import { isInUse } from './in-use';

/** Copies the database of a folder into a file, whole even while a server writes. Throws AssistantError `store-failed`. */
export function backUp(folder: string, file: string): void {
  if (existsSync(file)) throw new AssistantError('store-failed', `${file} is there already. Name another file, or remove it first.`);
  const source = join(folder, DATABASE_FILE);
  if (!existsSync(source))
    throw new AssistantError('store-failed', `There is no database in ${folder}. Set DATA_DIR to the server's folder.`);
  const database = new Database(source);
  try {
    database.prepare('VACUUM INTO ?').run(file);
  } finally {
    database.close();
  }
}

/**
 * Puts a backup in the place of a folder's database, which is kept beside it as front-desk.db.before. Throws
 * AssistantError `store-failed` when the file is no backup, or a server runs.
 */
export function restore(folder: string, file: string): void {
  check(file);
  mkdirSync(folder, { recursive: true });
  const target = join(folder, DATABASE_FILE);
  if (isInUse(folder)) throw new AssistantError('store-failed', `${target} is in use. Stop the server first, then restore.`);
  copyFileSync(file, `${target}.new`);
  if (existsSync(target)) keepBefore(target);
  for (const companion of ['-wal', '-shm']) rmSync(target + companion, { force: true });
  renameSync(`${target}.new`, target);
}

/** What is there now, whole if it can be read, else as it lies. */
function keepBefore(target: string): void {
  const before = `${target}.before`;
  rmSync(before, { force: true });
  try {
    backUp(dirname(target), before);
  } catch {
    rmSync(before, { force: true });
    copyFileSync(target, before);
  }
}

function check(file: string): void {
  let report = 'it cannot be opened';
  try {
    const database = new Database(file, { fileMustExist: true });
    report = (database.prepare('PRAGMA integrity_check').all() as { integrity_check: string }[])[0]?.integrity_check ?? report;
    const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number };
    if (version === 0) report = 'it is empty';
    database.close();
  } catch (error) {
    throw new AssistantError('store-failed', `${file} is not a backup of Front Desk (${report}).`, { cause: error });
  }
  if (report !== 'ok') throw new AssistantError('store-failed', `${file} is not a whole backup of Front Desk (${report}).`);
}
