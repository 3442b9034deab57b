import { FrontDeskClient, FrontDeskError } from '../../src/client';
import { startServer, type TestServer } from '../support/server';

const TEXT = 'The kiosk opens at 6 a.m. and sells umbrellas for 9 dollars.';
let server: TestServer;
let desk: FrontDeskClient;

beforeAll(async () => {
  server = await startServer();
  desk = new FrontDeskClient(server.url, await server.app.store.keys.create('manager'));
});
afterAll(() => server.close());

test('asks about a text, a topic and a session', async () => {
  expect((await desk.ask('when does the kiosk open', { context: TEXT })).shortAnswer).toBe('6 a.m.');
  await desk.setContext('kim', { text: TEXT });
  expect(await desk.askAll(['when does the kiosk open', 'how much is an umbrella', '?!'], { sessionId: 'kim' })).toMatchObject([
    { shortAnswer: '6 a.m.' },
    { shortAnswer: expect.stringContaining('9 dollars') as string },
    { problem: { code: 'question-missing' } },
  ]);
  await desk.judge('kim', 'right');
  expect((await desk.topics()).map(({ id }) => id)).toContain('dining');
});

test('hears of the evidence before the answer, and why it was given', async () => {
  const heard: string[] = [];
  const options = { explain: true, onEvidence: ({ evidence }: { evidence: { text: string } }) => heard.push(evidence.text) };
  const { answer, attention } = await desk.ask('when does the kiosk open', { context: TEXT }, options);
  expect(heard).toEqual(['6 a.m.']);
  expect(answer).toContain('6 a.m.');
  expect(attention?.words.length).toBeGreaterThan(2);
});

test('searches, adds a sentence, and reads what visitors thought', async () => {
  expect((await desk.search('wifi password'))[0]?.source).toBe('Internet and printing');
  const { document, answer } = await desk.addSentence('Kites', 'Kites are lent at the tower for 3 dollars', 'where are kites lent');
  expect(document).toMatchObject({ topic: 'kites', title: 'Notes' });
  expect(answer?.shortAnswer).toContain('tower');
  expect(await desk.unanswered()).toEqual([]);
  expect(await desk.feedback()).toEqual([expect.objectContaining({ verdict: 'right' })]);
  expect(JSON.parse(await desk.trainingExamples())).toMatchObject({ qas: [expect.anything()] });
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
