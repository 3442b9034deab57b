import type { RequestHandler } from 'ask-sdk-core';
import { clearContext, dictate as addToNotes } from '../../assistant/dictate';
import { conversationOf, respond } from '../reply';
import { rememberedSession, sessionIdOf, type Voice } from '../voice';
import { heard, isIntent } from './matching';

/** "Remember that the key is under the mat": sentence by sentence. */
export function dictate(voice: Voice): RequestHandler {
  const { prompts, assistant } = voice;
  return {
    canHandle: (input) => isIntent(input, 'DictateIntent'),
    handle: (input) => {
      const passage = heard(input, 'passage');
      if (passage === undefined)
        return respond(input, { speech: prompts.notesEmpty, reprompt: prompts.notedReprompt, listenFor: 'passage' });
      addToNotes(assistant, sessionIdOf(input), passage);
      const dictated = (conversationOf(input).dictated ?? 0) + 1;
      return respond(input, {
        speech: prompts.noted(passage),
        reprompt: prompts.notedReprompt,
        listenFor: 'passage',
        conversation: { dictated },
      });
    },
  };
}

/** "That's all." */
export function finishDictation(voice: Voice): RequestHandler {
  const { prompts } = voice;
  return {
    canHandle: (input) => isIntent(input, 'FinishDictationIntent'),
    handle: (input) => {
      const { dictated = 0 } = conversationOf(input);
      if (dictated === 0 && rememberedSession(voice, input).context?.kind !== 'text') {
        return respond(input, { speech: prompts.noWithoutQuestion, reprompt: prompts.anythingElseReprompt });
      }
      return respond(input, {
        speech: prompts.notesDone(Math.max(1, dictated)),
        reprompt: prompts.askReprompt,
        conversation: { dictated: 0 },
      });
    },
  };
}

/** "Clear the notes." */
export function clearNotes(voice: Voice): RequestHandler {
  const { prompts, assistant } = voice;
  return {
    canHandle: (input) => isIntent(input, 'ClearContextIntent'),
    handle: (input) => {
      clearContext(assistant, sessionIdOf(input));
      return respond(input, { speech: prompts.cleared, reprompt: prompts.askReprompt, conversation: { dictated: 0 } });
    },
  };
}
