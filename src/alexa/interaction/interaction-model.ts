import type { Topic } from '../../assistant/ports';
import { CARRIERS } from './carriers';

export const LOCALES = ['en-US', 'en-GB', 'en-CA', 'en-AU', 'en-IN'] as const;
export const INVOCATION_NAME = 'front desk';

interface Slot {
  readonly name: string;
  readonly type: string;
  readonly samples?: readonly string[];
}

interface Intent {
  readonly name: string;
  readonly slots?: readonly Slot[];
  readonly samples: readonly string[];
}

const QUERY: Slot = { name: 'query', type: 'AMAZON.SearchQuery' };

const BUILT_IN = [
  'AMAZON.HelpIntent',
  'AMAZON.StopIntent',
  'AMAZON.CancelIntent',
  'AMAZON.FallbackIntent',
  'AMAZON.NavigateHomeIntent',
  'AMAZON.RepeatIntent',
  'AMAZON.StartOverIntent',
  'AMAZON.YesIntent',
  'AMAZON.NoIntent',
  'AMAZON.MoreIntent',
  'AMAZON.NextIntent',
];

const OWN_INTENTS: readonly Intent[] = [
  {
    name: 'AskQuestionIntent',
    slots: [{ ...QUERY, samples: ['{query}', 'ask {query}', 'my question is {query}'] }],
    samples: ['ask {query}', 'my question is {query}', 'the question is {query}', 'look up {query}', 'find {query}'],
  },
  {
    name: 'SetContextIntent',
    slots: [{ name: 'topic', type: 'TOPIC', samples: ['{topic}', 'the {topic}', 'about {topic}', 'switch to {topic}'] }],
    samples: [
      'switch to {topic}',
      'switch to the {topic}',
      'use {topic}',
      'use the {topic}',
      'set the context to {topic}',
      'set the topic to {topic}',
      'change the topic to {topic}',
      'talk about {topic}',
      "let's talk about {topic}",
      'change the topic',
      'choose a topic',
      'switch the topic',
      'set the context',
    ],
  },
  {
    name: 'DictateIntent',
    slots: [{ name: 'passage', type: 'AMAZON.SearchQuery', samples: ['{passage}', 'remember that {passage}', 'add that {passage}'] }],
    samples: [
      'remember that {passage}',
      'add that {passage}',
      'note that {passage}',
      'the context is {passage}',
      'write down that {passage}',
      'make a note that {passage}',
    ],
  },
  { name: 'FinishDictationIntent', samples: ["that's all", 'that is all', "that's it", 'i am done', "i'm finished", 'end of the note'] },
  {
    name: 'ClearContextIntent',
    samples: [
      'clear the context',
      'clear the notes',
      'clear my notes',
      'clear it',
      'forget my notes',
      'forget the context',
      'delete my notes',
    ],
  },
  {
    name: 'ListTopicsIntent',
    samples: [
      'list the topics',
      'list topics',
      'what topics do you have',
      'which topics are there',
      'what can i ask about',
      'what do you know about',
    ],
  },
  {
    name: 'CurrentTopicIntent',
    samples: ['what is the topic', "what's the topic", 'what are we talking about', 'which topic is this', 'what is the current topic'],
  },
  {
    name: 'SourceIntent',
    samples: [
      'what is the source',
      "what's the source",
      'where does that come from',
      'where did you get that',
      'how do you know that',
      'who says so',
      'name the source',
      'give me the source',
    ],
  },
  {
    name: 'MoreDetailIntent',
    samples: ['tell me more', 'more detail', 'more details', 'give me more detail', 'go on', 'what else does it say', 'read me the text'],
  },
  {
    name: 'NotHelpfulIntent',
    samples: [
      "that didn't help",
      'that did not help',
      "that's wrong",
      'that is wrong',
      'wrong answer',
      'that is not what i asked',
      'you misunderstood me',
    ],
  },
];

/** The interaction model of one locale, in the form of skill-package/interactionModels/custom. */
export function buildInteractionModel(topics: readonly Topic[]): object {
  const carrierIntents = CARRIERS.map(({ intent, phrases }) => ({
    name: intent,
    slots: [QUERY],
    samples: phrases.map((phrase) => `${phrase} {query}`),
  }));
  return {
    interactionModel: {
      languageModel: {
        invocationName: INVOCATION_NAME,
        modelConfiguration: { fallbackIntentSensitivity: { level: 'LOW' } },
        intents: [...OWN_INTENTS, ...carrierIntents, ...BUILT_IN.map((name) => ({ name, samples: [] }))],
        types: [{ name: 'TOPIC', values: topicValues(topics) }],
      },
      dialog: {
        intents: [
          elicited('AskQuestionIntent', 'query', 'AMAZON.SearchQuery', 'ask.query'),
          elicited('SetContextIntent', 'topic', 'TOPIC', 'ask.topic'),
          elicited('DictateIntent', 'passage', 'AMAZON.SearchQuery', 'ask.passage'),
        ],
        delegationStrategy: 'SKILL_RESPONSE',
      },
      prompts: [
        prompt('ask.query', 'What would you like to know?'),
        prompt('ask.topic', 'Which topic would you like?'),
        prompt('ask.passage', 'What shall I remember?'),
      ],
    },
  };
}

function topicValues(topics: readonly Topic[]): object[] {
  const everything = { id: 'everything', name: { value: 'everything', synonyms: ['all topics', 'the whole desk', 'all texts'] } };
  return [...topics.map(({ id, title, synonyms }) => ({ id, name: { value: spoken(title), synonyms: synonyms.map(spoken) } })), everything];
}

/** Slot values may not hold punctuation. */
function spoken(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}'\- ]/gu, '')
    .trim();
}

function elicited(intent: string, slot: string, type: string, promptId: string): object {
  return {
    name: intent,
    confirmationRequired: false,
    prompts: {},
    slots: [{ name: slot, type, confirmationRequired: false, elicitationRequired: true, prompts: { elicitation: promptId } }],
  };
}

function prompt(id: string, text: string): object {
  return { id, variations: [{ type: 'PlainText', value: text }] };
}
