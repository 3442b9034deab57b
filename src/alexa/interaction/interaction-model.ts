import type { Topic } from '../../assistant/ports';
import { BUILT_IN_UTTERANCES } from './built-in';
import { CARRIERS } from './carriers';
import { OWN_INTENTS, QUERY } from './own-intents';

export const LOCALES = ['en-US', 'en-GB', 'en-CA', 'en-AU', 'en-IN'] as const;
export const INVOCATION_NAME = 'front desk';

/** The interaction model of one locale, in the form of skill-package/interactionModels/custom. */
export function buildInteractionModel(topics: readonly Topic[], invocationName: string = INVOCATION_NAME): object {
  const carrierIntents = CARRIERS.map(({ intent, phrases }) => ({
    name: intent,
    slots: [QUERY],
    samples: phrases.map((phrase) => `${phrase} {query}`),
  }));
  return {
    interactionModel: {
      languageModel: {
        invocationName,
        modelConfiguration: { fallbackIntentSensitivity: { level: 'LOW' } },
        intents: [...OWN_INTENTS, ...carrierIntents, ...Object.keys(BUILT_IN_UTTERANCES).map((name) => ({ name, samples: [] }))],
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
