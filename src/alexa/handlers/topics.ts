import type { RequestHandler } from 'ask-sdk-core';
import { respond } from '../reply';
import { currentTopic, rememberedSession, topicNames, type Voice } from '../voice';
import { isIntent } from './matching';

/** "What topics do you have?" */
export function listTopics(voice: Voice): RequestHandler {
  const { prompts } = voice;
  return {
    canHandle: (input) => isIntent(input, 'ListTopicsIntent'),
    handle: async (input) => {
      const topics = await topicNames(voice, 'and');
      return topics
        ? respond(input, { speech: prompts.topics(topics), reprompt: prompts.whichTopicReprompt, listenFor: 'topic' })
        : respond(input, { speech: prompts.noTopics, reprompt: prompts.notedReprompt, listenFor: 'passage' });
    },
  };
}

/** "What are we talking about?" */
export function tellTopic(voice: Voice): RequestHandler {
  const { prompts } = voice;
  return {
    canHandle: (input) => isIntent(input, 'CurrentTopicIntent'),
    handle: async (input) => {
      const session = await rememberedSession(voice, input);
      const topic =
        (await currentTopic(voice, session))?.title.toLowerCase() ?? (session.context?.kind === 'text' ? prompts.yourNotes : undefined);
      return respond(input, { speech: topic === undefined ? prompts.noTopic : prompts.currentTopic(topic), reprompt: prompts.askReprompt });
    },
  };
}
