import type { RequestHandler } from 'ask-sdk-core';
import { respond } from '../reply';
import { rememberedSession, type Voice } from '../voice';
import { isIntent } from './matching';

/** "Where does that come from?" */
export function tellSource(voice: Voice): RequestHandler {
  const { prompts } = voice;
  return {
    canHandle: (input) => isIntent(input, 'SourceIntent'),
    handle: (input) => {
      const answer = rememberedSession(voice, input).lastAnswer;
      if (!answer?.answerable) return respond(input, { speech: prompts.noSource, reprompt: prompts.askReprompt });
      return respond(input, {
        speech: `${prompts.source(answer.evidence.source.toLowerCase(), sentence(answer.evidence.sentence))} ${prompts.anythingElse[0]}`,
        reprompt: prompts.anythingElseReprompt,
        answer,
      });
    },
  };
}

/** "Tell me more": the sentences around the evidence. */
export function tellMore(voice: Voice): RequestHandler {
  const { prompts } = voice;
  return {
    canHandle: (input) => isIntent(input, 'MoreDetailIntent', 'AMAZON.MoreIntent', 'AMAZON.NextIntent'),
    handle: (input) => {
      const answer = rememberedSession(voice, input).lastAnswer;
      if (!answer?.answerable) return respond(input, { speech: prompts.noMore, reprompt: prompts.askReprompt });
      return respond(input, {
        speech: `${prompts.moreDetail(sentence(answer.evidence.around))} ${prompts.anythingElse[1]}`,
        reprompt: prompts.anythingElseReprompt,
      });
    },
  };
}

function sentence(text: string): string {
  return /[.!?]$/u.test(text) ? text : `${text}.`;
}
