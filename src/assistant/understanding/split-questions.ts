import { plainWords } from '../utterances/recognize';
import { asksAt, isClause } from './question';
import { PREPOSITIONS } from './words';

/** More are not answered in one reply. */
const MOST_QUESTIONS = 4;
const JOINTS = new Set(['and', 'plus']);
/** "when and where is it" is one question. */
const SHORTEST_QUESTION = 2;

/**
 * The questions of an utterance, in their order: those of several sentences, and those joined as in "how long is it and
 * what does it cost". What is told before a question stays with it. An utterance with one question is returned as it is.
 */
export function splitQuestions(said: string): string[] {
  const sentences = said
    .replace(/&/gu, ' and ')
    .split(/(?<=[?!]|[^\s.]{3}\.)\s+/u)
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
  const questions: string[] = [];
  let told = '';
  for (const sentence of sentences) {
    const words = plainWords(sentence).split(' ');
    if (isClause(words) || sentence.trim().endsWith('?')) {
      questions.push(...splitClauses(told ? [...plainWords(told).split(' '), ...words] : words));
      told = '';
    } else told = `${told} ${sentence}`;
  }
  const last = questions.at(-1);
  if (told && last !== undefined) questions.push(`${questions.pop() ?? ''} ${plainWords(told)}`);
  return questions.length > 1 ? questions.slice(0, MOST_QUESTIONS) : [said];
}

/** Cuts where "and" joins two clauses that both ask. */
function splitClauses(words: readonly string[]): string[] {
  const cuts: number[] = [];
  let from = 0;
  words.forEach((word, at) => {
    if (!JOINTS.has(word) || at === from || at + 1 >= words.length) return;
    if (at - from < SHORTEST_QUESTION || !isClause(words.slice(from, at))) return;
    const isPrepositionFirst = PREPOSITIONS.has(words[at + 1] ?? '');
    if (!asksAt(words.slice(at + (isPrepositionFirst ? 2 : 1)), 0)) return;
    cuts.push(at);
    from = at + 1;
  });
  const starts = [0, ...cuts.map((cut) => cut + 1)];
  return starts.map((start, index) => words.slice(start, cuts[index]).join(' '));
}
