import { getRequestType, type RequestHandler } from 'ask-sdk-core';
import { conversationOf, respond } from '../reply';
import type { Voice } from '../voice';
import { isIntent } from './matching';

/** Stop, Cancel and NavigateHome: a brief goodbye, session closed. */
export function stop(voice: Voice): RequestHandler {
  const { goodbye } = voice.prompts;
  return {
    canHandle: (input) => isIntent(input, 'AMAZON.StopIntent', 'AMAZON.CancelIntent', 'AMAZON.NavigateHomeIntent'),
    handle: (input) => respond(input, { speech: goodbye[(conversationOf(input).turns ?? 0) % goodbye.length] ?? '', end: true }),
  };
}

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
