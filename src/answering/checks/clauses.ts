import { wordsOf, type AnalyzedText, type Word } from '../../text/analyze';
import type { TokenRange } from '../../text/sentences';

const CLAUSE_END = /^(?:[,;:.!?…]|\.{2,})$/u;

/** The single statements of a range of tokens: between punctuation marks, sentence ends, and "but". */
export function clausesOf(analyzed: AnalyzedText, range: TokenRange): Word[][] {
  const { tokens, sentences } = analyzed;
  const sentenceEnds = new Set(sentences.map(({ end }) => end - 1));
  const clauses: Word[][] = [];
  let start = range.start;
  for (let index = range.start; index < range.end; index += 1) {
    const isBut = tokens[index]?.text.toLowerCase() === 'but';
    const isMark = CLAUSE_END.test(tokens[index]?.text ?? '') && tokens[index]?.end !== tokens[index + 1]?.start;
    if (!isBut && !isMark && !sentenceEnds.has(index) && index < range.end - 1) continue;
    clauses.push(wordsOf(analyzed, { start, end: isBut ? index : index + 1 }));
    start = index + 1;
  }
  return clauses.filter((clause) => clause.length > 0);
}
