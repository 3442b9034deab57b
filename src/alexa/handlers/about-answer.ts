import type { HandlerInput, RequestHandler } from 'ask-sdk-core';
import type { Response } from 'ask-sdk-model';
import type { Answer } from '../../assistant/ports';
import { conversationOf, respond } from '../reply';
import { shorten } from '../speech/shorten';
import { rememberedSession, type Voice } from '../voice';
import { isIntent } from './matching';

/** "Where does that come from?" */
export function tellSource(voice: Voice): RequestHandler {
  const { prompts } = voice;
  return {
    canHandle: (input) => isIntent(input, 'SourceIntent'),
    handle: async (input) => {
      const answer = (await rememberedSession(voice, input)).lastAnswer;
      if (!answer?.answerable) return respond(input, { speech: prompts.noSource, reprompt: prompts.askReprompt });
      return read(voice, input, prompts.source(answer.evidence.source.toLowerCase(), answer.evidence.sentence), answer);
    },
  };
}

/** "Tell me more": what was left of a long text, else the sentences around the evidence. */
export function tellMore(voice: Voice): RequestHandler {
  const { prompts } = voice;
  return {
    canHandle: (input) => isIntent(input, 'MoreDetailIntent', 'AMAZON.MoreIntent', 'AMAZON.NextIntent'),
    handle: async (input) => {
      const { rest } = conversationOf(input);
      if (rest) return read(voice, input, rest);
      const answer = (await rememberedSession(voice, input)).lastAnswer;
      if (!answer?.answerable) return respond(input, { speech: prompts.noMore, reprompt: prompts.askReprompt });
      return read(voice, input, prompts.moreDetail(answer.evidence.around));
    },
  };
}

/** Reads a text aloud, a comfortable piece at a time. */
function read({ prompts }: Voice, input: HandlerInput, text: string, answer?: Answer): Response {
  const { spoken, rest } = shorten(text);
  const ended = /[.!?]$/u.test(spoken) ? spoken : `${spoken}.`;
  return respond(input, {
    speech: `${ended} ${rest ? prompts.moreToHear : prompts.anythingElse[0]}`,
    reprompt: prompts.anythingElseReprompt,
    ...(answer ? { answer } : {}),
    ...(rest ? { conversation: { rest } } : {}),
  });
}
