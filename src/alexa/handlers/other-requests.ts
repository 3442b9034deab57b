import { getRequestType, type RequestHandler } from 'ask-sdk-core';
import type { canfulfill } from 'ask-sdk-model';
import { carrierOf } from '../interaction/carriers';
import type { Voice } from '../voice';
import { fallback } from './fallback';

/** CanFulfillIntentRequest: questions may be ours, everything else is not. Every slot is answered for. */
export function canFulfill(): RequestHandler {
  return {
    canHandle: (input) => getRequestType(input.requestEnvelope) === 'CanFulfillIntentRequest',
    handle: (input) => {
      const { request } = input.requestEnvelope;
      const intent = request.type === 'CanFulfillIntentRequest' ? request.intent : undefined;
      const isQuestion = intent !== undefined && carrierOf(intent.name) !== undefined;
      const slot: canfulfill.CanFulfillSlot = isQuestion
        ? { canUnderstand: 'MAYBE', canFulfill: 'YES' }
        : { canUnderstand: 'NO', canFulfill: 'NO' };
      const slots = Object.fromEntries(Object.keys(intent?.slots ?? {}).map((name) => [name, slot]));
      return input.responseBuilder.withCanFulfillIntent({ canFulfill: isQuestion ? 'MAYBE' : 'NO', slots }).getResponse();
    },
  };
}

/** Requests of kinds not named elsewhere: intents are met with the fallback, events with silence. */
export function unknownRequest(voice: Voice): RequestHandler {
  return {
    canHandle: () => true,
    handle: (input) =>
      getRequestType(input.requestEnvelope) === 'IntentRequest' ? fallback(voice, input) : input.responseBuilder.getResponse(),
  };
}
