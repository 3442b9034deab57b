import { startAnswerModel } from '../../src/answering/answer-model';
import type { AnswerModel, Finding } from '../../src/assistant/ports';
import { MODEL_FOLDER } from '../support/model';

const PASSAGES = [{ text: 'The pool is on the roof.' }, { text: 'Adults pay 12 dollars.', path: 'Prices > Day tickets' }];
let model: AnswerModel;

beforeAll(async () => {
  model = await startAnswerModel({ modelFolder: MODEL_FOLDER, backend: 'auto', workers: 2, deadlineMs: 20_000 });
});
afterAll(() => model.close());

test('workers answer, and tell the evidence once, before the sentence', async () => {
  const told: Finding[] = [];
  const answer = await model.answer('where is the pool', PASSAGES, { onEvidence: (found) => told.push(found) });
  expect(answer).toMatchObject({ passage: 0, answerable: true, evidence: { text: expect.stringContaining('roof') as string } });
  expect(told).toHaveLength(1);
  expect(told[0]?.evidence).toEqual(answer.evidence);
  expect(answer.attention).toBeUndefined();
});

test('the attention is told when it is asked for', async () => {
  expect((await model.answer('where is the pool', PASSAGES, { explain: true })).attention?.words.length).toBeGreaterThan(0);
});

test('an answer is the same from prepared passages', async () => {
  model.prepare(PASSAGES);
  const [one, other] = await Promise.all([1, 2].map(() => model.answer('how much do adults pay', PASSAGES)));
  expect(one).toEqual(other);
  expect(one?.passage).toBe(1);
});

test('texts have vectors of unit length, in their order', async () => {
  const vectors = await model.vectors(['where is the pool', 'Adults pay 12 dollars.', '']);
  expect(vectors).toHaveLength(3);
  for (const vector of vectors) expect(Math.hypot(...vector)).toBeCloseTo(1, 3);
});
