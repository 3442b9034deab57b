import { join } from 'node:path';
import { pick, seededRandom } from '../../src/dataset/random';
import { composeTable, readTableThemes } from '../../src/dataset/tables';

const themes = readTableThemes(join(__dirname, '..', '..', 'data', 'desk'));
const random = seededRandom(3);
const composed = Array.from({ length: 300 }, (_, serial) => composeTable(pick(random, themes), random, serial));

describe('a composed table', () => {
  test('has the evidence of a question in the row that it asks about', () => {
    for (const { context, questions } of composed) {
      for (const { evidence, golds = [], sentence = '' } of questions.filter((question) => question.evidence)) {
        expect(context.slice(evidence?.start, evidence?.end)).toBe(golds[0]);
        expect(sentence).toContain(golds[0]);
      }
    }
  });

  test('is asked for what it does not hold as well', () => {
    expect(composed.every(({ questions }) => questions.some((question) => !question.evidence))).toBe(true);
  });

  test('leaves no gap of its templates open', () => {
    const texts = composed.flatMap(({ questions }) => questions.flatMap(({ text, sentence = '' }) => [text, sentence]));
    expect(texts.filter((text) => /[{}]|\s{2}| \.$/u.test(text))).toEqual([]);
  });
});
