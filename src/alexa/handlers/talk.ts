import { getIntentName, getRequestType, type HandlerInput, type RequestHandler } from 'ask-sdk-core';
import type { Response } from 'ask-sdk-model';
import { converse } from '../../assistant/converse';
import { recordFeedback } from '../../assistant/feedback';
import { EVERYTHING } from '../../assistant/ports';
import type { Reply, Said } from '../../assistant/talk';
import { carrierOf } from '../interaction/carriers';
import { withOneMoment } from '../progressive';
import { conversationOf, respond } from '../reply';
import { sessionIdOf, type Voice } from '../voice';
import { fallback } from './fallback';
import { hear, type Meant } from './hear';
import { finishDictation, present } from './present';

/** What the assistant is told that a command is. */
const ACTS: Readonly<Record<string, Said['as']>> = {
  NothingMoreIntent: 'stop',
  GoodbyeIntent: 'goodbye',
  GreetingIntent: 'greeting',
  IdentityIntent: 'identity',
  SureIntent: 'sure',
  CapabilitiesIntent: 'capabilities',
  ClearContextIntent: 'clear-notes',
  ForgetLastNoteIntent: 'forget-note',
  ListNotesIntent: 'list-notes',
  ListTopicsIntent: 'list-topics',
  CurrentTopicIntent: 'current-topic',
  EverythingIntent: 'everything',
  SourceIntent: 'source',
  MoreDetailIntent: 'more',
  SlowerIntent: 'slower',
  PersonIntent: 'person',
  ThanksIntent: 'thanks',
  'AMAZON.MoreIntent': 'more',
  'AMAZON.NextIntent': 'more',
  'AMAZON.RepeatIntent': 'repeat',
  'AMAZON.StartOverIntent': 'start-over',
  'AMAZON.HelpIntent': 'capabilities',
  'AMAZON.YesIntent': 'acknowledgement',
  'AMAZON.NoIntent': 'stop',
  'AMAZON.StopIntent': 'stop',
  'AMAZON.CancelIntent': 'stop',
  'AMAZON.NavigateHomeIntent': 'stop',
  FinishDictationIntent: 'stop',
};
const OWN = new Set([...Object.keys(ACTS), 'AMAZON.FallbackIntent', 'NotHelpfulIntent', 'DictateIntent', 'SetContextIntent']);
/** What ends the session in any case; a dictation is ended by everything else that ends something. */
const LEAVING = new Set(['AMAZON.StopIntent', 'AMAZON.CancelIntent', 'AMAZON.NavigateHomeIntent']);

/** Everything that is said: understood, handed to the assistant, and its reply spoken. */
export function talk(voice: Voice): RequestHandler {
  return {
    canHandle: (input) => {
      if (getRequestType(input.requestEnvelope) !== 'IntentRequest') return false;
      const intent = getIntentName(input.requestEnvelope);
      return OWN.has(intent) || carrierOf(intent) !== undefined;
    },
    handle: async (input) => answer(voice, input, await hear(voice, input)),
  };
}

/** Says back what a person who meant this is to hear. */
export async function answer(voice: Voice, input: HandlerInput, meant: Meant): Promise<Response> {
  const { intent } = meant;
  if (intent === 'AMAZON.FallbackIntent') return fallback(voice, input);
  if (intent === 'NotHelpfulIntent') return notHelpful(voice, input);
  if (intent === 'AMAZON.NoIntent' && conversationOf(input).asked === 'topic') {
    const { notThatThen, anythingElseReprompt } = voice.promptsFor(input);
    return respond(input, { speech: notThatThen, reprompt: anythingElseReprompt });
  }
  const said: Pick<Said, 'utterance' | 'as'> = meant.intent === undefined ? meant : { utterance: '', as: ACTS[meant.intent] };
  const reply = await ask(voice, input, said);
  if (reply.act === 'stop' && conversationOf(input).dictation && !LEAVING.has(intent ?? '')) return finishDictation(voice, input);
  return present(voice, input, reply);
}

/** A question asked in passing ("ask front desk ...") is answered from all texts, whatever was talked about before. */
function ask(voice: Voice, input: HandlerInput, said: Pick<Said, 'utterance' | 'as'>): Promise<Reply> {
  const { request, session } = input.requestEnvelope;
  const everywhere = session?.new === true ? { topic: EVERYTHING } : {};
  const reply = converse(voice.assistant, { ...said, ...everywhere, sessionId: sessionIdOf(input), locale: request.locale });
  return withOneMoment(voice, input, reply);
}

async function notHelpful(voice: Voice, input: HandlerInput): Promise<Response> {
  const { thanksForFeedback, ask: reprompt } = voice.promptsFor(input);
  await recordFeedback(voice.assistant, { sessionId: sessionIdOf(input), verdict: 'wrong' });
  return respond(input, { speech: thanksForFeedback, reprompt });
}
