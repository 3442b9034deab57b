import type { HandlerInput } from 'ask-sdk-core';
import type { Response } from 'ask-sdk-model';
import type { Answer } from '../assistant/ports';
import { toSsml } from './speech/ssml';
import { answerDocument } from './speech/answer-screen';

/** What the conversation remembers while a session is open. */
export interface Conversation {
  /** The last thing said, for AMAZON.RepeatIntent. */
  readonly said?: { readonly speech: string; readonly reprompt: string };
  /** Failures in a row; after two, help comes in other words. */
  readonly failures?: number;
  readonly turns?: number;
  /** What was left of a long text, for "more". */
  readonly rest?: string;
  /** Sentences dictated in this session. */
  readonly dictated?: number;
}

export interface Reply {
  readonly speech: string;
  /** Said after a silence. Every reply has one, unless it ends the session. */
  readonly reprompt?: string;
  /** Captures the next whole sentence as this slot of this intent. */
  readonly listenFor?: 'question' | 'topic' | 'passage';
  readonly answer?: Answer;
  readonly end?: true;
  /** Changes to the conversation. */
  readonly conversation?: Conversation;
}

const ELICITED = {
  question: { intent: 'AskQuestionIntent', slot: 'query' },
  topic: { intent: 'SetContextIntent', slot: 'topic' },
  passage: { intent: 'DictateIntent', slot: 'passage' },
} as const;

export function conversationOf(input: HandlerInput): Conversation {
  const { session } = input.requestEnvelope;
  return session ? input.attributesManager.getSessionAttributes<Conversation>() : {};
}

/** The only place where responses are built: speech, reprompt, card, screen, elicitation and what Repeat will repeat. */
export function respond(input: HandlerInput, reply: Reply): Response {
  const builder = input.responseBuilder.speak(toSsml(reply.speech));
  if (reply.answer) addAnswer(input, reply.answer);
  if (reply.end || !input.requestEnvelope.session) return builder.withShouldEndSession(true).getResponse();

  const reprompt = reply.reprompt ?? reply.speech;
  const { failures: _, rest: __, ...conversation } = conversationOf(input);
  const turns = (conversation.turns ?? 0) + 1;
  input.attributesManager.setSessionAttributes({ ...conversation, turns, ...reply.conversation, said: { speech: reply.speech, reprompt } });
  const { intent, slot } = ELICITED[reply.listenFor ?? 'question'];
  const slots = { [slot]: { name: slot, value: '', confirmationStatus: 'NONE' as const } };
  builder.addElicitSlotDirective(slot, { name: intent, confirmationStatus: 'NONE', slots });
  return builder.reprompt(toSsml(reprompt)).withShouldEndSession(false).getResponse();
}

function addAnswer(input: HandlerInput, answer: Answer): void {
  const source = answer.answerable ? `\n\nSource: ${answer.evidence.source}\n“${answer.evidence.text}”` : '';
  input.responseBuilder.withSimpleCard(answer.question.slice(0, 200), `${answer.answer}${source}`.slice(0, 8_000));
  const interfaces = input.requestEnvelope.context.System.device?.supportedInterfaces;
  if (interfaces?.['Alexa.Presentation.APL']) input.responseBuilder.addDirective(answerDocument(answer));
}
