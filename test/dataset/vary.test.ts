import { seededRandom } from '../../src/dataset/random';
import type { Reading } from '../../src/dataset/reading';
import { amongStrangers, cutSentences, otherFigures } from '../../src/dataset/vary';

const CONTEXT = 'The pool opens at 8:30 a.m. A towel costs 4 dollars. The sauna is hot. Ask at room 214 for keys.';
const about = (id: string, text: string, answer: string, sentence: string): Reading['questions'][number] => {
  const start = CONTEXT.indexOf(answer);
  return { id, text, evidence: { start, end: start + answer.length }, sentence, golds: [answer] };
};
const READING: Reading = {
  source: 'test',
  title: 'pool',
  context: CONTEXT,
  questions: [
    about('open', 'when does the pool open', '8:30 a.m.', 'It opens at 8:30 a.m.'),
    about('towel', 'what is a towel', '4 dollars', 'A towel costs 4 dollars.'),
    about('room', 'where do i get keys', 'room 214', 'Ask at room 214.'),
    about('yes', 'is it open at nine', '8:30 a.m.', 'Yes, from 8:30 a.m.'),
    { id: 'none', text: 'is there a bar', golds: [] },
  ],
};
const seeds = Array.from({ length: 60 }, (_, seed) => seed);

test('evidence stands where it is said to stand after sentences were cut', () => {
  for (const seed of seeds) {
    const { context, questions } = cutSentences(READING, seededRandom(seed));
    expect(context.length).toBeLessThan(CONTEXT.length);
    for (const { evidence, golds } of questions) if (evidence) expect([context.slice(evidence.start, evidence.end)]).toEqual(golds);
  }
});

test('a question whose sentence was cut has no answer any more', () => {
  for (const seed of seeds) {
    const { context, questions } = cutSentences(READING, seededRandom(seed));
    expect(questions.some(({ id }) => id === 'towel-cut')).toBe(!context.includes('towel'));
    expect(questions.some(({ id }) => id === 'none')).toBe(true);
  }
});

test('other figures keep their length, and text, evidence and sentence agree', () => {
  const contexts = new Set<string>();
  for (const seed of seeds) {
    const { context, questions } = otherFigures(READING, seededRandom(seed));
    contexts.add(context);
    expect(context.replace(/\d/gu, '#')).toBe(CONTEXT.replace(/\d/gu, '#'));
    for (const { evidence, golds = [], sentence } of questions) {
      if (!evidence) continue;
      expect(context.slice(evidence.start, evidence.end)).toBe(golds[0]);
      expect(sentence).toContain(golds[0]);
    }
  }
  expect(contexts.size).toBeGreaterThan(40);
});

test('questions whose truth hangs on the old figures are left out', () => {
  expect(otherFigures(READING, seededRandom(1)).questions.map(({ id }) => id)).toEqual(['open', 'towel', 'room', 'none']);
});

const OTHER: Reading = {
  source: 'test',
  title: 'bar',
  context: 'The bar opens at noon. They serve keys of lime pie. The towel dries.',
  questions: [],
};

test('evidence stands where it is said to stand among the sentences of another text', () => {
  const places = new Set<boolean>();
  for (const seed of seeds) {
    const { context, questions } = amongStrangers(READING, OTHER, seededRandom(seed));
    places.add(context.startsWith('The pool'));
    expect(context).toContain(CONTEXT);
    expect(context).not.toMatch(/^They|keys\. They/u);
    for (const { evidence, golds } of questions) if (evidence) expect([context.slice(evidence.start, evidence.end)]).toEqual(golds);
  }
  expect(places.size).toBe(2);
});

test('a question that the other text has all the words of is left out', () => {
  for (const seed of seeds) {
    const { context, questions } = amongStrangers(READING, OTHER, seededRandom(seed));
    const ids = questions.map(({ id }) => id);
    expect(ids.includes('towel')).toBe(!context.includes('The towel dries.'));
    expect(ids.includes('none')).toBe(!context.includes('The bar'));
    expect(ids).toContain('open');
  }
});
