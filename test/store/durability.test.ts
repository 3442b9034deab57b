import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { NEW_SESSION } from '../../src/assistant/ports';
import { openStore } from '../../src/store';
import { backUp, restore } from '../../src/store/backup';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Lets a process write for a while, kills it with SIGKILL, and returns what it had been told was stored. */
function writeAndKill(milliseconds: number): Promise<string[]> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(__dirname, 'writer.js'), folder]);
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      if (out === '') setTimeout(() => child.kill('SIGKILL'), milliseconds);
      out += chunk.toString();
    });
    child.on('close', () => resolve(out.slice(0, out.lastIndexOf('\n')).split('\n')));
  });
}

test('killed at any moment, nothing acknowledged is lost and the file is whole', async () => {
  for (const milliseconds of [5, 20, 45, 80, 130]) {
    const acknowledged = await writeAndKill(milliseconds);
    const store = await openStore(folder);
    const sessions = acknowledged.filter((id) => id.startsWith('s'));
    expect(sessions.length).toBeGreaterThan(0);
    for (const id of sessions) expect(await store.sessions.get(id)).toMatchObject({ visits: Number(id.slice(1)) });
    const topics = new Set((await store.library.topics()).map(({ id }) => id));
    for (const id of acknowledged.filter((entry) => entry.startsWith('t'))) {
      expect(topics.has(id)).toBe(true);
      const texts = (await store.library.passages('')).filter(({ topic }) => topic === id).map(({ text }) => text);
      expect(texts).toEqual([`The number of this note is ${id.slice(1)}.`]);
    }
    await store.close();
    const database = new Database(join(folder, 'front-desk.db'));
    expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    database.close();
  }
}, 60_000);

test('a database of the first release is brought up to date and keeps its sessions', async () => {
  const old = new Database(join(folder, 'front-desk.db'));
  old.exec(
    "CREATE TABLE sessions (id TEXT PRIMARY KEY, state TEXT NOT NULL, updated_at TEXT NOT NULL DEFAULT '') STRICT; PRAGMA user_version = 1",
  );
  old.prepare('INSERT INTO sessions (id, state) VALUES (?, ?)').run('ann', JSON.stringify({ visits: 3 }));
  old.close();
  const store = await openStore(folder);
  expect(await store.sessions.get('ann')).toEqual({ ...NEW_SESSION, visits: 3 });
  expect(await store.library.documents()).toEqual([]);
  await store.close();
});

test('a file that is no database is left alone and named', async () => {
  writeFileSync(join(folder, 'front-desk.db'), 'this is a shopping list, not a database at all');
  await expect(openStore(folder)).rejects.toThrow(/front-desk\.db cannot be opened: it is damaged .*front-desk restore/u);
});

describe('a backup', () => {
  const put = async (visits: number): Promise<void> => {
    const store = await openStore(folder);
    await store.sessions.update('ann', (session) => ({ ...session, visits }));
    await store.close();
  };
  const visits = async (): Promise<number> => {
    const store = await openStore(folder);
    const { visits: found } = await store.sessions.get('ann');
    await store.close();
    return found;
  };

  test('is whole while the store is in use, and brings back what was', async () => {
    await put(1);
    const open = await openStore(folder);
    backUp(folder, join(folder, 'copy.db'));
    await open.sessions.update('ann', (session) => ({ ...session, visits: 2 }));
    await open.close();
    restore(folder, join(folder, 'copy.db'));
    expect(await visits()).toBe(1);
    restore(folder, join(folder, 'front-desk.db.before'));
    expect(await visits()).toBe(2);
  });

  test('is never written over, and nothing else is taken for one', async () => {
    await put(1);
    writeFileSync(join(folder, 'note.txt'), 'milk, bread and butter for the whole week');
    expect(() => backUp(folder, join(folder, 'note.txt'))).toThrow(/is there already/u);
    expect(() => restore(folder, join(folder, 'note.txt'))).toThrow(/not a (?:whole )?backup/u);
    expect(() => restore(folder, join(folder, 'none.db'))).toThrow(/not a (?:whole )?backup/u);
    expect(await visits()).toBe(1);
  });
});

test('a database of version 0.1.0 is taken over with all it holds', async () => {
  copyFileSync(join(__dirname, '..', 'fixtures', 'front-desk-0.1.0.db'), join(folder, 'front-desk.db'));
  const store = await openStore(folder);
  expect(await store.library.topics()).toMatchObject([{ id: 'boats', synonyms: ['ships', 'ferries'] }]);
  // What an older version cut is cut anew.
  expect((await store.library.passages(''))[0]?.text).toContain('behind the mill');
  expect(await store.sessions.get('web:ann')).toMatchObject({ visits: 2, context: { kind: 'topic', topic: 'boats' } });
  expect(await store.feedback.unanswered(10, 0)).toMatchObject({ items: [{ question: 'is there a moat' }], total: 1 });
  expect(await store.keys.list()).toMatchObject([{ role: 'manager' }]);
  await store.close();
});
