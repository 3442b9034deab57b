import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startServer, type TestServer } from '../support/server';

const FIXTURES = join(__dirname, '..', 'fixtures');
let server: TestServer;
let key: string;

beforeAll(async () => {
  server = await startServer();
  key = await server.app.store.keys.create('manager');
});
afterAll(() => server.close());

interface Reply {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

async function manage(path: string, method = 'GET', body?: Buffer | string, authorization = `Bearer ${key}`): Promise<Reply> {
  const response = await fetch(`${server.url}/api/v1${path}`, {
    method,
    headers: { Authorization: authorization },
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  return { status: response.status, body: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : { text } };
}

const add = (topic: string, name: string, content: Buffer | string): Promise<Reply> =>
  manage(`/documents?${new URLSearchParams({ topic, name }).toString()}`, 'POST', content);
const fixture = (name: string): Buffer => readFileSync(join(FIXTURES, name));
const ask = async (question: string, topic: string): Promise<Record<string, unknown>> =>
  (await server.post('/api/v1/ask', { question, topic })).body;

describe('a document that is added', () => {
  test.each([
    ['a PDF', 'boat-hire.pdf', 'Boats', 'how much does a boat cost per hour', '12 dollars'],
    ['a Word file', 'library-card.docx', 'Cards', 'how much is a library card', '5 dollars'],
  ])('%s answers questions and is cited', async (_, file, topic, question, expected) => {
    const { status, body } = await add(topic, file, fixture(file));
    expect(status).toBe(201);
    expect(body).toMatchObject({ topic: topic.toLowerCase(), title: file.replace(/\.\w+$/u, ''), origin: 'upload' });
    expect(Object.keys(body).sort()).toEqual(['addedAt', 'characters', 'id', 'name', 'origin', 'passages', 'title', 'topic']);
    const answer = await ask(question, topic);
    expect(answer).toMatchObject({ shortAnswer: expect.stringContaining(expected) as string });
    const { source, start, end, text } = answer['evidence'] as { source: string; start: number; end: number; text: string };
    expect(source).toContain(file.replace(/\.\w+$/u, ''));
    const whole = (await manage(`/documents/${String(body['id'])}`)).body['text'] as string;
    expect(whole.slice(start, end)).toBe(text);
  });

  test('Markdown and HTML lose their marks, and headings are cited', async () => {
    await add(
      'Spa',
      'spa.md',
      '# Spa\n\n## Sauna\n\nThe **sauna** is heated at [noon](https://example.org).\n\n## Massage\n\nA massage costs 60 dollars.\n',
    );
    expect(await ask('how much is a massage', 'spa')).toMatchObject({
      shortAnswer: expect.stringContaining('60 dollars') as string,
      evidence: { source: 'spa, Massage' },
    });
    await add(
      'Zoo',
      'zoo.html',
      '<html><head><style>p{}</style></head><body><h1>Zoo</h1><p>The seals are fed at 3&nbsp;p.m.</p></body></html>',
    );
    expect(await ask('when are the seals fed', 'zoo')).toMatchObject({ shortAnswer: expect.stringContaining('3 p.m.') as string });
  });

  test('takes the place of the one before it, whose text answers no more', async () => {
    await add('Ferry', 'ferry.txt', 'The ferry leaves at 8:15 p.m. from the old pier.');
    const { body } = await add('Ferry', 'ferry.txt', 'The ferry leaves at 9:40 p.m. from the old pier.');
    expect(body['passages']).toBe(1);
    expect(await ask('when does the ferry leave', 'ferry')).toMatchObject({ shortAnswer: expect.stringContaining('9:40') as string });
    const { documents } = (await manage('/documents')).body as { documents: { topic: string }[] };
    expect(documents.filter(({ topic }) => topic === 'ferry')).toHaveLength(1);
  });

  test('is gone when it is removed, and its topic with it', async () => {
    const { body } = await add('Circus', 'circus.txt', 'The circus opens at noon.');
    await server.post('/api/v1/sessions/leo/context', { topic: 'circus' });
    await expect(manage(`/documents/${String(body['id'])}`, 'DELETE')).resolves.toMatchObject({ status: 204 });
    expect((await server.post('/api/v1/ask', { question: 'when does it open', topic: 'circus' })).status).toBe(404);
    await expect(server.post('/api/v1/ask', { question: 'when does it open', sessionId: 'leo' })).resolves.toMatchObject({
      status: 404,
      body: { code: 'topic-unknown' },
    });
    await expect(manage(`/documents/${String(body['id'])}`, 'DELETE')).resolves.toMatchObject({ status: 404 });
  });

  test('is found among many passages', async () => {
    const filler = Array.from(
      { length: 300 },
      (_, n) => `Shelf ${n}\n\nThe shelf with number ${n} holds box ${n * 7} and belongs to department ${n % 9}.`,
    );
    filler.splice(150, 0, 'Lantern\n\nThe old lantern hangs beside the boiler in the cellar.');
    const { body } = await add('Store room', 'shelves.txt', filler.join('\n\n'));
    expect(body['passages']).toBeGreaterThan(250);
    expect(await ask('where does the old lantern hang', 'store room')).toMatchObject({
      shortAnswer: expect.stringContaining('boiler') as string,
    });
  });
});

test('lists come in pages, which say how many there are and where the next one is', async () => {
  const page = (query: string): Promise<Response> =>
    fetch(`${server.url}/api/v1/documents?${query}`, { headers: { Authorization: `Bearer ${key}` } });
  const ids = async (response: Response): Promise<string[]> =>
    ((await response.json()) as { documents: { id: string }[] }).documents.map(({ id }) => id);
  const all = await ids(await page('limit=200'));
  const seen: string[] = [];
  let next: string | undefined = 'limit=3';
  while (next !== undefined) {
    const response = await page(next);
    expect(response.headers.get('x-total-count')).toBe(String(all.length));
    seen.push(...(await ids(response)));
    next = /\?([^>]+)>; rel="next"/u.exec(response.headers.get('link') ?? '')?.[1];
  }
  expect(seen).toEqual(all);
  expect((await page('limit=1000')).status).toBe(400);
});

describe('a file that cannot be read changes nothing', () => {
  test.each([
    ['locked', 'locked.pdf', () => fixture('locked.pdf'), 422, /password/u],
    ['broken', 'broken.pdf', () => fixture('boat-hire.pdf').subarray(0, 400), 422, /cannot be read/u],
    ['wrongly named', 'photo.txt', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 422, /is a picture/u],
    ['of bytes that mean nothing', 'data.txt', () => Buffer.from([0, 1, 2, 0, 250, 3, 0, 9]), 422, /neither text nor PDF/u],
    ['empty', 'empty.txt', () => Buffer.alloc(0), 422, /empty|no text/u],
    ['without words', 'dots.txt', () => '... ---', 422, /no text/u],
    ['of a kind that is not read', 'letter.rtf', () => fixture('cases/27-letter.rtf'), 422, /save it as DOCX or PDF/u],
    ['huge', 'huge.txt', () => Buffer.alloc(12 * 1024 * 1024, 'a'), 413, /too large|larger/u],
  ])('%s', async (_, name, content, status, message) => {
    const before = (await manage('/documents')).body;
    const refused = await add('Trouble', name, content());
    expect(refused.status).toBe(status);
    expect(refused.body['detail']).toMatch(message);
    expect((await manage('/documents')).body).toEqual(before);
  });
});

describe("the manager's part", () => {
  test.each(['', 'Bearer wrong', 'Bearer aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'Basic abc'])('is closed to %j', async (authorization) => {
    const refused = await manage('/documents', 'GET', undefined, authorization);
    expect(refused).toMatchObject({ status: 401, body: { code: 'key-missing' } });
  });

  test('shows what was not answered and what visitors thought', async () => {
    await server.post('/api/v1/sessions/eva/context', { topic: 'dining' });
    await server.post('/api/v1/ask', { question: 'who is the queen of sheba', sessionId: 'eva' });
    await expect(server.post('/api/v1/feedback', { sessionId: 'eva', verdict: 'wrong' })).resolves.toMatchObject({ status: 204 });
    const { feedback } = (await manage('/feedback')).body as { feedback: object[] };
    expect(feedback[0]).toMatchObject({ verdict: 'wrong', answer: { question: 'who is the queen of sheba' } });
    await server.app.assistant.feedback.addUnanswered('is there a moat');
    await server.app.assistant.feedback.addUnanswered('is there a moat');
    const { questions } = (await manage('/unanswered')).body as { questions: { question: string; times: number }[] };
    expect(questions).toContainEqual(expect.objectContaining({ question: 'is there a moat', times: 2 }));
  });

  test('a sentence that does not answer the question leaves it among the unanswered ones, with its count', async () => {
    const question = 'who is the queen of sheba';
    const { feedback } = server.app.assistant;
    for (let n = 0; n < 3; n += 1) await feedback.addUnanswered(question);
    const body = JSON.stringify({ topic: 'Umbrellas', sentence: 'The kiosk lends umbrellas', question });
    const response = await fetch(`${server.url}/api/v1/notes`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
      body,
    });
    await expect(response.json()).resolves.toMatchObject({ answer: { answerable: false } });
    const times = (await feedback.unanswered(200, 0)).items.find((entry) => entry.question === question)?.times;
    expect(times).toBeGreaterThanOrEqual(4);
  });

  test('a verdict needs an answer to judge', async () => {
    await expect(server.post('/api/v1/feedback', { sessionId: 'stranger', verdict: 'right' })).resolves.toMatchObject({ status: 400 });
  });
});

test('hours.md and hours.txt are two documents, and the one that is replaced is told', async () => {
  const first = await add('Opening', 'hours.md', 'We open at nine.');
  expect(first.body).toMatchObject({ name: 'hours.md', title: 'hours' });
  expect(first.body).not.toHaveProperty('replaced');
  expect((await add('Opening', 'hours.txt', 'We close at five.')).body).not.toHaveProperty('replaced');
  const again = await add('Opening', 'hours.md', 'We open at ten o clock.');
  expect(again.body).toMatchObject({ id: first.body['id'], replaced: { name: 'hours.md', characters: 16 } });
});

test('an upload names other words for its topic, and the manager changes them', async () => {
  await add(
    'Sledges',
    'sledges.md',
    '# Sledges\n\nAlso called: toboggans, luges\nAsk, for example: What does a sledge cost?\n\nA sledge costs 4 dollars.',
  );
  const topics = async (): Promise<unknown[]> => (await manage('/topics')).body['topics'] as unknown[];
  expect(await topics()).toContainEqual({
    id: 'sledges',
    title: 'Sledges',
    synonyms: ['toboggans', 'luges'],
    examples: ['What does a sledge cost?'],
  });
  const change = (body: unknown): Promise<Response> =>
    fetch(`${server.url}/api/v1/topics/sledges`, {
      method: 'PUT',
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  expect((await change({ synonyms: ['sleighs'], position: 1 })).status).toBe(200);
  expect((await topics())[0]).toMatchObject({ id: 'sledges', title: 'Sledges', synonyms: ['sleighs'] });
  expect((await change({ title: 'Opening' })).status).toBe(400);
});
