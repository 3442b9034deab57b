import { fromRows } from '../../src/model/matrix';
import type { EncodedText } from '../../src/model/reader';
import type { NextWord } from '../../src/model/speaker';
import { likeliestWords, writeSentence, type WordSources } from '../../src/model/wording';
import { tokenize } from '../../src/text/tokens';
import { Vocabulary } from '../../src/text/vocabulary';

const vocabulary = Vocabulary.build(['yes', 'no', 'dogs', 'seats'], [], new Map());
const nothing = { text: '', tokens: [], forms: [], hidden: fromRows([], 1) };
const sources: WordSources = { context: nothing, question: nothing, window: { start: 0, end: 0 }, vocabulary };

/** The speaker thinks of "yes", "no" and "dogs" so likely, and copies nothing. */
function thinks(yes: number, no: number, dogs: number): NextWord {
  const words = new Float32Array(vocabulary.generatorSize);
  for (const [word, probability] of Object.entries({ yes, no, dogs })) words[vocabulary.id(word)] = probability;
  return {
    state: {} as NextWord['state'],
    words: fromRows([words], words.length),
    window: fromRows([new Float32Array(0)], 0),
    question: fromRows([new Float32Array(0)], 0),
    gates: fromRows([Float32Array.of(1, 0, 0)], 3),
  };
}

const ranked = (next: NextWord, yesScore?: number): (readonly [string, number])[] =>
  likeliestWords({ ...sources, ...(yesScore === undefined ? {} : { yesScore }) }, next, 0, 3).map(({ key, logProbability }) => [
    key,
    Math.round(100 * Math.exp(logProbability)),
  ]);

test('yes and no are settled by the head and the speaker together, before the sentence goes on', () => {
  expect(ranked(thinks(0.5, 0.4, 0.1), 0)).toEqual([
    ['yes', 90],
    ['dogs', 10],
    ['no', 0],
  ]);
  expect(ranked(thinks(0.5, 0.4, 0.1), -1)).toEqual([
    ['no', 90],
    ['dogs', 10],
    ['yes', 0],
  ]);
});

test('the head does not make a yes/no question of another', () => {
  expect(ranked(thinks(0.05, 0.05, 0.9), 5)[0]).toEqual(['dogs', 90]);
});

test.each([
  ['The last one is at 9:45 p.m. Seats are not numbered.', 'Seats', 'seats'],
  ['Ask at the desk of Seats, the shop.', 'Seats', 'Seats'],
])('in %j a capital is kept only inside a sentence', (text, copied, written) => {
  const tokens = tokenize(text);
  const forms = tokens.map((token) => ({ text: token.text, lower: token.text.toLowerCase() })) as unknown as EncodedText['forms'];
  const context = { ...nothing, text, tokens, forms };
  const weights = Float32Array.from(tokens, (token) => (token.text === copied ? 1 : 0));
  const next = { ...thinks(0, 0, 0), window: fromRows([weights], weights.length), gates: fromRows([Float32Array.of(0, 1, 0)], 3) };
  const [best] = likeliestWords({ ...sources, context, window: { start: 0, end: tokens.length } }, next, 0, 3);
  expect(best?.word?.written).toBe(written);
});

test('later words are the speaker’s alone', () => {
  expect(ranked(thinks(0.5, 0.4, 0.1))).toEqual([
    ['yes', 50],
    ['no', 40],
    ['dogs', 10],
  ]);
});

test.each([
  ['you need a appointment', 'You need an appointment.'],
  ['it is an towel', 'It is a towel.'],
  ['an hour and a umbrella', 'An hour and an umbrella.'],
  ['a unicorn in an uniform of a euro', 'A unicorn in a uniform of a euro.'],
  ['it closes at 9 p.m. .', 'It closes at 9 p.m.'],
  ['plan a is a one way street', 'Plan a is a one way street.'],
])('%j is written as %j', (said, written) => {
  const words = said.split(' ').map((word) => ({ input: word, written: word, looks: new Float32Array(0) }));
  expect(writeSentence(words, nothing)).toBe(written);
});
