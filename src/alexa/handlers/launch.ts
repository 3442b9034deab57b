import { getRequestType, type RequestHandler } from 'ask-sdk-core';
import { currentSession } from '../../assistant/sessions';
import { topicEntities } from '../interaction/dynamic-entities';
import { fill } from '../prompts/prompts';
import { respond } from '../reply';
import { listScreen } from '../screens/list';
import { spokenList } from '../speech/lists';
import { askReprompt, currentTopic, deskName, sessionIdOf, type Voice } from '../voice';

/** "Alexa, open front desk": a short welcome, what can be asked, and a question. */
export function launch(voice: Voice): RequestHandler {
  const { assistant } = voice;
  return {
    canHandle: (input) => getRequestType(input.requestEnvelope) === 'LaunchRequest',
    handle: async (input) => {
      const prompts = voice.promptsFor(input);
      const session = await currentSession(assistant, sessionIdOf(input));
      await assistant.sessions.update(sessionIdOf(input), (before) => ({ ...before, visits: before.visits + 1 }));
      const topics = await assistant.library.topics();
      const titles = topics.map(({ title }) => title);
      const names = spokenList(
        titles.map((title) => title.toLowerCase()),
        prompts.and,
      );
      const first = [prompts.welcome, names ? prompts.welcomeTopics : prompts.welcomeNoTopics];
      const topic = await currentTopic(voice, session);
      const again = [prompts.welcomeBack, ...(topic ? [prompts.welcomeBackTopic] : [])];
      const sentences = [...(session.visits === 0 ? first : again), prompts.otherLanguage, prompts.ask].filter(Boolean).join(' ');
      const speech = fill(sentences, { desk: await deskName(voice, prompts), topics: names, topic: topic?.title.toLowerCase() ?? '' });
      input.responseBuilder.addDirective(topicEntities(topics));
      return respond(input, {
        speech,
        reprompt: await askReprompt(voice, input),
        ...(titles.length > 0 ? { screen: listScreen(prompts.screenTopics, 'topic', titles) } : {}),
      });
    },
  };
}
