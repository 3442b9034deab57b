import { EVERYTHING, type Topic } from './ports';
import type { Talk } from './talk';

const SUGGESTED = 3;

/** Questions that the desk's texts answer: those of the session's topic, or one of each topic; other ones each time. */
export function suggestionsFor({ session, topics, said }: Pick<Talk, 'session' | 'topics' | 'said'>): string[] {
  const chosen = said.topic ?? (session.context?.kind === 'topic' ? session.context.topic : EVERYTHING);
  const asked = new Set(session.turns.map(({ question }) => comparable(question)));
  const own = topics.find(({ id }) => id === chosen);
  const examples = (own ? own.examples : topics.flatMap((topic) => rotated(topic, session.replies))).filter(
    (example) => !asked.has(comparable(example)),
  );
  const start = own || examples.length === 0 ? 0 : session.replies % examples.length;
  return [...examples.slice(start), ...examples.slice(0, start)].slice(0, SUGGESTED);
}

function rotated({ examples }: Topic, by: number): string[] {
  return examples.length === 0 ? [] : [examples[by % examples.length] ?? ''];
}

function comparable(question: string): string {
  return question.toLowerCase().replace(/[?.!]+$/u, '');
}
