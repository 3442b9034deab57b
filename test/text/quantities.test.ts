import { COMPARISONS, compareQuantities } from '../../src/text/quantities/compare';
import { findQuantities } from '../../src/text/quantities/quantities';
import { tokenize } from '../../src/text/tokens';

/** The comparisons that are known of a context's quantities, each once. */
function compared(context: string, question: string): string[] {
  const found = compareQuantities(findQuantities(tokenize(context)), findQuantities(tokenize(question)));
  return [...new Set(found.map(({ comparison }) => COMPARISONS[comparison] ?? ''))];
}

const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  ['nobody under eight is let in', 'is six old enough', ['less']],
  ['we take groups of up to 59', 'can we come with sixty people', ['more']],
  ['the hall seats a hundred and twenty', 'we are 120 people', ['same']],
  ['bags of up to twenty-three kilos', 'it weighs one thousand two hundred grams', ['more']],
  ['children between 4 and 12', 'my daughter is seven years old', ['within']],
  ['children from eight may join', 'my son is six may he come', ['less']],
  ['the code is four four one nine', 'is it 4419', ['more']],
  ['open from nine to six', 'are you open at seven in the evening', ['outside']],
  ['open from nine to six', 'are you open at five', ['within']],
  ['open 9:00 to 21:00', 'can i come at eleven p m', ['outside']],
  ['from 7 in the morning to 10 at night', 'may i wash at half past nine in the evening', ['within']],
  ['the last boats go out at four', 'can i rent a boat at 4:30 pm', ['more']],
  ['the bar is open 8 p.m. to 2 a.m.', 'is the bar open at one in the morning', ['within']],
  ['lunch is from noon to two', 'is there lunch at quarter past one', ['within']],
  ['open Monday to Friday', 'is it open on saturday', ['outside']],
  ['from Friday to Monday', 'on sundays', ['within']],
  ['closed on weekends', 'is it closed on sunday', ['within']],
  ['from November to March', 'are you open in january', ['within']],
  ['from May to September, every day', 'are you open on sundays in june', ['within']],
  ['apply until the 5th of the month', 'can i apply on the third', ['less']],
  ['after the fifth we add a late fee', 'i pay on the twenty first', ['more']],
  ['open from the 3rd to the 24th of May', 'is it still there on the thirtieth', ['outside']],
  ['shown until May 24th', 'can i see it on the tenth', ['less']],
  ['we leave on Friday the 12th', 'are we there on the thirteenth', ['more']],
  ['we rest in summer', 'are you there in december', ['outside']],
];

test.each(CASES)('of “%s”, asked “%s”, it is known: %j', (context, question, expected) => {
  expect(compared(context, question)).toEqual(expected);
});

test('what may be meant in two ways is left open', () => {
  expect(compared('we close at half past nine', 'are you open at ten in the morning')).toEqual([]);
  expect(compared('closed on Mondays', 'may i come on one of the days')).toEqual([]);
  expect(compared('the bar is open from six to eleven', 'are you open at eight')).toEqual([]);
});

test('a floor or the first of some days is no date', () => {
  expect(compared('the gym is on the third floor', 'is it open on the fifth')).toEqual([]);
  expect(compared('free on the first Sunday of the month', 'is it free on the third')).toEqual([]);
});

test('a number is not compared with a day, nor minutes past midnight with dollars', () => {
  expect(compared('open on Mondays', 'may i bring three dogs')).toEqual([]);
  expect(compared('open until 17:30', 'does it cost 900 dollars')).toEqual([]);
});

test('every token of a range is marked, and only those', () => {
  const context = tokenize('The pool is open from 9 to 5 for guests');
  const marked = compareQuantities(findQuantities(context), findQuantities(tokenize('is it open at eight in the evening'))).map(
    ({ token }) => context[token]?.text,
  );
  expect(marked).toEqual(['9', 'to', '5']);
});
