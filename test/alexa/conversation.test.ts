import { Conversation, type Turn } from '../support/conversation';
import { envelope } from '../support/envelopes';
import { startServer, type TestServer } from '../support/server';

let server: TestServer;
let visitors = 0;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

function visitor(options = {}): Conversation {
  visitors += 1;
  return new Conversation(server, `V${visitors}`, options);
}

/** Every open turn asks for something and has a reprompt; every closed one does neither. */
function expectOpen(turn: Turn): void {
  expect(turn.status).toBe(200);
  expect(turn.ended).toBe(false);
  expect(turn.reprompt).not.toBe('');
}

describe('opening', () => {
  test('a first visitor is welcomed, told what can be asked, and asked', async () => {
    const turn = await visitor().launch();
    expectOpen(turn);
    expect(turn.speech).toMatch(/^Welcome to the front desk\. .*breakfast and dining.*What would you like to know\?$/u);
    expect(turn.response.directives).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ type: 'Dialog.UpdateDynamicEntities' }),
        expect.objectContaining({
          type: 'Dialog.ElicitSlot',
          slotToElicit: 'query',
          updatedIntent: expect.objectContaining({ name: 'AskQuestionIntent' }) as object,
        }),
      ]),
    );
  });

  test('a returning visitor is greeted with the last topic', async () => {
    const guest = visitor();
    await guest.launch();
    await guest.intent('SetContextIntent', { topic: 'parking' });
    const turn = await guest.launch();
    expectOpen(turn);
    expect(turn.speech).toMatch(/^Welcome back.*parking and getting around.*go back to everything/u);
  });
});

describe('asking', () => {
  test('an answer is spoken, the session stays open and listens for the next question', async () => {
    const turn = await visitor().ask("what's the password of the wifi");
    expectOpen(turn);
    expect(turn.ssml).toContain('lantern <say-as interpret-as="digits">482</say-as>');
    expect(turn.response.card).toMatchObject({ type: 'Simple', content: expect.stringContaining('Internet and printing') as string });
    expect(turn.response.directives?.[0]).toMatchObject({ type: 'Dialog.ElicitSlot', slotToElicit: 'query' });
  });

  test.each([
    ['WhatIsIntent', 'the gate code', '4419'],
    ['WhatIntent', 'is the gate code', '4419'],
    ['WhereIsIntent', 'the pool', 'roof'],
    ['HowMuchIntent', 'is parking', '14'],
    ['TellMeIntent', 'where the gym is', 'basement'],
  ])('%s with %j finds %s', async (intent, query, expected) => {
    const turn = await visitor().intent(intent, { query });
    expectOpen(turn);
    expect(turn.speech).toContain(expected);
  });

  test.each([{}, { query: '' }, { query: '?' }] as Readonly<Record<string, string>>[])('asks again when the slot is %j', async (slots) => {
    const turn = await visitor().intent('WhatIsIntent', slots);
    expectOpen(turn);
    expect(turn.speech).toContain("didn't catch");
  });

  test('a screen shows the answer, and only a screen', async () => {
    const seen = await visitor({ supportedInterfaces: { 'Alexa.Presentation.APL': { runtime: { maxVersion: '2023.3' } } } }).ask(
      'where is the pool',
    );
    const types = (turn: Turn): string[] => turn.response.directives?.map(({ type }) => type) ?? [];
    expect(types(seen)).toContain('Alexa.Presentation.APL.RenderDocument');
    expect(types(await visitor().ask('where is the pool'))).not.toContain('Alexa.Presentation.APL.RenderDocument');
  });

  test('what a visitor says cannot become markup', async () => {
    const turn = await visitor().intent('DictateIntent', { passage: 'tom & jerry\'s <break time="9s"/> "bar" is > the rest' });
    expectOpen(turn);
    expect(turn.ssml).toContain('Tom and jerry&apos;s &lt;break');
    expect(turn.ssml).not.toMatch(/<(?!\/?speak|say-as|\/say-as)/u);
  });
});

