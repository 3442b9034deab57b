import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from '../../src/answering/pool';

const filename = join(__dirname, '..', 'support', 'pool-worker.js');
let pool: Pool;

async function start(workers: number, deadlineMs = 5_000): Promise<void> {
  pool = new Pool({ filename, workerData: {}, workers, deadlineMs });
  await pool.start('ready');
}

afterEach(() => pool.close());

const take = (ms: number, result = ''): { name: string; input: object } => ({ name: 'take', input: { ms, result } });

test('questions of several callers take turns', async () => {
  await start(1);
  const done: unknown[] = [];
  const ask = async (result: string, caller?: string): Promise<void> => {
    done.push(await pool.ask(take(10, result), caller));
  };
  await Promise.all([ask('b1', 'batch'), ask('b2', 'batch'), ask('b3', 'batch'), ask('single')]);
  expect(done).toEqual(['b1', 'b2', 'single', 'b3']);
});

test('a question that takes longer than the deadline is too slow, and its worker goes on', async () => {
  await start(1, 150);
  await expect(pool.ask(take(300, 'late'))).rejects.toMatchObject({ code: 'too-slow' });
  await new Promise((resolve) => setTimeout(resolve, 250));
  expect(await pool.ask(take(1, 'next'))).toBe('next');
});

test('who would wait beyond the deadline is refused at once, and told when to come back', async () => {
  await start(1, 1_000);
  const asked = Array.from({ length: 30 }, () => pool.ask(take(40)));
  const results = await Promise.allSettled(asked);
  const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as object] : []));
  expect(refused.length).toBeGreaterThan(10);
  for (const reason of refused) expect(reason).toMatchObject({ code: 'busy', retryAfterSeconds: 1 });
  expect(results.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(5);
});

test('a crashed worker is replaced, and its question asked again', async () => {
  await start(1);
  const folder = mkdtempSync(join(tmpdir(), 'pool-'));
  expect(await pool.ask({ name: 'crash', input: { marker: join(folder, 'crashed') } })).toBe('survived');
  rmSync(folder, { recursive: true });
});

test('a question that crashes every worker fails alone', async () => {
  await start(1);
  const [failed, answered] = await Promise.allSettled([pool.ask({ name: 'crash', input: {} }), pool.ask(take(1, 'answered'))]);
  expect(failed).toMatchObject({ status: 'rejected' });
  expect(answered).toEqual({ status: 'fulfilled', value: 'answered' });
});

test('a worker tells something before its task is done', async () => {
  await start(1);
  const told: unknown[] = [];
  const done = pool.ask({ name: 'tell', input: { content: 'evidence' }, onNotice: (content) => told.push(content) });
  await done;
  expect(told).toEqual(['evidence']);
});

test('questions come before work that nobody waits for', async () => {
  await start(1);
  const done: unknown[] = [];
  const note = async (result: Promise<unknown>): Promise<void> => void done.push(await result);
  await Promise.all([
    note(pool.ask(take(10, 'first'))),
    note(pool.later(take(1, 'later'))),
    note(pool.ask(take(1, 'second'))),
    note(pool.hurry(take(1, 'urgent'))),
  ]);
  expect(done).toEqual(['first', 'urgent', 'second', 'later']);
});

test('work for everywhere waits until all are idle, and reaches each worker', async () => {
  await start(2);
  const [asked, reached] = [[pool.ask(take(30, 'a')), pool.ask(take(30, 'b'))], new Set<unknown>()];
  pool.eventually({ name: 'whoAmI', input: {}, onNotice: (thread) => reached.add(thread) });
  expect(pool.waitingEverywhere).toBe(1);
  await Promise.all(asked);
  expect(await pool.ask(take(1, 'c'))).toBe('c');
  expect(pool.waitingEverywhere).toBe(0);
  expect(reached.size).toBe(2);
});
