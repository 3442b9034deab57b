import type { HandlerInput, RequestHandler } from 'ask-sdk-core';
import type { Response } from 'ask-sdk-model';
import { EVERYTHING, type Topic } from '../../assistant/ports';
import { converse } from '../../assistant/converse';
import { respond } from '../reply';
import { spokenList } from '../speech/lists';
import { sessionIdOf, topicNames, type Voice } from '../voice';
import { heard, isIntent, resolvedId } from './matching';

/** "Switch to breakfast": asks which topic when none was heard, and offers those there are when it is unknown. */
export function setContext(voice: Voice): RequestHandler {
  const { prompts, assistant } = voice;
  return {
    canHandle: (input) => isIntent(input, 'SetContextIntent'),
    handle: async (input) => {
      const topics = await topicNames(voice, 'and');
      const name = heard(input, 'topic');
      if (!topics) return respond(input, { speech: prompts.noTopics, listenFor: 'passage' });
      if (name === undefined)
        return respond(input, { speech: prompts.whichTopic(topics), reprompt: prompts.whichTopicReprompt, listenFor: 'topic' });
      const namesakes = await assistant.library.topicsNamed(name);
      if (namesakes.length > 1) {
        const choice = spokenList(
          namesakes.map(({ title }) => title.toLowerCase()),
          'or',
        );
        return respond(input, { speech: prompts.whichOfThese(choice), reprompt: prompts.whichTopicReprompt, listenFor: 'topic' });
      }
      const topic = (await assistant.library.findTopic(resolvedId(input, 'topic') ?? name)) ?? (await assistant.library.findTopic(name));
      if (!topic) {
        return respond(input, { speech: prompts.topicUnknown(name, topics), reprompt: prompts.whichTopicReprompt, listenFor: 'topic' });
      }
      return switchTopic(voice, input, topic);
    },
  };
}

/** Makes a topic the visitor's own until it is changed. The name of a topic, said alone, does the same as "switch to". */
export async function switchTopic({ prompts, assistant }: Voice, input: HandlerInput, topic: Topic): Promise<Response> {
  await converse(assistant, { utterance: topic.id, as: 'choose-topic', sessionId: sessionIdOf(input) });
  const title = topic.id === EVERYTHING ? prompts.allTexts : topic.title.toLowerCase();
  return respond(input, { speech: prompts.topicSet(title), reprompt: prompts.askReprompt });
}
