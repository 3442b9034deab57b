import { getIntentName, getRequestType, type HandlerInput, type RequestHandler } from 'ask-sdk-core';
import type { Response } from 'ask-sdk-model';
import { converse } from '../../assistant/converse';
import { CARRIERS, rebuildQuestion, type Carrier } from '../interaction/carriers';
import { withOneMoment } from '../progressive';
import { conversationOf, respond } from '../reply';
import { sessionIdOf, type Voice } from '../voice';
import { heard } from './matching';
import { switchTopic } from './set-context';

const WHOLE_QUESTION: Carrier = { intent: 'AskQuestionIntent', phrases: [], opening: '' };
const BY_INTENT = new Map([WHOLE_QUESTION, ...CARRIERS].map((carrier) => [carrier.intent, carrier]));

/** A question in any of its forms: one intent for each carrier, one for whole sentences. */
export function ask(voice: Voice): RequestHandler {
  const { prompts } = voice;
  return {
    canHandle: (input) => getRequestType(input.requestEnvelope) === 'IntentRequest' && BY_INTENT.has(getIntentName(input.requestEnvelope)),
    handle: async (input) => {
      const carrier = BY_INTENT.get(getIntentName(input.requestEnvelope)) ?? WHOLE_QUESTION;
      const value = heard(input, 'query');
      if (value === undefined) return respond(input, { speech: prompts.emptyQuestion, reprompt: prompts.askReprompt });
      const question = rebuildQuestion(carrier, value);
      const topic = await voice.assistant.library.findTopic(question);
      return topic ? switchTopic(voice, input, topic) : answerAloud(voice, input, question);
    },
  };
}

async function answerAloud(voice: Voice, input: HandlerInput, question: string): Promise<Response> {
  const { prompts, assistant } = voice;
  const { locale } = input.requestEnvelope.request;
  const said = { utterance: question, sessionId: sessionIdOf(input), locale };
  const { reply, answers, end } = await withOneMoment(voice, input, converse(assistant, said));
  if (end) return respond(input, { speech: reply, end });
  const [answer] = answers;
  const turns = conversationOf(input).turns ?? 0;
  const followUp = prompts.anythingElse[turns % prompts.anythingElse.length] ?? '';
  return respond(input, {
    speech: answer ? `${reply} ${followUp}` : reply,
    reprompt: prompts.anythingElseReprompt,
    ...(answer ? { answer } : {}),
  });
}
