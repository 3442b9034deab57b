import { join } from 'node:path';
import Database from 'libsql';
import { launchRequest } from '../support/envelopes';
import { startServer, type TestServer } from '../support/server';

const lines: string[] = [];
let server: TestServer;

beforeAll(async () => {
  const log = { write: (line: string) => void lines.push(line) };
  server = await startServer({ ALLOWED_ORIGINS: 'https://hotel.example', LOG_LEVEL: 'info', ALEXA_RATE_LIMIT: '3' }, {}, log);
});
afterAll(() => server.close());

const readiness = async (): Promise<unknown> => (await fetch(`${server.url}/readyz`)).json();
const ask = (body: object, headers: Record<string, string> = {}): ReturnType<TestServer['post']> =>
  server.post('/api/v1/ask', { question: 'what time is breakfast', topic: 'everything', ...body }, headers);

describe('a store that fails', () => {
  test('costs no answer that is ready; /readyz tells, and it heals by itself', async () => {
    const other = new Database(join(server.folder, 'front-desk.db'));
    other.exec('BEGIN IMMEDIATE');
    const { status, body } = await ask({ sessionId: 'ann' });
    const during = await readiness();
    other.exec('ROLLBACK');
    other.close();
    expect(status).toBe(200);
    expect(body).toMatchObject({ answerable: true });
    expect(during).toMatchObject({ status: 'degraded', store: 'failing' });
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(await readiness()).toMatchObject({ status: 'ready', store: 'ok' });
  });

  test('that cannot keep what was not answered gives the answer all the same, and it is logged', async () => {
    lines.length = 0;
    const other = new Database(join(server.folder, 'front-desk.db'));
    other.exec('ALTER TABLE unanswered RENAME TO hidden');
    const { status, body, headers } = await ask({ question: 'who is the queen of sheba' });
    other.exec('ALTER TABLE hidden RENAME TO unanswered');
    other.close();
    expect({ status, answerable: body['answerable'] }).toEqual({ status: 200, answerable: false });
    const failure = lines.find((line) => line.includes('could not be stored'));
    expect(failure).toContain(headers.get('x-request-id'));
  });

  test('confirms no note that was not kept', async () => {
    const other = new Database(join(server.folder, 'front-desk.db'));
    other.exec('BEGIN IMMEDIATE');
    const note = await server.post('/api/v1/converse', { utterance: 'remember that the key is under the mat', sessionId: 'bob' });
    other.exec('ROLLBACK');
    other.close();
    expect(note).toMatchObject({ status: 503, body: { code: 'store-failed' } });
  });
});

describe('logs', () => {
  test('hold no question, no context and no session id, and carry the id of the request and of its trace', async () => {
    lines.length = 0;
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    const { headers } = await ask(
      { question: 'zebra one', context: 'zebra two', sessionId: 'zebra-three', topic: undefined },
      {
        traceparent: `00-${traceId}-00f067aa0ba902b7-01`,
      },
    );
    await server.post('/api/v1/sessions/zebra-four/context', { topic: 'dining' });
    await fetch(`${server.url}/api/v1/search?q=zebra%20five`);
    await fetch(`${server.url}/api/v1/nothing?q=zebra`);
    const log = lines.join('');
    expect(log).not.toContain('zebra');
    expect(log).toContain('/api/v1/search');
    const line = lines.map((text) => JSON.parse(text) as Record<string, unknown>).find(({ traceId: id }) => id === traceId);
    expect(line).toMatchObject({ requestId: headers.get('x-request-id'), req: { path: '/api/v1/ask' } });
  });
});

describe('limits', () => {
  test('a batch costs its questions', async () => {
    const small = await startServer({ RATE_LIMIT: '10' }, { model: server.app.assistant.model });
    const batch = (n: number): ReturnType<TestServer['post']> =>
      small.post('/api/v1/ask/batch', { topic: 'everything', questions: Array.from({ length: n }, () => 'what time is breakfast') });
    expect((await batch(6)).headers.get('ratelimit-remaining')).toBe('4');
    const refused = await batch(6);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    await small.close();
  }, 60_000);

  test("Alexa's route has one of its own", async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 4; n += 1) statuses.push((await server.post('/alexa', launchRequest({ user: 'zoe' }))).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    expect((await ask({})).status).toBe(200);
  });

  test('one visitor judges an answer once; the last verdict counts', async () => {
    await ask({ sessionId: 'judge' });
    const { total: before } = await server.app.store.feedback.list(1, 0);
    for (const verdict of ['right', 'wrong', 'wrong']) await server.post('/api/v1/feedback', { sessionId: 'judge', verdict });
    const { items, total } = await server.app.store.feedback.list(1, 0);
    expect(total).toBe(before + 1);
    expect(items[0]).toMatchObject({ verdict: 'wrong' });
  });
});

test.each([
  ['/', "frame-ancestors 'self' https://hotel.example"],
  ['/manage', "frame-ancestors 'none'"],
  ['/manage.html', "frame-ancestors 'none'"],
  ['/docs', "frame-ancestors 'none'"],
])('%s is framed by those who may: %s', async (path, policy) => {
  const { headers } = await fetch(server.url + path);
  expect(headers.get('content-security-policy')).toContain(policy);
  expect(headers.get('x-frame-options')).toBe(path === '/' ? null : 'DENY');
});

describe('what cannot be read answers 4xx', () => {
  let key: string;
  beforeAll(async () => {
    key = await server.app.store.keys.create('manager');
  });
  const upload = async (name: string, body: Buffer): Promise<number> => {
    const headers = { Authorization: `Bearer ${key}` };
    const response = await fetch(`${server.url}/api/v1/documents?topic=Odd&name=${name}`, {
      method: 'POST',
      headers,
      body: new Uint8Array(body),
    });
    return response.status;
  };

  test('a charset or a compression that nobody knows', async () => {
    expect((await ask({}, { 'Content-Type': 'application/json; charset=klingon' })).status).toBe(415);
    expect((await ask({}, { 'Content-Encoding': 'klingon' })).status).toBe(415);
  });

  test.each([
    ['one word of two hundred thousand letters', { context: 'a'.repeat(200_000) }, 413],
    ['a question of one word of 600 letters', { question: 'a'.repeat(600) }, 413],
  ])('%s', async (_, body, status) => {
    const started = performance.now();
    expect((await ask(body)).status).toBe(status);
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  test('HTML a hundred thousand elements deep is read or refused, and the server stays up', async () => {
    const status = await upload('deep.html', Buffer.from('<div>'.repeat(100_000) + 'The moat is deep.'));
    expect([201, 413, 422]).toContain(status);
    expect(await upload('odd.html', Buffer.from('<meta charset="klingon"><p>The drawbridge is up.</p>'))).toBeLessThan(500);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  }, 60_000);
});
