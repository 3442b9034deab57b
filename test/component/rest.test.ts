import { get } from 'node:http';
import { AssistantError } from '../../src/assistant/errors';
import { startServer, type TestServer } from '../support/server';

const CONTEXT = 'Breakfast is served in the garden room from 7 a.m. The gate code is 4419. Dogs are welcome on the ground floor.';
let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

describe('POST /api/v1/ask', () => {
  test('answers from the context that is given along, and says where', async () => {
    const { status, body } = await server.post('/api/v1/ask', { question: 'what is the code of the gate', context: CONTEXT });
    expect(status).toBe(200);
    expect(body).toMatchObject({ answerable: true, shortAnswer: '4419', evidence: { text: '4419', source: 'the given text' } });
    expect(body['answer']).toMatch(/4419.*\.$/u);
    const { start, end } = body['evidence'] as { start: number; end: number };
    expect(CONTEXT.slice(start, end)).toBe('4419');
    expect(Object.keys(body).sort()).toEqual([
      'answer',
      'answerable',
      'confidence',
      'elapsedMs',
      'evidence',
      'kind',
      'model',
      'question',
      'shortAnswer',
    ]);
  });

  test('answers from a topic of the sample desk and names its document', async () => {
    const { body } = await server.post('/api/v1/ask', { question: 'what is the wifi password', topic: 'internet' });
    expect(body).toMatchObject({ shortAnswer: 'lantern482', evidence: { source: 'Internet and printing' } });
  });

  test('reads everything when no topic is chosen', async () => {
    const { body } = await server.post('/api/v1/ask', { question: 'where is the pool', topic: 'everything' });
    expect(body).toMatchObject({ evidence: { source: 'Pool, gym and sauna' } });
  });

  test('finds the answer in a long text, with offsets of the whole', async () => {
    const filler = 'The lobby was painted in spring and the painters were pleased with it. '.repeat(60);
    const context = `${filler}The spare key hangs behind the clock. ${filler}`;
    const { body } = await server.post('/api/v1/ask', { question: 'where does the spare key hang', context });
    const evidence = body['evidence'] as { start: number; end: number; text: string };
    expect(evidence.text).toContain('behind the clock');
    expect(context.slice(evidence.start, evidence.end)).toBe(evidence.text);
  });

  test.each([
    ['an empty question', { question: '', context: CONTEXT }, 400, 'question-missing'],
    ['a question of punctuation', { question: '?!', context: CONTEXT }, 400, 'question-missing'],
    ['an endless question', { question: 'why '.repeat(200), context: CONTEXT }, 413, 'question-too-long'],
    ['an empty context', { question: 'why', context: ' \n' }, 409, 'context-missing'],
    ['no context at all', { question: 'why' }, 409, 'context-missing'],
    ['a long context', { question: 'why', context: 'word '.repeat(12_000) }, 413, 'context-too-long'],
    ['an unknown topic', { question: 'why', topic: 'astronomy' }, 404, 'topic-unknown'],
    ['a wrong type', { question: 5, context: CONTEXT }, 400, 'invalid-request'],
    ['an unknown field', { question: 'why', context: CONTEXT, contxt: '' }, 400, 'invalid-request'],
    ['a list', [], 400, 'invalid-request'],
    ['no JSON', '{"question": ', 400, 'invalid-request'],
    ['a megabyte', { question: 'why', context: 'a'.repeat(1_000_000) }, 413, 'invalid-request'],
  ])('refuses %s with a problem that says what to do', async (_, body, status, code) => {
    const response = await server.post('/api/v1/ask', body);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/u);
    expect(response.body).toMatchObject({ status, code });
    expect(String(response.body['detail'])).toMatch(/^[A-Za-z].{15,}[.".]$/su);
    expect(JSON.stringify(response.body)).not.toMatch(/node_modules|\bat \//u);
  });

  test('refuses a body that is not declared as JSON', async () => {
    const response = await server.post('/api/v1/ask', 'question=why', { 'Content-Type': 'text/plain' });
    expect(response).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
  });

  test('names the topics there are when one is unknown', async () => {
    const { body } = await server.post('/api/v1/ask', { question: 'why', topic: 'astronomy' });
    expect(body['detail']).toContain('Breakfast and dining');
  });
});

test('several questions about one text are answered in their order', async () => {
  const { body } = await server.post('/api/v1/ask/batch', { questions: ['what is the gate code', 'where is breakfast'], context: CONTEXT });
  const answers = body['answers'] as { question: string; shortAnswer: string }[];
  expect(answers.map(({ question }) => question)).toEqual(['what is the gate code', 'where is breakfast']);
  expect(answers[0]?.shortAnswer).toBe('4419');
  await expect(server.post('/api/v1/ask/batch', { questions: [], context: CONTEXT })).resolves.toMatchObject({ status: 400 });
});

test('of several questions one that fails does not stop the others', async () => {
  const { status, body } = await server.post('/api/v1/ask/batch', { questions: ['?!', 'what is the gate code'], context: CONTEXT });
  expect(status).toBe(200);
  expect(body['answers']).toMatchObject([{ question: '?!', problem: { status: 400, code: 'question-missing' } }, { shortAnswer: '4419' }]);
  await expect(server.post('/api/v1/ask/batch', { questions: ['?!', '...'], context: CONTEXT })).resolves.toMatchObject({ status: 400 });
});

describe('PUT /api/v1/sessions/:id/context', () => {
  test('a text is remembered for the next questions', async () => {
    await expect(server.post('/api/v1/sessions/ann/context', { text: CONTEXT })).resolves.toMatchObject({ status: 200 });
    const { body } = await server.post('/api/v1/ask', { question: 'what is the gate code', sessionId: 'ann' });
    expect(body['shortAnswer']).toBe('4419');
  });

  test('a topic is found by its synonym', async () => {
    const { body } = await server.post('/api/v1/sessions/bob/context', { topic: 'The Wi-Fi' });
    expect(body).toEqual({ sessionId: 'bob', context: { kind: 'topic', topic: 'wifi' } });
  });

  test('sessions do not see each other', async () => {
    await server.post('/api/v1/sessions/carl/context', { text: 'The code of the cellar is 1887.' });
    const { body } = await server.post('/api/v1/ask', { question: 'what is the code', sessionId: 'ann' });
    expect(body['shortAnswer']).toBe('4419');
  });

  test.each([
    ['an empty text', '/api/v1/sessions/x/context', { text: '' }, 409],
    ['both text and topic', '/api/v1/sessions/x/context', { text: 'a', topic: 'b' }, 400],
    ['neither', '/api/v1/sessions/x/context', {}, 400],
    ['an unknown topic', '/api/v1/sessions/x/context', { topic: 'astronomy' }, 404],
    ['a bad session id', '/api/v1/sessions/a%20b/context', { text: 'a' }, 400],
  ])('refuses %s', async (_, path, body, status) => {
    await expect(server.post(path, body)).resolves.toMatchObject({ status });
  });
});

test('a session survives a restart of the server', async () => {
  const first = await startServer({ DATA_DIR: server.folder }, { model: server.app.assistant.model });
  await first.post('/api/v1/sessions/dora/context', { text: 'The boat leaves at 8:15 p.m. from the old pier.' });
  const second = await startServer({ DATA_DIR: server.folder }, { model: server.app.assistant.model });
  const { body } = await second.post('/api/v1/ask', { question: 'when does the boat leave', sessionId: 'dora' });
  expect(body['shortAnswer']).toContain('8:15 p.m.');
  await Promise.all([first.close(), second.close()]);
});

test('health and readiness tell the model and the engine', async () => {
  await expect((await fetch(`${server.url}/healthz`)).json()).resolves.toEqual({ status: 'ok' });
  const ready = await fetch(`${server.url}/readyz`);
  expect(ready.status).toBe(200);
  await expect(ready.json()).resolves.toMatchObject({ status: 'ready', engine: expect.stringMatching(/onnx|tensorflow/u) as string });
});

test('health is answered while many questions are read', async () => {
  const questions = Array.from({ length: 12 }, () => server.post('/api/v1/ask', { question: 'where is breakfast', topic: 'dining' }));
  const started = performance.now();
  await fetch(`${server.url}/healthz`);
  const waited = performance.now() - started;
  const all = await Promise.all(questions);
  const total = performance.now() - started;
  expect(all.every(({ status }) => status === 200)).toBe(true);
  expect(waited).toBeLessThan(total / 2);
});

test('too many questions at once are turned away with a hint to come back', async () => {
  const responses = await Promise.all(
    Array.from({ length: 600 }, () => server.post('/api/v1/ask', { question: 'where is breakfast', topic: 'dining' })),
  );
  const turnedAway = responses.filter(({ status }) => status === 503);
  expect(turnedAway.length).toBeGreaterThan(0);
  const wait = Number(turnedAway[0]?.headers.get('retry-after'));
  expect(wait).toBeGreaterThanOrEqual(4);
  expect(wait).toBeLessThanOrEqual(8);
  expect(responses.some(({ status }) => status === 200)).toBe(true);
});

test('the page and its files are served with a strict content security policy', async () => {
  const page = await fetch(server.url);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  const html = await page.text();
  for (const [, file] of html.matchAll(/(?:src|href)="([\w./]+\.(?:js|css))"/gu)) {
    expect((await fetch(`${server.url}/${file}`)).status).toBe(200);
  }
});

test('the OpenAPI document names routes that are there', async () => {
  const { openapi, paths } = (await (await fetch(`${server.url}/openapi.json`)).json()) as {
    openapi: string;
    paths: Record<string, Record<string, object>>;
  };
  expect(openapi).toBe('3.1.0');
  expect(Object.keys(paths)).toHaveLength(21);
  expect(paths['/ask']?.['post']).toMatchObject({
    requestBody: { content: { 'application/json': { schema: { required: ['question'] } } } },
  });
  for (const [path, operations] of Object.entries(paths)) {
    for (const method of Object.keys(operations)) {
      const response = await fetch(`${server.url}/api/v1${path.replace('{id}', 'none')}`, { method });
      expect([path, method, (await response.text()).includes('There is nothing at')]).toEqual([path, method, false]);
    }
  }
});

test('unknown addresses answer a problem', async () => {
  const response = await fetch(`${server.url}/nothing/here`);
  expect(response.status).toBe(404);
  await expect(response.json()).resolves.toMatchObject({ code: 'not-found' });
});

test('an address that asks too often is told to wait', async () => {
  const limited = await startServer({ RATE_LIMIT: '3' }, { model: server.app.assistant.model });
  const statuses = [];
  for (let n = 0; n < 4; n += 1) statuses.push(await limited.post('/api/v1/ask', { question: 'hi', context: 'Hello there.' }));
  expect(statuses.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
  expect(statuses[3]?.headers.get('retry-after')).toMatch(/^\d+$/u);
  expect(statuses[0]?.headers.get('ratelimit-remaining')).toBe('2');
  await limited.close();
});

describe('an answer as server-sent events', () => {
  const events = async (body: object): Promise<(readonly [string, Record<string, unknown>])[]> => {
    const response = await fetch(`${server.url}/api/v1/ask`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' },
      body: JSON.stringify(body),
    });
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/u);
    const text = await response.text();
    return [...text.matchAll(/^event: (\w+)\ndata: (.*)\n\n/gmu)].map(([, event = '', data = '']) => [
      event,
      JSON.parse(data) as Record<string, unknown>,
    ]);
  };

  test('brings the evidence first and the sentence after', async () => {
    const [first, second] = await events({ question: 'what is the code of the gate', context: CONTEXT });
    expect(first).toMatchObject(['evidence', { answerable: true, evidence: { text: '4419' } }]);
    expect(first?.[1]).not.toHaveProperty('answer');
    expect(second).toMatchObject(['answer', { shortAnswer: '4419', answer: expect.stringContaining('4419') as string }]);
  });

  test('a request that is refused gets a plain problem', async () => {
    const { status, body } = await server.post('/api/v1/ask', { question: '', context: CONTEXT }, { Accept: 'text/event-stream' });
    expect([status, body['code']]).toEqual([400, 'question-missing']);
  });
});

test('an answer tells why when that is asked for', async () => {
  const { body } = await server.post('/api/v1/ask', { question: 'what is the code of the gate', context: CONTEXT, explain: true });
  const { places, words } = body['attention'] as {
    places: { text: string; start: number; end: number }[];
    words: { word: string; weights: number[] }[];
  };
  for (const { text, start, end } of places) expect(CONTEXT.slice(start, end)).toBe(text);
  const code = words.find(({ word }) => word === '4419');
  const strongest = code?.weights.indexOf(Math.max(...code.weights)) ?? -1;
  expect(places[strongest]?.text).toBe('4419');
});

describe('GET /api/v1/search', () => {
  const search = async (query: string): Promise<{ source: string }[]> =>
    ((await (await fetch(`${server.url}/api/v1/search?${query}`)).json()) as { passages: { source: string }[] }).passages;

  test('finds passages by their words', async () => {
    expect((await search('q=wifi%20password'))[0]?.source).toBe('Internet and printing');
  });

  test('finds the passages of a topic by its synonym, which the text does not use', async () => {
    expect(JSON.stringify((await server.app.assistant.library.topics()).find(({ id }) => id === 'dining')?.synonyms)).toContain('food');
    const texts = (await search('q=food&limit=20')).map(({ source }) => source);
    expect(texts[0]).toContain('Breakfast and dining');
  });

  test.each([
    ['', 400],
    ['q=a&limit=500', 400],
    ['q=a&topic=astronomy', 404],
  ])('refuses ?%s', async (query, status) => {
    expect((await fetch(`${server.url}/api/v1/search?${query}`)).status).toBe(status);
  });
});

test('a list that has not changed is not sent again', async () => {
  const url = `${server.url}/api/v1/topics`;
  const etag = (await fetch(url)).headers.get('etag') ?? '';
  // fetch would add Cache-Control: no-cache to a conditional request.
  const status = await new Promise((resolve) =>
    get(url, { headers: { 'If-None-Match': etag } }, (response) => resolve(response.statusCode)),
  );
  expect(status).toBe(304);
});

describe('pages of other sites', () => {
  const allowed = (url: string, origin: string): Promise<string | null> =>
    fetch(`${url}/api/v1/topics`, { headers: { Origin: origin } }).then(({ headers }) => headers.get('access-control-allow-origin'));

  test('may call the API when they are on the list, and only then', async () => {
    const open = await startServer(
      { ALLOWED_ORIGINS: 'https://hotel.example, https://spa.example/' },
      { model: server.app.assistant.model },
    );
    expect(await allowed(open.url, 'https://spa.example')).toBe('https://spa.example');
    expect(await allowed(open.url, 'https://evil.example')).toBeNull();
    expect(await allowed(server.url, 'https://hotel.example')).toBeNull();
    await open.close();
  });

  test('a list that is no list of sites stops the start', async () => {
    await expect(startServer({ ALLOWED_ORIGINS: 'everybody' })).rejects.toThrow(/ALLOWED_ORIGINS.*https:\/\/hotel\.example/u);
  });
});

test('who comes when there is no time left is told when to come back', async () => {
  const refuse = (): Promise<never> =>
    Promise.reject(new AssistantError('busy', 'Too many questions are waiting.', { retryAfterSeconds: 7 }));
  const model = {
    version: '0',
    engine: 'busy',
    answer: refuse,
    vectors: () => Promise.resolve([]),
    prepare: () => undefined,
    close: () => Promise.resolve(),
  };
  const busy = await startServer({}, { model });
  const { status, body, headers } = await busy.post('/api/v1/ask', { question: 'why', context: CONTEXT });
  expect([status, body['code'], headers.get('retry-after')]).toEqual([503, 'busy', '7']);
  await busy.close();
});
