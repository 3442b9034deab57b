import { startServer, type TestServer } from '../support/server';

interface SaidBack {
  readonly kind: string;
  readonly act?: string;
  readonly reply: string;
  readonly understoodAs?: string;
  readonly answers: readonly {
    readonly answerable: boolean;
    readonly shortAnswer: string;
    readonly evidence: { readonly source: string };
  }[];
  readonly suggestions: readonly string[];
  readonly end?: true;
}

let server: TestServer;
let sessions = 0;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

/** A visitor of a session of their own. */
function visitor(): (utterance: string, topic?: string) => Promise<SaidBack> {
  sessions += 1;
  const sessionId = `visitor-${sessions}`;
  return async (utterance, topic) => {
    const { status, body } = await server.post('/api/v1/converse', { utterance, sessionId, ...(topic === undefined ? {} : { topic }) });
    expect(status).toBe(200);
    return body as unknown as SaidBack;
  };
}

async function unanswered(): Promise<readonly string[]> {
  return (await server.app.store.feedback.unanswered(200, 0)).items.map(({ question }) => question);
}

describe('POST /api/v1/converse', () => {
  test.each([
    ['hello', 'greeting'],
    ['Good evening!', 'greeting'],
    ['thanks, that was quick', 'thanks'],
    ['okay thanks bye bye', 'goodbye'],
    ['Hello there, who am I talking to?', 'identity'],
    ['you are stupid', 'insult'],
    ['sorry to bother you', 'apology'],
    ['Hi, how are you?', 'how-are-you'],
    ['great you have helped me a lot', 'thanks'],
  ])('meets "%s" kindly, without reading a text', async (utterance, act) => {
    const before = await unanswered();
    const reply = await visitor()(utterance);
    expect(reply).toMatchObject({ kind: 'social', act, answers: [] });
    expect(reply.reply).toMatch(/^\p{Lu}.*[.?]$/u);
    expect(reply.reply).not.toMatch(/doesn't say|don't say/u);
    expect(await unanswered()).toEqual(before);
  });

  test('a courtesy in front of a question leaves it a question', async () => {
    const reply = await visitor()('hello, what time is breakfast please');
    expect(reply.kind).toBe('question');
    expect(reply.answers).toMatchObject([{ question: 'what time is breakfast', answerable: true }]);
  });

  test('the answer is repeated, explained and continued', async () => {
    const say = visitor();
    const { reply } = await say('what time is breakfast');
    expect(await say('can you say that again')).toMatchObject({ kind: 'conversation', act: 'repeat', reply });
    expect(await say('a bit slower please')).toMatchObject({ act: 'slower', reply });
    expect((await say('where does it say that')).reply).toContain('Breakfast and dining');
    expect((await say('are you sure')).reply).toContain('Breakfast and dining');
    expect((await say('tell me more')).act).toBe('more');
  });

  test('"what can i ask" names topics and an example', async () => {
    const { reply, suggestions } = await visitor()('what can I ask you?');
    expect(reply).toContain('Breakfast and dining');
    expect(suggestions.length).toBeGreaterThan(0);
    expect(reply).toContain(suggestions[0]);
  });

  test.each(['stop', "that's all", 'nothing thanks', 'no thank you', 'goodbye'])('"%s" ends the conversation', async (utterance) => {
    expect(await visitor()(utterance)).toMatchObject({ end: true });
  });

  test.each(['can I talk to a person', 'put me through to somebody', 'is there a human on shift'])(
    '"%s" is handed over',
    async (utterance) => {
      expect(await visitor()(utterance)).toMatchObject({ kind: 'person', answers: [] });
    },
  );

  test.each(['', '?!', '   '])('"%s" is asked for again', async (utterance) => {
    expect(await visitor()(utterance)).toMatchObject({ kind: 'nonsense', answers: [] });
  });
});

describe('notes', () => {
  test('are read beside the desk, cited as the own, and removed one by one', async () => {
    const say = visitor();
    expect(await say('remember that my locker is number 4417')).toMatchObject({ kind: 'note', act: 'note' });
    await say('remember that Aunt Polly arrives on the 6 p.m. train');
    expect((await say('what number is my locker')).answers).toMatchObject([{ shortAnswer: '4417', evidence: { source: 'your notes' } }]);
    expect((await say('what time is breakfast')).answers[0]?.evidence.source).toContain('Breakfast');
    expect((await say('what are my notes')).reply).toMatch(/2 notes.*4417.*Aunt Polly/u);
    expect((await say('forget the note about the locker')).reply).toContain('4417');
    expect((await say('what are my notes')).reply).not.toContain('4417');
    expect((await say('clear my notes')).act).toBe('clear-notes');
    expect((await say('my notes')).reply).toContain('no notes');
  });

  test('stay when a topic is chosen', async () => {
    const say = visitor();
    await say('remember that my locker is number 4417');
    await say('switch to internet');
    expect((await say('what are my notes')).reply).toContain('4417');
  });
});

