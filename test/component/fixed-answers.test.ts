import { startServer, type TestServer } from '../support/server';

let server: TestServer;
let key: string;

beforeAll(async () => {
  server = await startServer();
  key = await server.app.store.keys.create('manager');
});
afterAll(() => server.close());

async function manage(
  method: string,
  path: string,
  body?: object | string,
  accept = 'application/json',
): Promise<{ status: number; text: string }> {
  const response = await fetch(`${server.url}/api/v1/fixed-answers${path}`, {
    method,
    headers: {
      Accept: accept,
      Authorization: `Bearer ${key}`,
      'Content-Type': typeof body === 'string' ? 'text/csv' : 'application/json',
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: response.status, text: await response.text() };
}

async function ask(question: string): Promise<Record<string, unknown>> {
  return (await server.post('/api/v1/ask', { question, topic: 'everything' })).body;
}

test('a fixed answer outranks the texts, is cited as such, can be changed and removed', async () => {
  const { status, text } = await manage('POST', '', { question: 'What is the wifi password?', answer: 'Ask at the bar for the password.' });
  expect(status).toBe(201);
  const { id } = JSON.parse(text) as { id: string };
  expect(await ask('what is the wifi password')).toMatchObject({
    answer: 'Ask at the bar for the password.',
    answerable: true,
    evidence: { source: "the desk's own answer" },
  });
  expect((await ask('what time is breakfast'))['answer']).not.toContain('bar');
  expect((await manage('PUT', `/${id}`, { question: 'What is the wifi password?', answer: 'It is on your key card.' })).status).toBe(200);
  expect((await ask('what is the wifi password'))['answer']).toBe('It is on your key card.');
  expect((await manage('DELETE', `/${id}`)).status).toBe(204);
  expect(await ask('what is the wifi password')).toMatchObject({ shortAnswer: 'lantern482' });
  expect((await manage('DELETE', `/${id}`)).status).toBe(404);
});

test('a text given along is read without fixed answers', async () => {
  await manage('POST', '', { question: 'what is the code', answer: 'There is none.' });
  const { body } = await server.post('/api/v1/ask', { question: 'what is the code', context: 'The code of the gate is 4419.' });
  expect(body['shortAnswer']).toBe('4419');
});

test('a CSV file brings them in, and the list goes out as one', async () => {
  const file =
    'question,answer\r\n"Is there a sauna, or a bath?","Both, in the ""old"" wing."\r\nDo you sell stamps?,"Yes, at the desk."\r\n';
  expect(await manage('POST', '/import', file)).toMatchObject({ status: 200, text: '{"imported":2}' });
  expect(await manage('POST', '/import', 'Do you sell stamps?;No longer.')).toMatchObject({ status: 200 });
  expect((await ask('do you sell stamps'))['answer']).toBe('No longer.');
  const { text } = await manage('GET', '', undefined, 'text/csv');
  expect(text).toContain('"Is there a sauna, or a bath?","Both, in the ""old"" wing."');
  expect(text).toContain('"Do you sell stamps?","No longer."');
  expect((await manage('POST', '/import', 'one column alone')).status).toBe(400);
});

test('only the manager may see or change them', async () => {
  expect((await fetch(`${server.url}/api/v1/fixed-answers`)).status).toBe(401);
});
