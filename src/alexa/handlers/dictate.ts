import type { RequestHandler } from 'ask-sdk-core';
import { converse } from '../../assistant/converse';
import { conversationOf, respond } from '../reply';
import { rememberedSession, sessionIdOf, type Voice } from '../voice';
import { heard, isIntent } from './matching';

/** "Remember that the key is under the mat": sentence by sentence. */
export function dictate(voice: Voice): RequestHandler {
  const { prompts, assistant } = voice;
  return {
    canHandle: (input) => isIntent(input, 'DictateIntent'),
    handle: async (input) => {
      const passage = heard(input, 'passage');
      if (passage === undefined)
        return respond(input, { speech: prompts.notesEmpty, reprompt: prompts.notedReprompt, listenFor: 'passage' });
      await converse(assistant, { utterance: passage, as: 'note', sessionId: sessionIdOf(input) });
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
    handle: async (input) => {
      const { dictated = 0 } = conversationOf(input);
      if (dictated === 0 && (await rememberedSession(voice, input)).notes.length === 0) {
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
    handle: async (input) => {
      await converse(assistant, { utterance: '', as: 'clear-notes', sessionId: sessionIdOf(input) });
      return respond(input, { speech: prompts.cleared, reprompt: prompts.askReprompt, conversation: { dictated: 0 } });
    },
  };
}
