import { tokenize } from '../text/tokens';
import type { CharacterSpan } from './reading';

const LONGEST_EVIDENCE = 30;
const LEAST_OVERLAP = 0.6;

/**
 * Finds an answer in its context: at the given offset, else at the occurrence nearest to it, else (free-form answers)
 * the passage whose words overlap most with the answer's. Undefined when nothing overlaps by {@link LEAST_OVERLAP} F1.
 */
export function locateEvidence(context: string, answer: string, offset: number): CharacterSpan | undefined {
  const wanted = answer.trim();
  if (!wanted) return undefined;
  if (offset >= 0 && context.startsWith(wanted, offset)) return { start: offset, end: offset + wanted.length };
  const exact = nearestOccurrence(context, wanted, offset) ?? nearestOccurrence(context.toLowerCase(), wanted.toLowerCase(), offset);
  if (exact !== undefined && context.length === context.toLowerCase().length) return { start: exact, end: exact + wanted.length };
  return bestOverlap(context, wanted);
}

function nearestOccurrence(context: string, wanted: string, offset: number): number | undefined {
  let best: number | undefined;
  for (let at = context.indexOf(wanted); at >= 0; at = context.indexOf(wanted, at + 1)) {
    if (best === undefined || Math.abs(at - offset) < Math.abs(best - offset)) best = at;
  }
  return best;
}

function bestOverlap(context: string, answer: string): CharacterSpan | undefined {
  const tokens = tokenize(context);
  const answerWords = tokenize(answer.toLowerCase())
    .map((token) => token.text)
    .filter(isWord);
  if (answerWords.length === 0 || answerWords.length > LONGEST_EVIDENCE) return undefined;
  let best: { score: number; span: CharacterSpan } | undefined;
  for (let start = 0; start < tokens.length; start += 1) {
    const left = new Map<string, number>();
    for (const word of answerWords) left.set(word, (left.get(word) ?? 0) + 1);
    let shared = 0;
    let words = 0;
    for (let end = start; end < Math.min(tokens.length, start + LONGEST_EVIDENCE); end += 1) {
      const word = tokens[end]?.text.toLowerCase() ?? '';
      if (!isWord(word)) continue;
      words += 1;
      const remaining = left.get(word) ?? 0;
      if (remaining === 0) continue;
      left.set(word, remaining - 1);
      shared += 1;
      const score = (2 * shared) / (words + answerWords.length);
      if (score >= LEAST_OVERLAP && score > (best?.score ?? 0)) {
        best = { score, span: { start: tokens[start]?.start ?? 0, end: tokens[end]?.end ?? 0 } };
      }
    }
  }
  return best?.span;
}

function isWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