describe('topics', () => {
  test('are chosen by name, told, and left', async () => {
    const say = visitor();
    expect(await say('switch to internet')).toMatchObject({ kind: 'topic', act: 'choose-topic' });
    expect((await say('what are we talking about')).reply).toMatch(/internet.*go back to everything/u);
    expect((await say('help')).reply).toContain('go back to everything');
    expect(await say('go back to everything')).toMatchObject({ act: 'everything' });
    expect((await say('what time is breakfast')).answers).toMatchObject([{ answerable: true }]);
  });

  test('an unknown one brings those there are', async () => {
    const { reply, suggestions } = await visitor()('switch to astronomy');
    expect(reply).toContain("don't have astronomy");
    expect(suggestions).toContain('Internet and printing');
  });

  test('a topic given along counts for its utterance alone', async () => {
    const say = visitor();
    await say('what is the password', 'internet');
    expect((await say('what are we talking about')).reply).toContain('all our texts');
  });
});

describe('follow-ups', () => {
  test('take the like part of the question before', async () => {
    const say = visitor();
    await say('when does the restaurant open');
    const reply = await say('and the pool');
    expect(reply).toMatchObject({ kind: 'follow-up', understoodAs: 'when does the pool open' });
    expect(reply.answers).toMatchObject([{ answerable: true, evidence: { source: expect.stringContaining('Pool') as string } }]);
  });

  test('a correction takes the place of what was wrong', async () => {
    const say = visitor();
    await say('where is the gym');
    expect(await say('no sorry i meant the pool')).toMatchObject({ kind: 'follow-up', understoodAs: 'where is the pool' });
  });

  test('a pronoun is given what it stands for', async () => {
    const say = visitor();
    await say('where is the sauna');
    expect(await say('how much does it cost')).toMatchObject({ understoodAs: 'how much does the sauna cost' });
  });

  test('a question that stands by itself is left alone', async () => {
    const say = visitor();
    await say('where is the sauna');
    const reply = await say('what time is breakfast');
    expect(reply.kind).toBe('question');
    expect(reply).not.toHaveProperty('understoodAs');
    expect(reply.answers[0]?.evidence.source).toContain('Breakfast');
  });

  test('reach /ask through its session, and not without one', async () => {
    const ask = async (question: string, where: object): Promise<Record<string, unknown>> =>
      (await server.post('/api/v1/ask', { question, ...where })).body;
    await ask('when does the restaurant open', { sessionId: 'follower' });
    expect(await ask('and the pool', { sessionId: 'follower' })).toMatchObject({
      kind: 'follow-up',
      understoodAs: 'when does the pool open',
    });
    expect(await ask('and the pool', { topic: 'everything' })).toMatchObject({ kind: 'question' });
  });
});

describe('several questions in one', () => {
  test('are answered one after the other', async () => {
    const reply = await visitor()('what time is breakfast and where is the pool');
    expect(reply.understoodAs).toBe('what time is breakfast | where is the pool');
    expect(reply.answers).toMatchObject([{ answerable: true }, { answerable: true }]);
    for (const { shortAnswer } of reply.answers) expect(shortAnswer).not.toBe('');
  });

  test('are found in a long story', async () => {
    const story =
      'We are coming on Friday with my mother, who is eighty. What time is breakfast? She also likes to read her letters. What is the wifi password? Thank you so much.';
    const { answers } = await visitor()(story);
    expect(answers).toHaveLength(2);
    expect(answers[1]?.shortAnswer).toBe('lantern482');
  });

  test('one that fails is named beside the one that is answered', async () => {
    const { reply, answers } = await visitor()('what is the wifi password and who won the chess olympiad');
    expect(answers).toMatchObject([{ answerable: true }, { answerable: false }]);
    expect(reply).toMatch(/lantern482.*who won the chess olympiad/u);
  });
});

describe('a question that the texts do not answer', () => {
  test('brings what is near, whom to ask, and what else can be asked', async () => {
    const key = await server.app.store.keys.create('manager');
    const put = await fetch(`${server.url}/api/v1/desk`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${key}` },
      body: JSON.stringify({ name: 'Harbour View', handOver: 'Please ring 0 for the reception.' }),
    });
    expect(put.status).toBe(200);
    const { reply, answers, suggestions } = await visitor()('how many goldfish live in the swimming pool');
    expect(answers).toMatchObject([{ answerable: false }]);
    expect(reply).toContain('Pool');
    expect(reply).toContain('Please ring 0 for the reception.');
    expect(suggestions.length).toBeGreaterThan(0);
    expect((await visitor()('can I talk to a person')).reply).toBe('Please ring 0 for the reception.');
    expect(await (await fetch(`${server.url}/api/v1/desk`)).json()).toEqual({
      name: 'Harbour View',
      handOver: 'Please ring 0 for the reception.',
    });
  });
});

test('a session is forgotten on demand', async () => {
  const say = visitor();
  await say('remember that my locker is number 4417');
  const response = await fetch(`${server.url}/api/v1/sessions/visitor-${sessions}`, { method: 'DELETE' });
  expect(response.status).toBe(204);
  expect((await say('what are my notes')).reply).toContain('no notes');
});

test('small talk at /ask gets a friendly answer without evidence', async () => {
  const { body } = await server.post('/api/v1/ask', { question: 'thanks for your help', topic: 'everything' });
  expect(body).toMatchObject({ kind: 'social', answerable: false, shortAnswer: '', evidence: { text: '', source: '' } });
  expect(body['answer']).toMatch(/welcome|pleasure/u);
});
