import { join } from 'node:path';
import { askAboutOpening } from '../../src/dataset/opening-hours';
import { composeRules, readPolarity } from '../../src/dataset/polarity';
import { seededRandom } from '../../src/dataset/random';

const DESK = join(__dirname, '..', '..', 'data', 'desk');
const polarity = readPolarity(DESK);
const paragraphs = Array.from({ length: 300 }, (_, seed) => composeRules(polarity, seededRandom(seed), seed));
const asked = paragraphs.flatMap(({ context, questions }) => questions.map((question) => ({ context, ...question })));

test('evidence is a statement of the paragraph, word for word', () => {
  for (const { context, evidence, golds = [] } of asked) {
    if (evidence) expect(context.slice(evidence.start, evidence.end).toLowerCase()).toBe(golds[0]?.toLowerCase());
  }
});

test('yes and no are about as frequent, so that neither is a safe guess', () => {
  const answers = asked.flatMap(({ sentence }) => (sentence === undefined ? [] : [sentence.startsWith('Yes')]));
  const share = answers.filter(Boolean).length / answers.length;
  expect(share).toBeGreaterThan(0.42);
  expect(share).toBeLessThan(0.58);
});

test('a question and its reverse are answered the other way round from the same statement', () => {
  const pairs = new Map<string, Set<boolean>>();
  for (const { context, golds = [], sentence, text } of asked) {
    if (sentence === undefined || /\b(?:open at|open on|come to|visit)\b/u.test(text)) continue;
    const key = `${context} ${golds[0] ?? ''}`;
    pairs.set(key, (pairs.get(key) ?? new Set()).add(sentence.startsWith('Yes')));
  }
  expect([...pairs.values()].some((answers) => answers.size === 2)).toBe(true);
});

test('what nothing is said about has no answer', () => {
  const strays = asked.filter(({ evidence }) => evidence === undefined);
  expect(strays.length).toBe(paragraphs.length);
  for (const { golds } of strays) expect(golds).toEqual([]);
});

test('opening hours are compared rightly', () => {
  const hour = (digits: string, half: string): number => (Number(digits) % 12) + (half === 'p' ? 12 : 0);
  const words = ['twelve', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven'];
  let compared = 0;
  for (let seed = 0; seed < 400; seed += 1) {
    const { text, asks } = askAboutOpening(seededRandom(seed));
    const times = [...text.matchAll(/(\d+) ([ap])\.m\./gu)].map(([, digits = '', half = '']) => hour(digits, half));
    const [, word = '', part = ''] = /at (\w+) in the (\w+)$/u.exec(asks[0]?.question ?? '') ?? [];
    if (times.length < 2) continue;
    const at = words.indexOf(word) + (part === 'morning' ? 0 : 12);
    expect([text, asks[0]?.question, asks[0]?.answer.startsWith('Yes')]).toEqual([
      text,
      asks[0]?.question,
      at >= (times[0] ?? 0) && at < (times[1] ?? 0),
    ]);
    compared += 1;
  }
  expect(compared).toBeGreaterThan(100);
});
