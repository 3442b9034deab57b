import type { RequestHandler } from 'ask-sdk-core';
import { converse } from '../../assistant/converse';
import { conversationOf, respond } from '../reply';
import { rememberedSession, sessionIdOf, topicNames, type Voice } from '../voice';
import { isIntent } from './matching';

/** AMAZON.RepeatIntent */
export function repeat(voice: Voice): RequestHandler {
  const { prompts } = voice;
  return {
    canHandle: (input) => isIntent(input, 'AMAZON.RepeatIntent'),
    handle: async (input) => {
      const { said } = conversationOf(input);
      const last = said?.speech ?? (await rememberedSession(voice, input)).lastAnswer?.answer;
      return respond(input, { speech: last ?? prompts.nothingToRepeat, reprompt: said?.reprompt ?? prompts.askReprompt });
    },
  };
}

/** AMAZON.StartOverIntent: back to all texts. */
export function startOver(voice: Voice): RequestHandler {
  const { prompts, assistant } = voice;
  return {
    canHandle: (input) => isIntent(input, 'AMAZON.StartOverIntent'),
    handle: async (input) => {
      await converse(assistant, { utterance: '', as: 'start-over', sessionId: sessionIdOf(input) });
      return respond(input, { speech: prompts.startOver, reprompt: prompts.askReprompt, conversation: { dictated: 0 } });
    },
  };
}

/** AMAZON.YesIntent and NoIntent: the skill asks no yes/no question, so both are taken kindly. */
export function yesOrNo(voice: Voice): RequestHandler {
  const { prompts } = voice;
  return {
    canHandle: (input) => isIntent(input, 'AMAZON.YesIntent', 'AMAZON.NoIntent'),
    handle: (input) =>
      isIntent(input, 'AMAZON.YesIntent')
        ? respond(input, { speech: prompts.yesWithoutQuestion, reprompt: prompts.askReprompt })
        : respond(input, { speech: prompts.noWithoutQuestion, reprompt: prompts.anythingElseReprompt }),
  };
}

/** AMAZON.HelpIntent: what to say, by the situation. */
export function help(voice: Voice): RequestHandler {
  const { prompts } = voice;
  return {
    canHandle: (input) => isIntent(input, 'AMAZON.HelpIntent'),
    handle: async (input) =>
      (conversationOf(input).dictated ?? 0) > 0
        ? respond(input, { speech: prompts.helpNotes, reprompt: prompts.notedReprompt, listenFor: 'passage' })
        : respond(input, { speech: prompts.help(await topicNames(voice, 'or')), reprompt: prompts.askReprompt }),
  };
}

/** AMAZON.FallbackIntent: another way to try; the second time in a row in other words. */
export function fallback(voice: Voice): RequestHandler {
  const { prompts } = voice;
  return {
    canHandle: (input) => isIntent(input, 'AMAZON.FallbackIntent'),
    handle: (input) => {
      const failures = (conversationOf(input).failures ?? 0) + 1;
      const speech = failures > 1 ? prompts.helpOtherWords : prompts.fallback;
      return respond(input, { speech, reprompt: prompts.askReprompt, conversation: { failures } });
    },
  };
}
