import { comparableName } from '../text/names';
import { EVERYTHING, type SessionContext, type Topic } from './ports';
import { TOPIC_MS } from './sessions';
import { say, type Outcome, type Talk } from './talk';
import type { TopicAct } from './utterances/lexicon';

/** Whether words are the name of a topic, and nothing else. */
export function isTopicName(topics: readonly Topic[], words: string): boolean {
  const wanted = comparableName(words);
  return (
    wanted !== '' && topics.some(({ id, title, synonyms }) => [id, title, ...synonyms].some((name) => comparableName(name) === wanted))
  );
}

/** Talk about topics: which there are, which is set, and another one. */
export function chooseTopic(talk: Talk): Promise<Outcome> {
  return MEET[talk.act as TopicAct](talk);
}

const MEET: Readonly<Record<TopicAct, (talk: Talk) => Promise<Outcome>>> = {
  'list-topics': (talk) => {
    const reply = talk.topics.length > 0 ? talk.replies.topics(names(talk, talk.topics, 'and')) : talk.replies.noTopics;
    return Promise.resolve({ reply: say('list-topics', reply, { suggestions: titles(talk.topics) }) });
  },
  'current-topic': (talk) => {
    const { context } = talk.session;
    const topic = context?.kind === 'topic' ? talk.topics.find(({ id }) => id === context.topic) : undefined;
    return Promise.resolve({
      reply: say('current-topic', topic ? talk.replies.currentTopic(topic.title.toLowerCase()) : talk.replies.noTopic),
    });
  },
  'choose-topic': choose,
};

async function choose(talk: Talk): Promise<Outcome> {
  const { assistant, text, topics, replies } = talk;
  const named = await assistant.library.topicsNamed(text);
  const [topic, ...namesakes] = named;
  if (topics.length === 0) return { reply: say('choose-topic', replies.noTopics) };
  if (!topic)
    return { reply: say('choose-topic', replies.topicUnknown(text, names(talk, topics, 'and')), { suggestions: titles(topics) }) };
  if (namesakes.length > 0)
    return { reply: say('choose-topic', replies.whichTopic(names(talk, named, 'or')), { suggestions: titles(named) }) };
  if (topic.id === EVERYTHING) return { reply: say('everything', replies.everything), change: ({ context: _, ...session }) => session };
  const context: SessionContext = { kind: 'topic', topic: topic.id, until: assistant.clock() + TOPIC_MS };
  return {
    reply: say('choose-topic', replies.topicChosen(topic.title.toLowerCase()), { suggestions: topic.examples.slice(0, 3) }),
    change: (session) => ({ ...session, context, turns: [] }),
  };
}

function names(talk: Talk, topics: readonly Topic[], conjunction: 'and' | 'or'): string {
  return talk.replies.list(
    topics.map(({ title }) => title.toLowerCase()),
    conjunction,
  );
}

function titles(topics: readonly Topic[]): string[] {
  return topics.map(({ title }) => title);
}
