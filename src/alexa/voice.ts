import { getLocale, type HandlerInput } from 'ask-sdk-core';
import type { Logger } from 'pino';
import type { Assistant } from '../assistant/assistant';
import { EVERYTHING, type Session, type Topic } from '../assistant/ports';
import { promptsOf } from './prompts';
import { fill, type Prompts } from './prompts/prompts';
import { conversationOf } from './reply';

/** What the handlers work with. */
export interface Voice {
  readonly assistant: Assistant;
  readonly logger: Logger;
  /** What the skill says in the language of a request. */
  readonly promptsFor: (input: HandlerInput) => Prompts;
}

export function createVoice(assistant: Assistant, logger: Logger): Voice {
  return { assistant, logger, promptsFor: (input) => promptsOf(getLocale(input.requestEnvelope) || 'en-US') };
}

/** The visitor, by Alexa's user id: stable for a user and our skill. */
export function sessionIdOf(input: HandlerInput): string {
  return `alexa:${input.requestEnvelope.context.System.user.userId}`;
}

/** What the desk is called; "the front desk" while its manager has not said. */
export async function deskName({ assistant }: Voice, prompts: Prompts): Promise<string> {
  return (await assistant.desk.get()).name ?? prompts.deskName;
}

/** The topic a session talks about; undefined while it reads all texts. */
export async function currentTopic({ assistant }: Voice, { context }: Session): Promise<Topic | undefined> {
  return context?.kind === 'topic' && context.topic !== EVERYTHING ? assistant.library.findTopic(context.topic) : undefined;
}

/** One of the questions that the desk's own texts suggest; another one for each `turn`. */
export async function exampleQuestion({ assistant }: Voice, turn: number): Promise<string | undefined> {
  const examples = (await assistant.library.topics()).flatMap((topic) => topic.examples.slice(0, 1));
  return examples[turn % examples.length];
}

/** What is said after a silence: a question to try, and an invitation. */
export async function askReprompt(voice: Voice, input: HandlerInput): Promise<string> {
  const prompts = voice.promptsFor(input);
  const example = await exampleQuestion(voice, conversationOf(input).turns ?? 0);
  return example === undefined ? prompts.ask : fill(prompts.askReprompt, { example });
}
