import { CHECKS, objection } from '../../src/answering/checks';
import { said } from '../../src/answering/checks/check';
import { quote, rewrite } from '../../src/answering/checks/rewrite';
import { analyze } from '../../src/text/analyze';
import { tokenize } from '../../src/text/tokens';
import { rangeOf } from '../support/evidence';

interface About {
  readonly question?: string;
  readonly path?: string;
  readonly meanLogProbability?: number;
}

/** The check that objects to a sentence about some evidence of a passage. */
function about(
  sentence: string,
  text: string,
  evidence: string,
  { question = 'when is breakfast', path = '', meanLogProbability = -0.2 }: About = {},
): string | undefined {
  const passage = analyze(path === '' ? text : `${path}\n${text}`);
  const written = tokenize(sentence).map((token) => token.text);
  const spoken = { sentence, written, meanLogProbability };
  const pathTokens = tokenize(path).length;
  return objection(CHECKS, said(spoken, analyze(question), { ...passage, pathTokens }, rangeOf(passage, text), rangeOf(passage, evidence)));
}

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
  expect(about('It is in the garden room.', PASSAGE, 'garden room', { question: 'where', meanLogProbability: -3 })).toBe('unsure');
});

test('a heading that the passage stands under supports a name', () => {
  expect(about('The Orangery serves it in the garden room.', PASSAGE, 'in the garden room')).toBe('unsupported');
  expect(
    about('The Orangery serves it in the garden room.', PASSAGE, 'in the garden room', { path: 'Food > The Orangery' }),
  ).toBeUndefined();
});

test('the quote is the sentence of the text, or the evidence of a long one', () => {
  expect(quote('- towels are on the shelf', 'on the shelf')).toBe('Towels are on the shelf.');
  expect(quote('word '.repeat(60), 'by the old pier,')).toBe('By the old pier.');
});

describe('a negation', () => {
  const RULES = 'Food is not allowed in the reading room, but water bottles are fine. The desk is closed on Mondays.';
  const check = (sentence: string, question: string): string | undefined => about(sentence, RULES, 'Food is not allowed', { question });

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
  const spoken = (reason: string, sentence: string): string => rewrite(reason, sentence, 'Strollers yes, pets no.', 'pets no');
  expect(spoken('polarity', 'No, strollers are not allowed.')).toBe('No. Strollers yes, pets no.');
  expect(spoken('unsupported', 'No, strollers are not allowed.')).toBe('Strollers yes, pets no.');
  expect(spoken('polarity', 'Strollers are not allowed.')).toBe('Strollers yes, pets no.');
});

describe('evidence that lists things', () => {
  const DATES = 'Bulky items are collected on 12 January, 13 April, 13 July and 12 October.';

  test('is said whole', () => {
    expect(about('They are collected on 12 January, 13 April and 12 October.', DATES, '12 January, 13 April, 13 July and 12 October')).toBe(
      'partial-list',
    );
    expect(
      about('They are collected on 12 January, 13 April, 13 July and 12 October.', DATES, '12 January, 13 April, 13 July and 12 October'),
    ).toBeUndefined();
  });

  test('is quoted as a list that can be spoken', () => {
    expect(quote('Please bring: a towel; a padlock; swimming shoes.', 'a towel; a padlock; swimming shoes')).toBe(
      'Please bring: a towel, a padlock and swimming shoes.',
    );
  });
});
