import { fitTimeRange } from '../../src/answering/processors/fit-time-range';
import type { Reading } from '../../src/answering/read';
import { analyze, cut } from '../../src/text/analyze';

const CONTEXT = 'Breakfast is served from 7 a.m. to 10:30 a.m. and costs 14 dollars.';

/** What the evidence becomes when the network found `found`. */
function fitted(question: string, found: string): string {
  const passage = analyze(CONTEXT);
  const from = CONTEXT.indexOf(found);
  const inside = passage.tokens.flatMap(({ start, end }, index) => (start >= from && end <= from + found.length ? [index] : []));
  const evidence = { start: inside[0] ?? 0, end: (inside.at(-1) ?? 0) + 1 };
  const reading = { passage, question: analyze(question) } as unknown as Reading;
  return cut(passage, fitTimeRange.fitEvidence?.(evidence, reading) ?? evidence).text;
}

test.each([
  ['what time does breakfast start', '10:30 a.m.', '7 a.m.'],
  ['when does it end', '7 a.m. to 10:30 a.m.', '10:30 a.m.'],
  ['until when is breakfast open', '7 a.m.', '10:30 a.m.'],
  ['what time is breakfast', '10:30 a.m.', 'from 7 a.m. to 10:30 a.m.'],
  ['when are you open for breakfast', 'from 7 a.m.', 'from 7 a.m. to 10:30 a.m.'],
])('asked “%s”, evidence “%s” becomes “%s”', (question, found, wanted) => {
  expect(fitted(question, found)).toBe(wanted);
});

test('evidence that is no time of a range stays, and so does what answers another question', () => {
  expect(fitted('what time does breakfast start', '14 dollars')).toBe('14 dollars');
  expect(fitted('can i have breakfast at eight', '7 a.m.')).toBe('7 a.m.');
});
