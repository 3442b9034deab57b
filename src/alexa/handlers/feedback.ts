import type { RequestHandler } from 'ask-sdk-core';
import { recordFeedback } from '../../assistant/feedback';
import { respond } from '../reply';
import { sessionIdOf, type Voice } from '../voice';
import { isIntent } from './matching';

/** "That didn't help." */
export function feedback(voice: Voice): RequestHandler {
  const { prompts, assistant } = voice;
  return {
    canHandle: (input) => isIntent(input, 'NotHelpfulIntent'),
    handle: async (input) => {
      await recordFeedback(assistant, { sessionId: sessionIdOf(input), verdict: 'wrong' });
      return respond(input, { speech: prompts.thanksForFeedback, reprompt: prompts.askReprompt });
    },
  };
}
