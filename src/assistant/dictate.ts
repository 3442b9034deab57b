import { capitalized } from '../text/sentences';
import type { Assistant } from './assistant';
import { checkContext } from './set-context';

/**
 * Adds a dictated sentence to the session's own notes, which become its context, and returns all of them.
 * Throws AssistantError when the notes are full.
 */
export function dictate(assistant: Assistant, sessionId: string, sentence: string): string {
  const session = assistant.sessions.get(sessionId);
  const before = session.context?.kind === 'text' ? `${session.context.text} ` : '';
  const text = checkContext(before + asSentence(sentence));
  assistant.sessions.put(sessionId, { ...session, context: { kind: 'text', text } });
  return text;
}

export function clearContext(assistant: Assistant, sessionId: string): void {
  const { context: _, ...session } = assistant.sessions.get(sessionId);
  assistant.sessions.put(sessionId, session);
}

/** Speech has no full stops; a sentence of its own gets one. */
function asSentence(heard: string): string {
  const text = heard.trim();
  const capital = capitalized(text);
  return /[.!?]$/u.test(capital) ? capital : `${capital}.`;
}
