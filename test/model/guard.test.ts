import { objection, plainRewrite } from '../../src/model/guard';

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
