import { fitTimeRange } from '../../src/answering/processors/fit-time-range';
import { fitted } from '../support/evidence';

const CONTEXT = 'Breakfast is served from 7 a.m. to 10:30 a.m. and costs 14 dollars.';

/** What the evidence becomes when the network found `found`. */
const becomes = (question: string, found: string): string => fitted(fitTimeRange, CONTEXT, question, found);

test.each([
  ['what time does breakfast start', '10:30 a.m.', '7 a.m.'],
  ['when does it end', '7 a.m. to 10:30 a.m.', '10:30 a.m.'],
  ['until when is breakfast open', '7 a.m.', '10:30 a.m.'],
  ['what time is breakfast', '10:30 a.m.', 'from 7 a.m. to 10:30 a.m.'],
  ['when are you open for breakfast', 'from 7 a.m.', 'from 7 a.m. to 10:30 a.m.'],
])('asked “%s”, evidence “%s” becomes “%s”', (question, found, wanted) => {
  expect(becomes(question, found)).toBe(wanted);
});

test('evidence that is no time of a range stays, and so does what answers another question', () => {
  expect(becomes('what time does breakfast start', '14 dollars')).toBe('14 dollars');
  expect(becomes('can i have breakfast at eight', '7 a.m.')).toBe('7 a.m.');
});
