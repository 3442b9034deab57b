import { join } from 'node:path';
import { composeReading, readVenues } from '../../src/dataset/desk-grammar';
import { pick, seededRandom } from '../../src/dataset/random';
import type { Reading } from '../../src/dataset/reading';

const venues = readVenues(join(__dirname, '..', '..', 'data', 'desk'));

function compose(seed: number, count: number): Reading[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, serial) => composeReading(pick(random, venues), random, serial));
}

test('the same seed composes the same paragraphs, another seed others', () => {
  expect(compose(1, 20)).toEqual(compose(1, 20));
  expect(compose(1, 20)).not.toEqual(compose(2, 20));
});

test('evidence stands in the paragraph and no slot is left open', () => {
  for (const { context, questions } of compose(3, 400)) {
    expect(context).not.toMatch(/[{}]|\.m\.\./u);
    for (const { text, evidence, sentence } of questions) {
      expect(text).not.toMatch(/[{}]/u);
      if (!evidence) continue;
      expect(context.slice(evidence.start, evidence.end).trim()).not.toBe('');
      expect(sentence).not.toMatch(/[{}]/u);
    }
  }
});

test('examples do not repeat', () => {
  const examples = compose(4, 2000).flatMap(({ context, questions }) => questions.map(({ text }) => `${context}|${text}`));
  expect(examples.length).toBeGreaterThan(10_000);
  expect(new Set(examples).size / examples.length).toBeGreaterThan(0.99);
});

test('every paragraph has questions it does not answer', () => {
  const readings = compose(5, 50);
  expect(readings.every(({ questions }) => questions.some(({ evidence }) => evidence === undefined))).toBe(true);
});
