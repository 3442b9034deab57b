import { dictateReading, speakQuestion } from '../../src/dataset/augment';
import { locateEvidence } from '../../src/dataset/evidence';
import { seededRandom } from '../../src/dataset/random';

test('a dictated context keeps its evidence in its place', () => {
  const context = 'The gate code is 4419. Breakfast is from 7:30 a.m., every day.';
  const at = context.indexOf('7:30 a.m.');
  const reading = dictateReading({
    source: 'test',
    title: '',
    context,
    questions: [
      {
        id: 'q',
        text: 'when is breakfast',
        evidence: { start: at, end: at + 9 },
        sentence: 'Breakfast is from 7:30 a.m.',
        style: 'spoken',
      },
    ],
  });
  expect(reading.context).toBe('the gate code is four four one nine breakfast is from seven thirty a m every day');
  const [question] = reading.questions;
  expect(reading.context.slice(question?.evidence?.start, question?.evidence?.end)).toBe('seven thirty a m');
  expect(question?.sentence).toBe('Breakfast is from seven thirty a m');
});

test('a spoken question is lower case without punctuation', () => {
  const random = seededRandom(1);
  for (let n = 0; n < 50; n += 1) {
    expect(speakQuestion({ id: 'q', text: 'When does Room 12 open?' }, random).text).toMatch(/^[a-z ]+$/u);
  }
});

describe('locateEvidence', () => {
  const context = 'The bar is open. The bar closes at one. Guests may also sit in the large garden behind it.';

  test('trusts an offset that fits', () => {
    expect(locateEvidence(context, 'The bar', 17)).toEqual({ start: 17, end: 24 });
  });
  test('takes the nearest occurrence when the offset is off', () => {
    expect(locateEvidence(context, 'bar', 23)).toEqual({ start: 21, end: 24 });
  });
  test('finds the passage that a free answer speaks of', () => {
    const span = locateEvidence(context, 'in the large garden behind', -1);
    expect(context.slice(span?.start, span?.end)).toBe('in the large garden behind');
  });
  test('gives up when nothing fits', () => {
    expect(locateEvidence(context, 'quantum mechanics', -1)).toBeUndefined();
  });
});
