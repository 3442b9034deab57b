import { getRequestType, type RequestHandler } from 'ask-sdk-core';
import { z } from 'zod';
import type { Voice } from '../voice';
import { answer } from './talk';

/** What our screens send when a line is touched. */
const touchSchema = z.tuple([z.enum(['ask', 'topic']), z.string().min(1).max(200)]);

/** A touch on a topic or a question does what saying it does; other touches are met with silence. */
export function touch(voice: Voice): RequestHandler {
  return {
    canHandle: (input) => getRequestType(input.requestEnvelope) === 'Alexa.Presentation.APL.UserEvent',
    handle: (input) => {
      const { request } = input.requestEnvelope;
      const touched = touchSchema.safeParse(request.type === 'Alexa.Presentation.APL.UserEvent' ? request.arguments : undefined);
      if (!touched.success) return input.responseBuilder.getResponse();
      const [kind, utterance] = touched.data;
      return answer(voice, input, { utterance, as: kind === 'topic' ? 'choose-topic' : 'question' });
    },
  };
}
