import { FrontDeskClient, FrontDeskError } from '../../src/client';
import { startServer, type TestServer } from '../support/server';

const TEXT = 'The kiosk opens at 6 a.m. and sells umbrellas for 9 dollars.';
let server: TestServer;
let desk: FrontDeskClient;

beforeAll(async () => {
  server = await startServer();
  desk = new FrontDeskClient(server.url, server.app.store.keys.create('manager'));
});
afterAll(() => server.close());

test('asks about a text, a topic and a session', async () => {
  expect((await desk.ask('when does the kiosk open', { context: TEXT })).shortAnswer).toBe('6 a.m.');
  await desk.setContext('kim', { text: TEXT });
  const [open, price] = await desk.askAll(['when does the kiosk open', 'how much is an umbrella'], { sessionId: 'kim' });
  expect(open?.shortAnswer).toBe('6 a.m.');
  expect(price?.shortAnswer).toContain('9 dollars');
  await desk.judge('kim', 'right');
  expect((await desk.topics()).map(({ id }) => id)).toContain('dining');
});

test('adds, lists and removes documents', async () => {
  const added = await desk.addDocument('Kiosk', 'kiosk.txt', new TextEncoder().encode(TEXT));
  expect(await desk.documents()).toContainEqual(added);
  expect((await desk.ask('when does it open', { topic: 'kiosk' })).shortAnswer).toBe('6 a.m.');
  await desk.removeDocument(added.id);
  expect(await desk.documents()).not.toContainEqual(added);
});

test('refusals are thrown with status, code and advice', async () => {
  const refused = desk.ask('', { context: TEXT });
  await expect(refused).rejects.toBeInstanceOf(FrontDeskError);
  await expect(refused).rejects.toMatchObject({
    status: 400,
    code: 'question-missing',
    message: expect.stringContaining('Ask something') as string,
  });
  await expect(new FrontDeskClient(server.url).documents()).rejects.toMatchObject({ status: 401, code: 'key-missing' });
});
