import type { HandlerInput } from 'ask-sdk-core';
import type { Logger } from 'pino';
import type { Assistant } from '../assistant/assistant';
import type { Session, Topic } from '../assistant/ports';
import { currentSession } from '../assistant/sessions';
import { EVERYTHING } from '../assistant/ports';
import { en, type Prompts } from './prompts/en';
import { spokenList } from './speech/lists';

/** What the handlers work with. */
export interface Voice {
  readonly assistant: Assistant;
  readonly prompts: Prompts;
  readonly logger: Logger;
}

export function createVoice(assistant: Assistant, logger: Logger): Voice {
  return { assistant, prompts: en, logger };
}

/** The visitor, by Alexa's user id: stable for a user and our skill. */
export function sessionIdOf(input: HandlerInput): string {
  return `alexa:${input.requestEnvelope.context.System.user.userId}`;
}

/** What is remembered of the visitor, without what has expired. */
export function rememberedSession(voice: Voice, input: HandlerInput): Promise<Session> {
  return currentSession(voice.assistant, sessionIdOf(input));
}

/** The topic a session talks about; undefined while it reads all texts or its own notes. */
export async function currentTopic(voice: Voice, session: Session): Promise<Topic | undefined> {
  const { context } = session;
  return context?.kind === 'topic' && context.topic !== EVERYTHING ? voice.assistant.library.findTopic(context.topic) : undefined;
}

export async function topicNames(voice: Voice, conjunction: 'and' | 'or'): Promise<string> {
  const topics = await voice.assistant.library.topics();
  return spokenList(
    topics.map((topic) => topic.title.toLowerCase()),
    conjunction,
  );
}
