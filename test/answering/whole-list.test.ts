import { wholeList } from '../../src/answering/processors/whole-list';
import { fitted } from '../support/evidence';

const CONTEXT =
  'Please bring: a towel; a padlock; swimming shoes. Double room: weekday 110 dollars; weekend 130 dollars; August 150 dollars. Ask at the till.';

/** What the evidence becomes when the network found `found`. */
const becomes = (question: string, found: string): string => fitted(wholeList, CONTEXT, question, found);

test('asked for several things, the whole list answers', () => {
  expect(becomes('what do i have to bring', 'a padlock')).toBe('a towel; a padlock; swimming shoes');
  expect(becomes('which things should we take along', 'swimming shoes')).toBe('a towel; a padlock; swimming shoes');
});

test.each([
  ['what does a double room cost at the weekend', '130 dollars'],
  ['which double room is 150 dollars', 'August 150 dollars'],
  ['where do i ask', 'at the till'],
  ['do i need a padlock', 'a padlock'],
])('asked “%s”, the evidence stays “%s”', (question, found) => {
  expect(becomes(question, found)).toBe(found);
});
