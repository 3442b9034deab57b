import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseLanguageModel } from '../../src/alexa/simulator/language-model';
import { resolveUtterance } from '../../src/alexa/simulator/resolve-utterance';

const MODEL = join(__dirname, '..', '..', 'skill-package', 'interactionModels', 'custom', 'en-US.json');

test('at least 95 of 100 questions, as people speak them to desks, are caught without an opened session', () => {
  const model = parseLanguageModel(JSON.parse(readFileSync(MODEL, 'utf8')));
  const questions = readFileSync(join(__dirname, 'cold-questions.txt'), 'utf8').trim().split('\n');
  const lost = questions.filter((question) => resolveUtterance(model, question).intent === 'AMAZON.FallbackIntent');
  expect(questions).toHaveLength(100);
  expect(100 - lost.length).toBeGreaterThanOrEqual(95);
});
