import type { Processor } from '../../src/answering/processors/processor';
import type { Reading } from '../../src/answering/read';
import { analyze, cut, type AnalyzedText } from '../../src/text/analyze';
import type { TokenRange } from '../../src/text/sentences';

/** The tokens of the last place where a text holds `part`; none when it does not. */
export function rangeOf(passage: AnalyzedText, part: string): TokenRange {
  const from = passage.text.lastIndexOf(part);
  const inside = passage.tokens.flatMap(({ start, end }, index) => (start >= from && end <= from + part.length ? [index] : []));
  return { start: inside[0] ?? 0, end: (inside.at(-1) ?? -1) + 1 };
}

/** What a processor makes of the evidence that was found in a text. */
export function fitted(processor: Processor, text: string, question: string, found: string): string {
  const passage = analyze(text);
  const evidence = rangeOf(passage, found);
  const reading = { passage, question: analyze(question) } as unknown as Reading;
  return cut(passage, processor.fitEvidence?.(evidence, reading) ?? evidence).text;
}
