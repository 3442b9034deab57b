import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CertificateAuthority, sign } from '../support/certificate-authority';
import { Conversation } from '../support/conversation';
import { SKILL_ID, envelope, launchRequest } from '../support/envelopes';
import { startServer, type TestServer } from '../support/server';

const CHAIN_URL = 'https://s3.amazonaws.com/echo.api/echo-api-cert.pem';
const authority = new CertificateAuthority();
const leaf = authority.leaf();

describe('a server that verifies', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer(
      { ALEXA_VERIFICATION: 'on', ALEXA_SKILL_ID: SKILL_ID },
      { trustedRoots: () => [authority.root.pem], fetchText: () => Promise.resolve(authority.chain(leaf)) },
    );
  });
  afterAll(() => server.close());

  const post = (body: string, signature = sign(leaf, body)): ReturnType<TestServer['post']> =>
    server.post('/alexa', body, { SignatureCertChainUrl: CHAIN_URL, 'Signature-256': signature });

  test('answers what Amazon signed', async () => {
    const { status, body } = await post(JSON.stringify(launchRequest()));
    expect(status).toBe(200);
    expect(JSON.stringify(body)).toContain('Welcome to the front desk');
  });

  test.each([
    ['another skill', JSON.stringify(launchRequest({ skillId: 'amzn1.ask.skill.other' })), undefined],
    ['an old request', JSON.stringify(launchRequest({ timestamp: new Date(Date.now() - 200_000).toISOString() })), undefined],
    ['a foreign signature', JSON.stringify(launchRequest()), sign(new CertificateAuthority().leaf(), 'x')],
  ])('refuses %s with 400 and no detail', async (_, body, signature) => {
    const refused = await post(body, signature);
    expect(refused.status).toBe(400);
    expect(refused.body).toEqual({ type: 'about:blank', status: 400, title: 'The request was refused.' });
  });
});

test('an answer that takes longer than a second says "one moment" meanwhile', async () => {
  const heard: { path: string | undefined; body: string; authorization: string | undefined }[] = [];
  const amazon = createServer((request: IncomingMessage, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      heard.push({ path: request.url, body, authorization: request.headers.authorization });
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => amazon.listen(0, '127.0.0.1', resolve));
  const answer = {
    sentence: 'It is on the roof.',
    answerable: true,
    confidence: 1,
    passage: 0,
    evidence: { text: 'roof', start: 0, end: 4, sentence: 'Roof.', around: 'Roof.' },
    processors: [],
  };
  const slow = await startServer(
    {},
    {
      model: {
        version: '0',
        engine: 'slow',
        answer: () => new Promise((resolve) => setTimeout(() => resolve(answer), 1_300)),
        vectors: () => Promise.resolve([]),
        prepare: () => undefined,
        close: () => Promise.resolve(),
      },
    },
  );
  const asked = envelope({
    type: 'IntentRequest',
    intent: { name: 'AskQuestionIntent', confirmationStatus: 'NONE', slots: { query: { name: 'query', value: 'where is the pool' } } },
  });
  const context = (asked as { context: { System: { apiEndpoint: string } } }).context;
  context.System.apiEndpoint = `http://127.0.0.1:${(amazon.address() as AddressInfo).port}`;
  const turn = await new Conversation(slow, 'PATIENT').send(asked);
  expect(turn.speech).toContain('It is on the roof.');
  expect(heard).toEqual([
    { path: '/v1/directives', body: expect.stringContaining('One moment, please.') as string, authorization: 'Bearer token' },
  ]);
  await slow.close();
  await new Promise((resolve) => amazon.close(resolve));
});
