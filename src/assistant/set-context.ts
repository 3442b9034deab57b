import type { Assistant } from './assistant';
import { AssistantError } from './errors';
import type { Library, SessionContext, Topic } from './ports';

export const LONGEST_CONTEXT = 50_000;

/** Remembers what a session's questions are about. Throws AssistantError. */
export async function setContext(
  assistant: Assistant,
  sessionId: string,
  wanted: { text: string } | { topic: string },
): Promise<SessionContext> {
  const context: SessionContext =
    'text' in wanted
      ? { kind: 'text', text: checkContext(wanted.text) }
      : { kind: 'topic', topic: (await requireTopic(assistant.library, wanted.topic)).id };
  await assistant.sessions.update(sessionId, (session) => ({ ...session, context, turns: [] }));
  return context;
}

/** A text that can be read. Throws AssistantError when it is empty or too long. */
export function checkContext(text: string): string {
  if (!/[\p{L}\p{N}]/u.test(text))
    throw new AssistantError('context-missing', 'The context is empty. Give the text that holds the answers.');
  if (text.length > LONGEST_CONTEXT) {
    throw new AssistantError(
      'context-too-long',
      `The context has ${text.length} characters; at most ${LONGEST_CONTEXT} are read. Shorten it or make topics of its parts.`,
    );
  }
  return text;
}

export async function requireTopic(library: Library, name: string): Promise<Topic> {
  const topic = await library.findTopic(name);
  if (topic) return topic;
  const titles = (await library.topics()).map(({ title }) => title);
  const known = titles.length > 0 ? `There ${titles.length === 1 ? 'is' : 'are'} ${titles.join(', ')}.` : 'There are no topics yet.';
  throw new AssistantError('topic-unknown', `There is no topic "${name}". ${known}`);
}
