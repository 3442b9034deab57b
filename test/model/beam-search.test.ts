import { beamSearch, type Candidate } from '../../src/model/beam-search';

/** A tiny language: probabilities of the next word after the last. */
const LANGUAGE: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  '': { the: 0.6, a: 0.4 },
  the: { dog: 0.35, cat: 0.33, end: 0.32 },
  a: { bird: 0.95, end: 0.05 },
  dog: { end: 1 },
  cat: { end: 1 },
  bird: { end: 1 },
};

function next(_: readonly number[], last: readonly (string | undefined)[]): Candidate<string | undefined>[][] {
  return last.map((word) =>
    Object.entries(LANGUAGE[word ?? ''] ?? {}).map(([key, probability]) => ({
      key,
      word: key === 'end' ? undefined : key,
      logProbability: Math.log(probability),
    })),
  );
}

const options = { longest: 10, lengthPenalty: 0 };

test('greedy search takes the likeliest word each time', () => {
  expect(beamSearch(next, { ...options, beams: 1 }).words).toEqual(['the', 'dog']);
});

test('a wider beam finds the likelier sentence', () => {
  const found = beamSearch(next, { ...options, beams: 3 });
  expect(found.words).toEqual(['a', 'bird']);
  expect(found.logProbability).toBeCloseTo(Math.log(0.4 * 0.95));
});

test('stops at the longest length when nothing ends', () => {
  let n = 0;
  const endless = (): Candidate<string | undefined>[][] => [[{ key: `w${(n += 1)}`, word: 'go', logProbability: -0.1 }]];
  expect(beamSearch(endless, { beams: 1, longest: 5, lengthPenalty: 0.7 }).words).toHaveLength(5);
});

test('never says the same three words twice', () => {
  const stuck = (_: readonly number[], last: readonly (string | undefined)[]): Candidate<string | undefined>[][] =>
    last.map((word) => {
      const turn = word === 'so' ? 'on' : 'so';
      return [
        { key: turn, word: turn, logProbability: -0.01 },
        { key: 'end', word: undefined, logProbability: -5 },
      ];
    });
  expect(beamSearch(stuck, { beams: 1, longest: 20, lengthPenalty: 1 }).words).toEqual(['so', 'on', 'so', 'on']);
});

test('no word is said twice in a row, but a digit of a code may be', () => {
  const stuttering = (words: readonly string[]) => (_: readonly number[], last: readonly (string | undefined)[]) =>
    last.map((word) => {
      const likely = words[word === undefined ? 0 : 1] ?? '';
      return [
        { key: likely, word: likely, logProbability: -0.05 },
        { key: 'end', word: undefined, logProbability: -3 },
      ];
    });
  expect(beamSearch(stuttering(['key', 'key']), { beams: 2, longest: 4, lengthPenalty: 5 }).words).toEqual(['key']);
  expect(beamSearch(stuttering(['four', 'four']), { beams: 2, longest: 3, lengthPenalty: 5 }).words).toEqual(['four', 'four']);
});

test('a word is said no more often than its limit', () => {
  const circling = (_: readonly number[], last: readonly (string | undefined)[]): Candidate<string | undefined>[][] =>
    last.map((word) => {
      const turn = word === 'deck' ? 'is' : 'deck';
      return [
        { key: turn, word: turn, logProbability: -0.01 },
        { key: 'here', word: 'here', logProbability: -3 },
        { key: 'end', word: undefined, logProbability: word === 'here' ? -0.01 : -9 },
      ];
    });
  const said = (times: number): readonly string[] =>
    beamSearch(circling, { beams: 1, longest: 20, lengthPenalty: 1 }, (key) => (key === 'deck' ? times : Infinity)).words;
  expect(said(1)).toEqual(['deck', 'is', 'here']);
  expect(said(2)).toEqual(['deck', 'is', 'deck', 'is', 'here']);
});
