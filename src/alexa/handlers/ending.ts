import { getRequestType, type RequestHandler } from 'ask-sdk-core';
import { sessionIdOf, type Voice } from '../voice';

/** SessionEndedRequest: nothing may be said. */
export function sessionEnded(voice: Voice): RequestHandler {
  return {
    canHandle: (input) => getRequestType(input.requestEnvelope) === 'SessionEndedRequest',
    handle: (input) => {
      const { request } = input.requestEnvelope;
      if (request.type === 'SessionEndedRequest' && request.error) voice.logger.warn({ alexa: request.error }, 'Alexa ended the session');
      return input.responseBuilder.getResponse();
    },
  };
}

/** AlexaSkillEvent.SkillDisabled: who leaves the skill is forgotten. */
export function skillDisabled(voice: Voice): RequestHandler {
  return {
    canHandle: (input) => getRequestType(input.requestEnvelope) === 'AlexaSkillEvent.SkillDisabled',
    handle: async (input) => {
      await voice.assistant.sessions.remove(sessionIdOf(input));
      return input.responseBuilder.getResponse();
    },
  };
}
