import { NextWords } from '../../src/answering/next-word';
import type { Processor, Situation } from '../../src/answering/processors/processor';
import { noRepeatedTrigram, noStammer, repetitionLimit } from '../../src/answering/processors/repetition';
import { Vocabulary } from '../../src/text/vocabulary';

const words = ['deck', 'is', 'four', 'so', 'on'];
const vocabulary = Vocabulary.build(words, [], new Map());

/** The words that may still follow what was said, when the evidence is so. */
function allowed(processor: Processor, said: string, evidence = ''): string[] {
  const next = new NextWords(vocabulary, new Float32Array(vocabulary.generatorSize).fill(0.1), 1);
  for (const word of words) next.word(word);
  const forms = evidence.split(' ').map((lower) => ({ lower }));
  const reading = { passage: { forms } } as unknown as Situation['reading'];
  processor.weighWords?.(next, { reading, evidence: { start: 0, end: forms.length }, said: said.split(' '), yes: 0 });
  return next.likeliest(9).map(({ lower }) => lower);
}

test('no word is said twice in a row, but a digit of a code may be', () => {
  expect(allowed(noStammer, 'the deck')).not.toContain('deck');
  expect(allowed(noStammer, 'four four')).toContain('four');
});

test('the same three words are never said twice', () => {
  expect(allowed(noRepeatedTrigram, 'so on so on')).not.toContain('so');
  expect(allowed(noRepeatedTrigram, 'is on so on')).toContain('so');
});

test('a word is said as often as the evidence says it, and once if it does not', () => {
  expect(allowed(repetitionLimit, 'deck is')).not.toContain('deck');
  expect(allowed(repetitionLimit, 'deck is', 'deck by deck')).toContain('deck');
  expect(allowed(repetitionLimit, 'deck is')).toContain('is');
});