describe('topics', () => {
  test('a topic is set by a synonym and kept for the next questions', async () => {
    const guest = visitor();
    const set = await guest.intent('SetContextIntent', { topic: 'food' });
    expectOpen(set);
    expect(set.speech).toContain('breakfast and dining');
    expect((await guest.intent('CurrentTopicIntent')).speech).toContain('breakfast and dining');
  });

  test('an empty slot is elicited with what there is', async () => {
    const turn = await visitor().intent('SetContextIntent');
    expectOpen(turn);
    expect(turn.speech).toMatch(/breakfast and dining.*Which one would you like/u);
    expect(turn.response.directives?.[0]).toMatchObject({ slotToElicit: 'topic', updatedIntent: { name: 'SetContextIntent' } });
  });

  test('an unknown topic is named and the others are offered', async () => {
    const turn = await visitor().intent('SetContextIntent', { topic: 'astronomy' });
    expectOpen(turn);
    expect(turn.speech).toMatch(/^I don't have astronomy\. I have /u);
  });

  test('a name that two topics go by is asked about', async () => {
    for (const title of ['Ferry to the island', 'Ferry to the castle']) {
      const topic = { id: title.replace(/ /gu, '-').toLowerCase(), title, synonyms: ['ferry'], examples: [] };
      await server.app.assistant.library.put({
        topic,
        name: 'timetable.txt',
        title: 'timetable',
        origin: 'upload',
        text: `The ${title} leaves at noon.`,
      });
    }
    const guest = visitor();
    const turn = await guest.intent('SetContextIntent', { topic: 'ferry' });
    expectOpen(turn);
    expect(turn.speech).toBe('Do you mean ferry to the castle or ferry to the island?');
    expect((await guest.intent('SetContextIntent', { topic: 'ferry to the castle' })).speech).toContain('All right, ferry to the castle');
  });

  test('topics are listed', async () => {
    expectOpen(await visitor().intent('ListTopicsIntent'));
  });
});

describe('dictating', () => {
  test('sentence by sentence, then asked about, then cleared', async () => {
    const guest = visitor();
    const first = await guest.intent('DictateIntent', { passage: 'the spare key is under the blue flower pot' });
    expectOpen(first);
    expect(first.response.directives?.[0]).toMatchObject({ slotToElicit: 'passage' });
    await guest.intent('DictateIntent', { passage: 'the cleaner comes on thursday' });
    const done = await guest.intent('FinishDictationIntent');
    expectOpen(done);
    expect(done.speech).toContain('those 2 sentences');
    expect((await guest.intent('WhereIsIntent', { query: 'the spare key' })).speech).toContain('under the blue flower pot');
    expect((await guest.intent('SourceIntent')).speech).toContain('your notes');
    expectOpen(await guest.intent('ClearContextIntent'));
    expect((await guest.intent('ListNotesIntent')).speech).toContain('no notes');
  });

  test('help tells how to dictate while dictating', async () => {
    const guest = visitor();
    await guest.intent('DictateIntent', { passage: 'the shop is closed' });
    expect((await guest.intent('AMAZON.HelpIntent')).speech).toContain('You are dictating');
  });
});

describe('about the answer', () => {
  test('the source, more of the text, and the same again', async () => {
    const guest = visitor();
    const answer = await guest.ask('where is the pool');
    expect((await guest.intent('AMAZON.RepeatIntent')).speech).toBe(answer.speech);
    const source = await guest.intent('SourceIntent');
    expectOpen(source);
    expect(source.speech).toMatch(/Pool, gym and sauna.*It says: The pool is on the roof/u);
    const more = await guest.intent('MoreDetailIntent');
    expectOpen(more);
    expect(more.speech).toContain('Children under 12');
  });

  test('a long text is read in pieces, each on request', async () => {
    const guest = visitor();
    const long = `the attic holds ${Array.from({ length: 90 }, (_, n) => `a crate with number ${n + 100}`).join(' and ')}`;
    await guest.intent('DictateIntent', { passage: long });
    await guest.intent('FinishDictationIntent');
    await guest.ask('what does the attic hold');
    const first = await guest.intent('SourceIntent');
    expectOpen(first);
    expect(first.speech.length).toBeLessThan(500);
    expect(first.speech).toContain('There is more of it');
    const second = await guest.intent('AMAZON.MoreIntent');
    expect(second.speech.slice(0, 100)).not.toBe(first.speech.slice(0, 100));
  });

  test('before any answer there is none to speak of', async () => {
    for (const intent of ['SourceIntent', 'MoreDetailIntent', 'AMAZON.RepeatIntent']) expectOpen(await visitor().intent(intent));
  });

  test("that didn't help is kept for the manager", async () => {
    const guest = visitor();
    await guest.ask('where is the pool');
    expectOpen(await guest.intent('NotHelpfulIntent'));
    expect((await server.app.assistant.feedback.list(1, 0)).items[0]).toMatchObject({
      verdict: 'wrong',
      answer: { question: 'where is the pool' },
    });
  });
});

describe('whatever intent the device chose', () => {
  const asQuestion = (guest: Conversation, sentence: string): Promise<Turn> => guest.ask(sentence);

  test.each(['no', 'nothing thanks', "that's all", 'thank you', 'thank you bye', 'stop', 'goodbye', 'cancel'])(
    '%j ends the session',
    async (sentence) => {
      const guest = visitor();
      await guest.ask('where is the pool');
      expect(await asQuestion(guest, sentence)).toMatchObject({ status: 200, ended: true });
    },
  );

  test('a note, a command and a topic do what they mean', async () => {
    const guest = visitor();
    expect((await asQuestion(guest, 'remember that the spare key is under the mat')).speech).toMatch(
      /^Noted: The spare key is under the mat/u,
    );
    expect((await guest.intent('DictateIntent', { passage: 'remember that the plumber comes on thursday' })).speech).toMatch(
      /^Noted: The plumber comes on thursday/u,
    );
    expect((await guest.intent('DictateIntent', { passage: 'where is the pool' })).speech).toContain('roof');
    expect((await guest.intent('DictateIntent', { passage: "that's all" })).speech).toContain('those 2 sentences');
    expect((await asQuestion(guest, 'forget the last note')).speech).toContain('plumber');
    expect((await asQuestion(guest, 'switch to parking')).speech).toContain('parking');
    expect((await asQuestion(guest, 'what are we talking about')).speech).toContain('go back to everything');
    expect((await asQuestion(guest, 'go back to everything')).speech).toContain('all our texts');
    expect((await asQuestion(guest, "that didn't help")).speech).toContain('Thank you for telling me');
  });

  test('a question or a command may come while a topic is asked for', async () => {
    const guest = visitor();
    await guest.intent('SetContextIntent');
    expect((await guest.intent('SetContextIntent', { topic: 'when is check-out' })).speech).toContain('11');
    await guest.intent('SetContextIntent');
    expect((await guest.intent('SetContextIntent', { topic: 'help' })).speech).toContain('You can ask');
    await guest.intent('SetContextIntent');
    expect((await guest.intent('AMAZON.NoIntent')).ended).toBe(false);
  });

  test('the same again can be said slowly', async () => {
    const guest = visitor();
    const answer = await guest.ask('where is the pool');
    const slowly = await asQuestion(guest, 'say that again slowly');
    expect(slowly.speech).toBe(answer.speech);
    expect(slowly.ssml).toContain('<prosody rate="slow">');
  });

  test('more is said once, and then that there is no more', async () => {
    const guest = visitor();
    await guest.ask('where is the pool');
    expect((await asQuestion(guest, 'tell me more')).speech).toContain('Children under 12');
    expect((await asQuestion(guest, 'more')).speech).toContain('all there is');
  });
});

describe('a question in passing', () => {
  test('is answered, and the session closes', async () => {
    const turn = await visitor({ isNew: true }).ask('where is the pool');
    expect(turn).toMatchObject({ ended: true, reprompt: '' });
    expect(turn.speech).toMatch(/roof[^?]*$/u);
  });

  test('is answered from all texts, whatever the topic was', async () => {
    const before = new Conversation(server, 'PASSING');
    await before.intent('SetContextIntent', { topic: 'parking' });
    expect((await new Conversation(server, 'PASSING', { isNew: true }).ask('where is the pool')).speech).toContain('roof');
  });

  test('stays open when it asks something itself', async () => {
    expectOpen(await visitor({ isNew: true }).intent('WhatIsIntent'));
  });
});

describe('screens', () => {
  const seeing = { supportedInterfaces: { 'Alexa.Presentation.APL': { runtime: { maxVersion: '2023.3' } } } };
  const shown = (turn: Turn): string =>
    JSON.stringify(turn.response.directives?.find(({ type }) => type === 'Alexa.Presentation.APL.RenderDocument'));

  test('topics can be touched', async () => {
    const guest = visitor(seeing);
    expect(shown(await guest.launch())).toMatch(/TouchWrapper.*Breakfast and dining/u);
    const turn = await guest.send(
      envelope({ type: 'Alexa.Presentation.APL.UserEvent', arguments: ['topic', 'Breakfast and dining'] }, guest.envelopeOptions()),
    );
    expectOpen(turn);
    expect(turn.speech).toContain('breakfast and dining');
  });

  test('questions can be touched, and the answer marks its source and scrolls', async () => {
    const guest = visitor(seeing);
    expect(shown(await guest.intent('AMAZON.HelpIntent'))).toContain('"ask"');
    const turn = await guest.send(
      envelope({ type: 'Alexa.Presentation.APL.UserEvent', arguments: ['ask', 'Where is the pool?'] }, guest.envelopeOptions()),
    );
    expect(turn.speech).toContain('roof');
    expect(shown(turn)).toMatch(/ScrollView.*<b>/u);
  });
});

describe('other languages', () => {
  test.each([
    ['de-DE', /^Willkommen.*englische Texte/u],
    ['es-ES', /^Te damos la bienvenida.*inglés/u],
    ['fr-FR', /^Bienvenue.*anglais/u],
  ])('%s is welcomed, and told which language the desk reads', async (locale, expected) => {
    const turn = await visitor().send(envelope({ type: 'LaunchRequest', locale }, { user: locale }));
    expect(turn.speech).toMatch(expected);
  });
});

test('who disables the skill is forgotten', async () => {
  const guest = visitor();
  await guest.ask('remember that the spare key is under the mat');
  await guest.send(envelope({ type: 'AlexaSkillEvent.SkillDisabled' }, guest.envelopeOptions()));
  expect((await guest.ask('read my notes')).speech).toContain('no notes');
});

describe('the ways of a conversation', () => {
  test.each(['AMAZON.HelpIntent', 'AMAZON.FallbackIntent', 'AMAZON.StartOverIntent', 'AMAZON.YesIntent', 'SomeNewIntent'])(
    '%s keeps the session open with a prompt',
    async (intent) => {
      expectOpen(await visitor().intent(intent));
    },
  );

  test('two failures in a row bring help in other words', async () => {
    const guest = visitor();
    const first = await guest.intent('AMAZON.FallbackIntent');
    const second = await guest.intent('AMAZON.FallbackIntent');
    expectOpen(second);
    expect(second.speech).not.toBe(first.speech);
    expect(second.speech).toMatch(/plain words\. For example: .*\?/u);
  });

  test.each(['AMAZON.StopIntent', 'AMAZON.CancelIntent', 'AMAZON.NavigateHomeIntent'])('%s says goodbye and closes', async (intent) => {
    const turn = await visitor().intent(intent);
    expect(turn).toMatchObject({ status: 200, ended: true, reprompt: '' });
    expect(turn.speech).toMatch(/goodbye/iu);
    expect(turn.response.directives).toBeUndefined();
  });

  test('the end of a session is met with silence', async () => {
    const turn = await visitor().send(
      envelope({ type: 'SessionEndedRequest', reason: 'ERROR', error: { type: 'INVALID_RESPONSE', message: 'x' } }),
    );
    expect(turn).toMatchObject({ status: 200, speech: '' });
  });

  test('can-fulfil requests are answered', async () => {
    const turn = await visitor().send(
      envelope({ type: 'CanFulfillIntentRequest', intent: { name: 'WhatIsIntent', confirmationStatus: 'NONE', slots: {} } }),
    );
    expect(turn.response.canFulfillIntent?.canFulfill).toBe('MAYBE');
  });

  test.each(['Alexa.Presentation.APL.UserEvent', 'System.ExceptionEncountered', 'AlexaSkillEvent.SkillEnabled'])(
    '%s is met with silence',
    async (type) => {
      expect(await visitor().send(envelope({ type }))).toMatchObject({ status: 200, speech: '' });
    },
  );
});

test('a slow answer becomes a spoken apology and the session stays open', async () => {
  const { AssistantError } = await import('../../src/assistant/errors');
  const slow = await startServer(
    {},
    {
      model: {
        version: '0',
        engine: 'slow',
        answer: () => Promise.reject(new AssistantError('too-slow', 'too slow')),
        vectors: () => Promise.resolve([]),
        prepare: () => undefined,
        close: () => Promise.resolve(),
      },
    },
  );
  const turn = await new Conversation(slow, 'S').ask('where is the pool');
  expectOpen(turn);
  expect(turn.speech).toContain('took me too long');
  await slow.close();
});

test('with verification on, an unsigned request is refused without a word about why', async () => {
  const strict = await startServer({ ALEXA_VERIFICATION: 'on' }, { model: server.app.assistant.model });
  const { status, body } = await strict.post('/alexa', envelope({ type: 'LaunchRequest' }));
  expect(status).toBe(400);
  expect(body).toEqual({ type: 'about:blank', status: 400, title: 'The request was refused.' });
  await strict.close();
});

test('a body of the wrong size or kind is a client error', async () => {
  expect((await server.post('/alexa', 'x'.repeat(200_000))).status).toBe(413);
  expect((await server.post('/alexa', '')).status).toBe(400);
});
