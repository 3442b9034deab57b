import { beamSearch, type Candidate, type NextWords } from '../../src/answering/beam-search';

/** A tiny language: probabilities of the next word after the last. */
const LANGUAGE: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  '': { the: 0.6, a: 0.4 },
  the: { dog: 0.35, cat: 0.33, end: 0.32 },
  a: { bird: 0.95, end: 0.05 },
  dog: { end: 1 },
  cat: { end: 1 },
  bird: { end: 1 },
};

const after =
  (follow: (said: readonly string[]) => Candidate<string>[]): NextWords<string> =>
  (_, living) =>
    Promise.resolve(living.map(follow));

const next = after((said) =>
  Object.entries(LANGUAGE[said.at(-1) ?? ''] ?? {}).map(([key, probability]) => ({
    word: key === 'end' ? undefined : key,
    logProbability: Math.log(probability),
  })),
);

const options = { longest: 10, lengthPenalty: 0 };

test('greedy search takes the likeliest word each time', async () => {
  expect((await beamSearch(next, { ...options, beams: 1 })).words).toEqual(['the', 'dog']);
});

test('a wider beam finds the likelier sentence', async () => {
  const found = await beamSearch(next, { ...options, beams: 3 });
  expect(found.words).toEqual(['a', 'bird']);
  expect(found.logProbability).toBeCloseTo(Math.log(0.4 * 0.95));
});

test('stops at the longest length when nothing ends', async () => {
  const endless = after(() => [{ word: 'go', logProbability: -0.1 }]);
  expect((await beamSearch(endless, { beams: 1, longest: 5, lengthPenalty: 0.7 })).words).toHaveLength(5);
});

test('says what it has when no word may follow', async () => {
  const stuck = after((said) => (said.length === 2 ? [] : [{ word: 'go', logProbability: -0.1 }]));
  expect((await beamSearch(stuck, { beams: 2, longest: 5, lengthPenalty: 0.7 })).words).toEqual(['go', 'go']);
});
