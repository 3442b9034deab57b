import { cardinal, digitsOf, ordinal, year } from '../../src/text/numbers';
import { matchKey } from '../../src/text/stem';
import { cleanQuestion, toSpokenForm, withQuestionMark } from '../../src/text/spoken';

describe('numbers in words', () => {
  test.each([
    [0, 'zero'],
    [21, 'twenty one'],
    [214, 'two hundred fourteen'],
    [1250, 'one thousand two hundred fifty'],
    [3_000_001, 'three million one'],
  ])('%d is %s', (value, words) => {
    expect(cardinal(value)).toBe(words);
  });

  test('ranks and years are read as people read them', () => {
    expect([1, 2, 3, 12, 21, 30].map(ordinal)).toEqual(['first', 'second', 'third', 'twelfth', 'twenty first', 'thirtieth']);
    expect([1666, 1905, 1900, 2005, 2014].map(year)).toEqual([
      'sixteen sixty six',
      'nineteen oh five',
      'nineteen hundred',
      'two thousand five',
      'twenty fourteen',
    ]);
  });

  test('number words know their digits', () => {
    expect(['seven', 'twenty-one', 'forty', 'third', 'twelfth', 'pool'].map(digitsOf)).toEqual(['7', '21', '40', '3rd', '12th', undefined]);
  });
});

describe('toSpokenForm', () => {
  test.each([
    ['What time does the 2nd bus leave on Sunday?', 'what time does the second bus leave on sunday'],
    ['Is check-in at 7:30 a.m. or 3 p.m.?', 'is check in at seven thirty a m or three p m'],
    ["Isn't Anna's room 0142?", "isn't anna's room zero one four two"],
    ['Is 15% off the $40 price?', 'is fifteen percent off the forty price'],
    ['Mail desk@example.org', 'mail desk at example dot org'],
  ])('says %j', (text, spoken) => {
    expect(toSpokenForm(text)).toBe(spoken);
  });
});

test('a question loses its fillers and doubled spaces', () => {
  expect(cleanQuestion('  um,  what time uh is   breakfast ')).toBe('what time is breakfast');
  expect(cleanQuestion('where is the drum')).toBe('where is the drum');
});

test('a question ends with one question mark, heard or written', () => {
  expect(withQuestionMark('when do you open')).toBe('when do you open?');
  expect(withQuestionMark('When do you open?! ')).toBe('When do you open?');
  expect(withQuestionMark('Tell me the code.')).toBe('Tell me the code?');
});

test('words that mean the same share a match key', () => {
  expect(matchKey('check-outs')).toBe(matchKey('checkout'));
  expect(matchKey('seven')).toBe(matchKey('7'));
  expect(matchKey('swimming')).toBe(matchKey('swim'));
  expect(matchKey('pool')).not.toBe(matchKey('bar'));
});
