import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Conversation } from '../support/conversation';
import { startServer, type TestServer } from '../support/server';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const REQUESTS = 10_000;
const INTENTS = ['AMAZON.HelpIntent', 'AMAZON.FallbackIntent', 'ListTopicsIntent', 'CurrentTopicIntent', 'AMAZON.RepeatIntent'];
const EVENTS = ['uncaughtException', 'unhandledRejection', 'SIGTERM', 'warning', 'exit'];

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('memory and listeners stay flat over ten thousand requests', async () => {
  const guest = new Conversation(server, 'ENDURING');
  const talk = async (requests: number): Promise<void> => {
    for (let n = 0; n < requests; n += 1) {
      const turn = await (n % 100 === 0 ? guest.ask('where is the pool') : guest.intent(INTENTS[n % INTENTS.length] ?? ''));
      if (turn.status !== 200) throw new Error(`request ${n} was answered ${turn.status}`);
    }
  };
  const listeners = (): number => EVENTS.reduce((sum, event) => sum + process.listenerCount(event), 0);
  const heap = (): number => {
    collectGarbage();
    return process.memoryUsage().heapUsed / 1e6;
  };
  await talk(500);
  const before = { heap: heap(), listeners: listeners() };
  await talk(REQUESTS);
  expect(listeners()).toBe(before.listeners);
  expect(heap() - before.heap).toBeLessThan(10);
}, 180_000);
