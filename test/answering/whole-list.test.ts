import { wholeList } from '../../src/answering/processors/whole-list';
import type { Reading } from '../../src/answering/read';
import { analyze, cut } from '../../src/text/analyze';

const CONTEXT =
  'Please bring: a towel; a padlock; swimming shoes. Double room: weekday 110 dollars; weekend 130 dollars; August 150 dollars. Ask at the till.';

/** What the evidence becomes when the network found `found`. */
function fitted(question: string, found: string): string {
  const passage = analyze(CONTEXT);
  const from = CONTEXT.indexOf(found);
  const inside = passage.tokens.flatMap(({ start, end }, index) => (start >= from && end <= from + found.length ? [index] : []));
  const evidence = { start: inside[0] ?? 0, end: (inside.at(-1) ?? 0) + 1 };
  const reading = { passage, question: analyze(question) } as unknown as Reading;
  return cut(passage, wholeList.fitEvidence?.(evidence, reading) ?? evidence).text;
}

test('asked for several things, the whole list answers', () => {
  expect(fitted('what do i have to bring', 'a padlock')).toBe('a towel; a padlock; swimming shoes');
  expect(fitted('which things should we take along', 'swimming shoes')).toBe('a towel; a padlock; swimming shoes');
});

test.each([
  ['what does a double room cost at the weekend', '130 dollars'],
  ['which double room is 150 dollars', 'August 150 dollars'],
  ['where do i ask', 'at the till'],
  ['do i need a padlock', 'a padlock'],
])('asked “%s”, the evidence stays “%s”', (question, found) => {
  expect(fitted(question, found)).toBe(found);
});
