import { objection, plainRewrite, rewrite } from '../../src/model/guard';

const about = (sentence: string, passage: string, evidence: string, question = 'when is breakfast'): string | undefined =>
  objection({ sentence, passage, evidence, question, meanLogProbability: -0.2 });

const PASSAGE = 'Breakfast is served by Maria Okafor from 7 a.m. to 10:30 a.m. in the garden room.';

test.each([
  ['Breakfast is from 7 a.m. to 10:30 a.m.', '7 a.m. to 10:30 a.m.'],
  ['You can eat from 7 a.m. until 10:30 a.m.', '7 a.m. to 10:30 a.m.'],
  ['Maria Okafor serves it.', 'Maria Okafor'],
  ['It is in the garden room.', 'in the garden room'],
])('lets %j through', (sentence, evidence) => {
  expect(about(sentence, PASSAGE, evidence)).toBeUndefined();
});

test.each([
  ['a made-up number', 'Breakfast is from 8 a.m. to 10:30 a.m.', '7 a.m. to 10:30 a.m.', 'unsupported'],
  ['a made-up number word', 'Breakfast is at eleven.', '7 a.m.', 'unsupported'],
  ['a made-up name', 'It is served by Anna Okafor.', 'Maria Okafor', 'unsupported'],
  ['a made-up day', 'Breakfast is on Sunday.', 'in the garden room', 'unsupported'],
  ['a lost number', 'Breakfast is from 7 a.m.', '7 a.m. to 10:30 a.m.', 'incomplete'],
  ['half of a short evidence lost', 'It is in the garden.', 'in the garden room', 'incomplete'],
  ['lost evidence', 'It is served.', 'in the garden room', 'incomplete'],
  ['a made-up negation', 'Breakfast is never in the garden room.', 'in the garden room', 'polarity'],
])('objects to %s', (_, sentence, evidence, reason) => {
  expect(about(sentence, PASSAGE, evidence)).toBe(reason);
});

test('number words count as the digits they stand for', () => {
  expect(about('Breakfast starts at seven a.m.', PASSAGE, '7 a.m.')).toBeUndefined();
});

test('objects when the decoder was unsure', () => {
  expect(
    objection({
      sentence: 'It is in the garden room.',
      passage: PASSAGE,
      evidence: 'garden room',
      question: 'where',
      meanLogProbability: -3,
    }),
  ).toBe('unsure');
});

test('the plain rewrite is the sentence of the text, or the evidence of a long one', () => {
  expect(plainRewrite('- towels are on the shelf', 'on the shelf')).toBe('Towels are on the shelf.');
  expect(plainRewrite('word '.repeat(60), 'by the old pier,')).toBe('By the old pier.');
});

describe('a negation', () => {
  const RULES = 'Food is not allowed in the reading room, but water bottles are fine. The desk is closed on Mondays.';
  const check = (sentence: string, question: string): string | undefined => about(sentence, RULES, 'Food is not allowed', question);

  test.each([
    ['No, food is not allowed.', 'can i eat here'],
    ["No, you can't bring food.", 'can i bring food'],
    ['Yes, water bottles are fine.', 'can i drink water'],
    ['No, the desk is closed on Mondays.', 'are you open on mondays'],
  ])('%j agrees with the text', (sentence, question) => {
    expect(check(sentence, question)).toBeUndefined();
  });

  test.each([
    ["No, water bottles aren't allowed.", 'can i drink water'],
    ['Yes, food is allowed in the reading room.', 'can i eat in the reading room'],
    ['Yes, the desk is closed on Mondays.', 'is the desk open on mondays'],
  ])('%j contradicts it', (sentence, question) => {
    expect(check(sentence, question)).toBe('polarity');
  });
});

test('what contradicts the text after a rightful "no" gives way to the text, and the "no" stays', () => {
  const said = {
    sentence: 'No, strollers are not allowed.',
    question: 'may i bring my dog',
    passage: 'Strollers yes, pets no.',
    evidence: 'pets no',
    meanLogProbability: -0.2,
  };
  expect(rewrite('polarity', said)).toBe('No. Strollers yes, pets no.');
  expect(rewrite('unsupported', said)).toBe('Strollers yes, pets no.');
  expect(rewrite('polarity', { ...said, sentence: 'Strollers are not allowed.' })).toBe('Strollers yes, pets no.');
});
