import { getRequestType, type RequestHandler } from 'ask-sdk-core';
import { CARRIERS } from '../interaction/carriers';
import { respond } from '../reply';
import type { Voice } from '../voice';

const ANSWERABLE = new Set(['AskQuestionIntent', ...CARRIERS.map(({ intent }) => intent)]);

/** CanFulfillIntentRequest: questions may be ours, everything else is not. */
export function canFulfill(): RequestHandler {
  return {
    canHandle: (input) => getRequestType(input.requestEnvelope) === 'CanFulfillIntentRequest',
    handle: (input) => {
      const { request } = input.requestEnvelope;
      const maybe = request.type === 'CanFulfillIntentRequest' && ANSWERABLE.has(request.intent.name);
      return input.responseBuilder.withCanFulfillIntent({ canFulfill: maybe ? 'MAYBE' : 'NO' }).getResponse();
    },
  };
}

/** Requests of kinds not named elsewhere: intents are met with the fallback, events with silence. */
export function unknownRequest(voice: Voice): RequestHandler {
  const { prompts } = voice;
  return {
    canHandle: () => true,
    handle: (input) =>
      getRequestType(input.requestEnvelope) === 'IntentRequest'
        ? respond(input, { speech: prompts.fallback, reprompt: prompts.askReprompt })
        : input.responseBuilder.getResponse(),
  };
}
