import { judge } from '../../src/evaluation/documents/judge';
import { comparableWords, says } from '../../src/evaluation/documents/wording';

test.each([
  ['the desk closes at 7:30 p.m.', '19.30'],
  ['it costs one hundred and twenty dollars', '120 dollars'],
  ['forty-five minutes', '45 mins'],
  ['on the twenty first of May', '21st of may'],
  ['open on Tuesdays until 10 in the morning', 'tues until 10 am'],
  ['call 555 01-47', '5550147'],
])('"%s" says "%s"', (answer, alternative) => {
  expect(says(answer, alternative)).toBe(true);
});

test('four fifty stays two numbers, and a number within another is not said', () => {
  expect(comparableWords('four fifty')).toEqual(['4', '50']);
  expect(says('110 dollars', '10 dollars')).toBe(false);
});

test('an answer with a neighbouring cell is wrong, a refusal where there is an answer is refused', () => {
  const expect9 = { type: 'contains' as const, any: [['9 dollars']], none: ['12 dollars'] };
  expect(judge(expect9, 200, { answer: 'It costs nine dollars.' })).toBe('right');
  expect(judge(expect9, 200, { answer: 'Adults 12 dollars, children 9 dollars.' })).toBe('wrong');
  expect(judge(expect9, 200, { answer: "I'm sorry, the text doesn't say.", answerable: false })).toBe('refused');
  expect(judge(expect9, 503, { detail: 'Busy.' })).toBe('error');
});

test('yes and no are judged by the first word', () => {
  const no = { type: 'no' as const, any: [['not allowed']], none: [] };
  expect(judge(no, 200, { answer: 'No, they are not allowed.' })).toBe('right');
  expect(judge(no, 200, { answer: 'Yes, dogs are not allowed.' })).toBe('wrong');
  expect(judge(no, 200, { answer: 'Dogs are not allowed.' })).toBe('right');
});
