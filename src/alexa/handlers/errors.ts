import type { ErrorHandler } from 'ask-sdk-core';
import { AssistantError, type ErrorCode } from '../../assistant/errors';
import type { Prompts } from '../prompts/prompts';
import { respond } from '../reply';
import type { Voice } from '../voice';
import { isRequest } from './slots';

/** Every error as a spoken sentence; the session stays open. */
export function errors(voice: Voice): ErrorHandler {
  return {
    canHandle: () => true,
    handle: (input, error) => {
      const code = error instanceof AssistantError ? error.code : undefined;
      if (code === undefined || code === 'store-failed') voice.logger.error({ err: error }, 'an Alexa request failed');
      if (!isRequest(input, 'IntentRequest', 'LaunchRequest')) return input.responseBuilder.getResponse();
      const prompts = voice.promptsFor(input);
      return respond(input, { speech: spokenError(prompts, code), reprompt: prompts.ask });
    },
  };
}

function spokenError(prompts: Prompts, code: ErrorCode | undefined): string {
  switch (code) {
    case 'question-missing':
    case 'question-too-long':
      return prompts.emptyQuestion;
    case 'context-missing':
    case 'topic-unknown':
      return prompts.nothingToRead;
    case 'context-too-long':
      return prompts.notesTooLong;
    case 'busy':
    case 'too-slow':
      return prompts.tooSlow;
    default:
      return prompts.broken;
  }
}
