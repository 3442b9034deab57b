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
      expect((await store.library.search(id, 'number of this note', 1))[0]?.text).toBe(`The number of this note is ${id.slice(1)}.`);
    }
    await store.close();
    const database = new Database(join(folder, 'front-desk.db'));
    expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    expect(database.prepare("INSERT INTO passages_text (passages_text) VALUES ('integrity-check')").run().changes).toBeDefined();
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

test('twenty thousand passages are searched in a moment', async () => {
  const store = await openStore(folder);
  for (let n = 0; n < 10; n += 1) {
    const text = Array.from(
      { length: 2000 },
      (_, m) => `Shelf ${n}-${m}\n\nBox ${m} of row ${n} holds ${['lamps', 'maps', 'ropes', 'shells'][m % 4] ?? ''} of ${m % 97} kinds.`,
    ).join('\n\n');
    await store.library.put({
      topic: { id: `row${n}`, title: `Row ${n}`, synonyms: [], examples: [] },
      title: 'list',
      origin: 'upload',
      text,
    });
  }
  await store.library.put({
    topic: { id: 'cellar', title: 'Cellar', synonyms: [], examples: [] },
    title: 'note',
    origin: 'upload',
    text: 'The harpsichord stands in the vaulted cellar.',
  });
  expect((await store.library.documents()).reduce((sum, { passages }) => sum + passages, 0)).toBeGreaterThan(20_000);
  expect((await store.library.search('everything', 'where is the harpsichord', 3))[0]?.text).toContain('vaulted cellar');
  await store.close();
}, 60_000);

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
  for (const word of ['rowing', 'ferries'])
    expect((await store.library.search('everything', word, 1))[0]?.text).toContain('behind the mill');
  expect(await store.sessions.get('web:ann')).toMatchObject({ visits: 2, context: { kind: 'topic', topic: 'boats' } });
  expect(await store.feedback.unanswered(10, 0)).toMatchObject({ items: [{ question: 'is there a moat' }], total: 1 });
  expect(await store.keys.list()).toMatchObject([{ role: 'manager' }]);
  await store.close();
});

test('a topic that is renamed is found by its new synonyms and no more by its old ones', async () => {
  const store = await openStore(folder);
  const put = async (title: string, synonyms: string[]): Promise<void> => {
    await store.library.put({
      topic: { id: 'boats', title: 'Boats', synonyms, examples: [] },
      title,
      origin: 'upload',
      text: 'The jetty is here.',
    });
  };
  await put('One', ['ships']);
  await put('Two', ['ferries']);
  await store.library.put({
    topic: { id: 'bikes', title: 'Bikes', synonyms: [], examples: [] },
    title: 'Bikes',
    origin: 'upload',
    text: 'Wheels.',
  });
  const found = async (word: string): Promise<string[]> => (await store.library.search('everything', word, 5)).map(({ source }) => source);
  expect((await found('ferries')).sort()).toEqual(['One', 'Two']);
  // Nothing fits, so all that there is may be read.
  expect(await found('ships')).toContain('Bikes');
  await store.close();
});

test('the search can be built anew from the documents alone', async () => {
  const before = await openStore(folder);
  await before.library.put({
    topic: { id: 'boats', title: 'Boats', synonyms: ['ferries'], examples: [] },
    title: 'Boats',
    origin: 'upload',
    text: 'The jetty is behind the mill.',
  });
  await before.close();
  const database = new Database(join(folder, 'front-desk.db'));
  database.exec('DELETE FROM passages');
  database.close();
  const store = await openStore(folder);
  expect(await store.library.search('everything', 'jetty', 1)).toEqual([]);
  expect(await store.library.reindex()).toBe(1);
  for (const word of ['jetty', 'ferries']) expect(await store.library.search('everything', word, 1)).toHaveLength(1);
  await store.close();
});
