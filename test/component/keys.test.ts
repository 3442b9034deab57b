import type { Role } from '../../src/assistant/ports';
import { startServer, type TestServer } from '../support/server';

let server: TestServer;

beforeAll(async () => {
  server = await startServer({ VISITOR_KEYS: 'on' });
});
afterAll(() => server.close());

async function call(method: string, path: string, key: string, body?: object): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(`${server.url}/api/v1${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', ...(key ? { Authorization: `Bearer ${key}` } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  return { status: response.status, body: (text ? JSON.parse(text) : {}) as Record<string, unknown> };
}
const keyOf = (role: Role): Promise<string> => server.app.store.keys.create(role);

test.each([
  ['nobody', '/topics', 401],
  ['visitor', '/topics', 200],
  ['visitor', '/documents', 403],
  ['manager', '/topics', 200],
  ['manager', '/documents', 200],
  ['manager', '/keys', 403],
  ['operator', '/documents', 200],
  ['operator', '/keys', 200],
] as const)('%s at %s: %i', async (role, path, status) => {
  const refused = await call('GET', path, role === 'nobody' ? '' : await keyOf(role));
  expect(refused.status).toBe(status);
  if (status === 403)
    expect(refused.body).toMatchObject({ code: 'key-forbidden', detail: expect.stringContaining(`the key of a ${role}`) as string });
});

test('an operator makes a key, sees it without its secret, and revokes it', async () => {
  const operator = await keyOf('operator');
  const made = await call('POST', '/keys', operator, { role: 'visitor' });
  expect(made).toMatchObject({ status: 201, body: { role: 'visitor' } });
  const key = String(made.body['key']);
  expect((await call('GET', '/model', key)).body).toMatchObject({
    version: expect.any(String) as string,
    engine: expect.any(String) as string,
  });
  const { keys } = (await call('GET', '/keys', operator)).body as { keys: { id: string; role: string }[] };
  expect(JSON.stringify(keys)).not.toContain(key);
  const { id } = keys.at(-1) ?? { id: '' };
  await expect(call('DELETE', `/keys/${id}`, operator)).resolves.toMatchObject({ status: 204 });
  await expect(call('GET', '/model', key)).resolves.toMatchObject({ status: 401 });
  await expect(call('DELETE', `/keys/${id}`, operator)).resolves.toMatchObject({ status: 404, body: { code: 'key-unknown' } });
});

test('the database holds no key that could be used', async () => {
  const key = await keyOf('manager');
  expect((await server.app.store.keys.list()).some(({ id }) => key.includes(id))).toBe(false);
  expect(await server.app.store.keys.roleOf(key)).toBe('manager');
  expect(await server.app.store.keys.roleOf(`${key}x`)).toBeUndefined();
});
