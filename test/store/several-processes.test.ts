import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import Database from 'libsql';
import { openStore } from '../../src/store';
import { backUp, restore } from '../../src/store/backup';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (): string => join(folder, 'front-desk.db');
const countVisits = (times: number): Promise<unknown> =>
  promisify(execFile)(process.execPath, [join(__dirname, 'processes', 'count-visits.js'), folder, String(times)]);

test('a fresh database is opened by several processes at once', async () => {
  for (let round = 0; round < 6; round += 1) {
    rmSync(folder, { recursive: true });
    await expect(Promise.all([countVisits(1), countVisits(1), countVisits(1)])).resolves.toHaveLength(3);
  }
}, 60_000);

test('a session that two processes change loses nothing', async () => {
  await Promise.all([countVisits(200), countVisits(200)]);
  const store = await openStore(folder);
  expect((await store.sessions.get('ann')).visits).toBe(400);
  await store.close();
}, 60_000);

test('while another process holds the lock nothing stands still, and what waited is stored', async () => {
  const store = await openStore(folder);
  const other = new Database(file());
  other.exec('BEGIN IMMEDIATE');
  let longest = 0;
  let last = performance.now();
  const ticking = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  const writes = [1, 2].map((n) => store.sessions.update(`s${n}`, (session) => ({ ...session, visits: n })));
  await pause(500);
  other.exec('COMMIT');
  await Promise.all(writes);
  clearInterval(ticking);
  other.close();
  expect(longest).toBeLessThan(250);
  expect((await store.sessions.get('s2')).visits).toBe(2);
  await store.close();
});

test('a database of a newer version is refused with advice and left as it is', async () => {
  await (await openStore(folder)).close();
  const database = new Database(file());
  database.exec('PRAGMA user_version = 9999');
  database.close();
  await expect(openStore(folder)).rejects.toThrow(/newer version of Front Desk.*backup/u);
});

test('a damaged database names restore, which brings the backup back', async () => {
  await countVisits(3);
  backUp(folder, join(folder, 'copy.db'));
  for (const companion of ['-wal', '-shm']) rmSync(file() + companion, { force: true });
  writeFileSync(file(), Buffer.alloc(8192, 'x'));
  await expect(openStore(folder)).rejects.toThrow(/damaged.*front-desk restore/u);
  restore(folder, join(folder, 'copy.db'));
  const store = await openStore(folder);
  expect((await store.sessions.get('ann')).visits).toBe(3);
  await store.close();
});

test('nothing is restored into a database that is in use', async () => {
  await countVisits(1);
  backUp(folder, join(folder, 'copy.db'));
  const store = await openStore(folder);
  expect(() => restore(folder, join(folder, 'copy.db'))).toThrow(/Stop the server first/u);
  await store.close();
  expect(() => restore(folder, join(folder, 'copy.db'))).not.toThrow();
});

test('what was kept for long enough is forgotten, and the oldest of too much', async () => {
  const store = await openStore(folder);
  for (const id of ['old', 'ann', 'bob']) {
    await store.sessions.update(id, (session) => ({ ...session, visits: 1 }));
    await store.feedback.addUnanswered(`is ${id} here`);
    await pause(5);
  }
  const kept = { sessionDays: 30, feedbackDays: 30, keyDays: undefined, most: 2 };
  await expect(store.retain(kept, new Date())).resolves.toMatchObject({ sessions: 1, unanswered: 1 });
  expect((await store.sessions.get('old')).visits).toBe(0);
  const later = new Date(Date.now() + 31 * 86_400_000);
  await expect(store.retain(kept, later)).resolves.toMatchObject({ sessions: 2, unanswered: 2, keys: 0 });
  await store.keys.create('manager');
  await expect(store.retain({ ...kept, keyDays: 1 }, later)).resolves.toMatchObject({ keys: 1 });
  await store.close();
});
