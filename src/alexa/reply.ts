import type { HandlerInput } from 'ask-sdk-core';
import type { Directive, Response } from 'ask-sdk-model';
import type { Answer } from '../assistant/ports';
import { answerScreen } from './screens/answer';
import { toSlowSsml, toSsml } from './speech/ssml';

/** What the conversation remembers while a session is open. */
export interface Conversation {
  /** The last thing said, for AMAZON.RepeatIntent. */
  readonly said?: { readonly speech: string; readonly reprompt: string };
  /** What is listened for. */
  readonly asked?: Spoken['listenFor'];
  /** Failures in a row; after two, help comes in other words. */
  readonly failures?: number;
  readonly turns?: number;
  readonly answers?: number;
  /** What was left of a text that was read aloud, for "more"; empty once all of it was read. */
  readonly rest?: string | undefined;
  /** While notes are dictated: how many, and whether a question came between. */
  readonly dictation?: { readonly sentences: number; readonly wasAsked?: true } | undefined;
}

export interface Spoken {
  readonly speech: string;
  /** Said after a silence. Every reply has one, unless it ends the session. */
  readonly reprompt?: string;
  /** Captures the next whole sentence as this slot of this intent. */
  readonly listenFor?: 'question' | 'topic' | 'passage';
  readonly slowly?: boolean;
  readonly answer?: Answer | undefined;
  /** What a device with a screen shows, when there is no answer to show. */
  readonly screen?: Directive;
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
export function respond(input: HandlerInput, reply: Spoken): Response {
  const builder = input.responseBuilder.speak(reply.slowly ? toSlowSsml(reply.speech) : toSsml(reply.speech));
  if (reply.answer) addCard(input, reply.answer);
  const screen = reply.answer ? answerScreen(reply.answer) : reply.screen;
  if (screen && hasScreen(input)) builder.addDirective(screen);
  if (reply.end || !input.requestEnvelope.session) return builder.withShouldEndSession(true).getResponse();

  const reprompt = reply.reprompt ?? reply.speech;
  const asked = reply.listenFor ?? 'question';
  const { failures: _, ...conversation } = conversationOf(input);
  const turns = (conversation.turns ?? 0) + 1;
  const said = { speech: reply.speech, reprompt };
  input.attributesManager.setSessionAttributes({ ...conversation, turns, ...reply.conversation, asked, said });
  const { intent, slot } = ELICITED[asked];
  const slots = { [slot]: { name: slot, value: '', confirmationStatus: 'NONE' as const } };
  builder.addElicitSlotDirective(slot, { name: intent, confirmationStatus: 'NONE', slots });
  return builder.reprompt(toSsml(reprompt)).withShouldEndSession(false).getResponse();
}

function addCard(input: HandlerInput, answer: Answer): void {
  const source = answer.answerable ? `\n\nSource: ${answer.evidence.source}\n“${answer.evidence.text}”` : '';
  input.responseBuilder.withSimpleCard(answer.question.slice(0, 200), `${answer.answer}${source}`.slice(0, 8_000));
}

function hasScreen(input: HandlerInput): boolean {
  return input.requestEnvelope.context.System.device?.supportedInterfaces['Alexa.Presentation.APL'] !== undefined;
}
