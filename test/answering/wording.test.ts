import { NextWords } from '../../src/answering/next-word';
import type { Situation } from '../../src/answering/processors/processor';
import { settlePolarity } from '../../src/answering/processors/settle-polarity';
import { spokenWord, writeSentence } from '../../src/answering/wording';
import { analyze } from '../../src/text/analyze';
import { Vocabulary } from '../../src/text/vocabulary';

const vocabulary = Vocabulary.build(['yes', 'no', 'dogs', 'seats'], [], new Map());
const nothing = analyze('');
const looks = new Float32Array(0);

/** The decoder thinks of "yes", "no" and "dogs" so likely, and copies nothing; the polarity head has its say about the first word. */
function ranked(probabilities: Readonly<Record<string, number>>, yes: number, said: readonly string[] = []): (readonly [string, number])[] {
  const generated = new Float32Array(vocabulary.generatorSize);
  for (const [word, probability] of Object.entries(probabilities)) generated[vocabulary.id(word)] = probability;
  const next = new NextWords(vocabulary, generated, 1);
  for (const word of Object.keys(probabilities)) next.word(word);
  settlePolarity.weighWords?.(next, { said, yes } as unknown as Situation);
  return next.likeliest(3).map(({ lower, probability }) => [lower, Math.round(100 * probability)]);
}

test('yes and no are settled by the head and the decoder together, before the sentence goes on', () => {
  expect(ranked({ yes: 0.5, no: 0.4, dogs: 0.1 }, 0)).toEqual([
    ['yes', 90],
    ['dogs', 10],
  ]);
  expect(ranked({ yes: 0.5, no: 0.4, dogs: 0.1 }, -1)).toEqual([
    ['no', 90],
    ['dogs', 10],
  ]);
});

test('the head does not make a yes/no question of another', () => {
  expect(ranked({ yes: 0.05, no: 0.05, dogs: 0.9 }, 5)[0]).toEqual(['dogs', 90]);
});

test('later words are the decoder’s alone', () => {
  expect(ranked({ yes: 0.5, no: 0.4, dogs: 0.1 }, -9, ['well'])).toEqual([
    ['yes', 50],
    ['no', 40],
    ['dogs', 10],
  ]);
});

test.each([
  ['The last one is at 9:45 p.m. Seats are not numbered.', 'Seats', 'seats'],
  ['Ask at the desk of Seats, the shop.', 'Seats', 'Seats'],
])('in %j a capital is kept only inside a sentence', (text, copied, written) => {
  const passage = analyze(text);
  const next = new NextWords(vocabulary, new Float32Array(vocabulary.generatorSize), 0);
  next.addCopy(
    copied.toLowerCase(),
    copied,
    1,
    passage.tokens.findIndex((token) => token.text === copied),
  );
  const [best] = next.likeliest(1);
  expect(best && spokenWord(best, passage, vocabulary, looks).written).toBe(written);
});

test.each([
  ['you need a appointment', 'You need an appointment.'],
  ['it is an towel', 'It is a towel.'],
  ['an hour and a umbrella', 'An hour and an umbrella.'],
  ['a unicorn in an uniform of a euro', 'A unicorn in a uniform of a euro.'],
  ['it closes at 9 p.m. .', 'It closes at 9 p.m.'],
  ['plan a is a one way street', 'Plan a is a one way street.'],
])('%j is written as %j', (said, written) => {
  const words = said.split(' ').map((word) => ({ lower: word, input: word, written: word, looks }));
  expect(writeSentence(words, nothing)).toBe(written);
});
