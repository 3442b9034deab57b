import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { envelope } from '../support/envelopes';
import { startServer, type TestServer } from '../support/server';

let server: TestServer;
const folder = mkdtempSync(join(tmpdir(), 'desks-'));

beforeAll(async () => {
  for (const [name, code] of [
    ['museum', '1881'],
    ['clinic', '2992'],
  ] as const) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'doors.md'), `# Doors\n\nThe code of the side door is ${code}.\n`);
  }
  writeFileSync(join(folder, 'clinic', 'desk.yaml'), 'alexaSkillId: amzn1.ask.skill.clinic\n');
  server = await startServer({ DESKS_DIR: folder });
});
afterAll(() => server.close());

const code = async (path: string): Promise<unknown> =>
  (await server.post(`${path}/api/v1/ask`, { question: 'what is the code of the side door', topic: 'doors' })).body['shortAnswer'];

test('each desk answers from its own texts at its own path', async () => {
  expect(await code('/desks/museum')).toBe('1881');
  expect(await code('/desks/clinic')).toBe('2992');
  expect((await server.post('/api/v1/ask', { question: 'what is the code', topic: 'doors' })).status).toBe(404);
});

test('sessions of one desk are unknown to the other', async () => {
  const put = await fetch(`${server.url}/desks/museum/api/v1/sessions/ann/context`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ text: 'The code of the attic is 7313.' }),
  });
  expect(put.status).toBe(200);
  expect((await server.post('/desks/museum/api/v1/ask', { question: 'what is the code', sessionId: 'ann' })).body['shortAnswer']).toBe(
    '7313',
  );
  expect((await server.post('/desks/clinic/api/v1/ask', { question: 'what is the code', sessionId: 'ann' })).body['shortAnswer']).toBe(
    '2992',
  );
});

test('a key of one desk opens nothing at another', async () => {
  const key = await server.app.store.keys.create('operator');
  const statuses = await Promise.all(
    ['', '/desks/museum'].map((path) =>
      fetch(`${server.url}${path}/api/v1/documents`, { headers: { Authorization: `Bearer ${key}` } }).then(({ status }) => status),
    ),
  );
  expect(statuses).toEqual([200, 401]);
});

test('each desk has its page, and Alexa requests for another skill are refused', async () => {
  expect(await (await fetch(`${server.url}/desks/museum/`)).text()).toContain('<h1>Front Desk</h1>');
  expect((await fetch(`${server.url}/desks/museum`)).url).toBe(`${server.url}/desks/museum/`);
  expect((await server.post('/desks/museum/alexa', envelope({ type: 'LaunchRequest' }))).status).toBe(200);
  expect((await server.post('/desks/clinic/alexa', envelope({ type: 'LaunchRequest' }))).status).toBe(400);
});

test.each([
  ['a folder that is not there', () => join(folder, 'nowhere'), /there is no such folder/u],
  ['a desk with a wrong name', () => mkdtempSync(join(folder, 'museum', 'Bad_')).replace(/\/[^/]+$/u, ''), /lower-case letters/u],
  [
    'a desk.yaml with an unknown field',
    () => {
      const parent = mkdtempSync(join(tmpdir(), 'desks-'));
      mkdirSync(join(parent, 'zoo'));
      writeFileSync(join(parent, 'zoo', 'desk.yaml'), 'skill: x\n');
      return parent;
    },
    /desk\.yaml/u,
  ],
])('%s is told at start', async (_, parent, message) => {
  await expect(startServer({ DESKS_DIR: parent() }, { model: server.app.assistant.model })).rejects.toThrow(message);
});
