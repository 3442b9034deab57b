import { getRequestType, type RequestHandler } from 'ask-sdk-core';
import { respond } from '../reply';
import { topicEntities } from '../interaction/dynamic-entities';
import { currentTopic, rememberedSession, sessionIdOf, topicNames, type Voice } from '../voice';

/** "Alexa, open front desk": a short welcome, what can be asked, and a question. */
export function launch(voice: Voice): RequestHandler {
  const { prompts, assistant } = voice;
  return {
    canHandle: (input) => getRequestType(input.requestEnvelope) === 'LaunchRequest',
    handle: async (input) => {
      const session = await rememberedSession(voice, input);
      await assistant.sessions.update(sessionIdOf(input), (before) => ({ ...before, visits: before.visits + 1 }));
      const topic = await currentTopic(voice, session);
      const topics = await topicNames(voice, 'and');
      const first = topics ? prompts.welcomeFirst(topics) : prompts.welcomeFirstNoTopics;
      const again = topic ? prompts.welcomeBack(topic.title.toLowerCase()) : prompts.welcomeBackPlain;
      input.responseBuilder.addDirective(topicEntities(await assistant.library.topics()));
      return respond(input, { speech: session.visits === 0 ? first : again, reprompt: prompts.askReprompt });
    },
  };
}
