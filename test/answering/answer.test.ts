import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answer, type Answering } from '../../src/answering/answer';
import { startAnswerModel } from '../../src/answering/answer-model';
import { MODEL_FOLDER, ask, loadNetwork } from '../support/model';

const TEXT =
  'The library opens at 9 a.m. and closes at 8 p.m. Books may be kept for three weeks. The reading room is on the second floor. ' +
  'Members pay 15 dollars a year. Food is not allowed in the reading room.';
let network: Answering;

beforeAll(async () => {
  network = await loadNetwork();
});

test.each([
  ['when does the library open', '9 a.m.'],
  ['how long may i keep a book', 'three weeks'],
  ['where is the reading room', 'second floor'],
  ['how much do members pay', '15 dollars'],
])('%j is answered from the text, evidence and all', async (question, expected) => {
  const answer = await ask(network, question, TEXT);
  expect(answer.evidence.text).toContain(expected);
  expect(TEXT.slice(answer.evidence.start, answer.evidence.end)).toBe(answer.evidence.text);
  expect(answer.sentence).toContain(expected);
  expect(answer.sentence).toMatch(/^[A-Z].*[.!?]$/u);
});

test.each([
  ['are dogs allowed', 'Dogs are welcome on the ground floor. The bar opens at noon.', 'Yes'],
  ['are dogs allowed', 'Dogs are not allowed in the house. The bar opens at noon.', 'No'],
  ['is there a sauna', 'There is a sauna in the basement. Towels cost 2 dollars.', 'Yes'],
  ['can i smoke in my room', 'Smoking is forbidden in all rooms. Towels cost 2 dollars.', 'No'],
])('%j about %j is answered with %s', async (question, text, expected) => {
  expect((await ask(network, question, text)).sentence).toMatch(new RegExp(`^${expected}\\b`, 'u'));
});

test('a question about something else is less sure of an answer than one about the text', async () => {
  const inside = await ask(network, 'where is the reading room', TEXT);
  const outside = await ask(network, 'do you sell surf boards', TEXT);
  expect(outside.confidence).toBeLessThan(inside.confidence);
});

test.each(['', '   ', '\n'])('the context %j has no answer', async (context) => {
  expect(await ask(network, 'why', context)).toMatchObject({ answerable: false, confidence: 0, evidence: { text: '' } });
});

test.each([
  ['one word', 'Closed'],
  ['no letters', '... !!! ???'],
  ['emoji and scripts', 'Öffnung 🙂 um 9 Uhr, 東京, العربية'],
  ['one endless word', 'a'.repeat(5000)],
  ['more than is read', 'The bell rings at noon. '.repeat(400)],
])('survives a context of %s', async (_, context) => {
  const { evidence } = await ask(network, 'when does the bell ring', context);
  expect(context.slice(evidence.start, evidence.end)).toBe(evidence.text);
});

describe('several passages', () => {
  const passages = [
    { text: 'The pool is on the roof. It opens at noon.' },
    { text: 'Adults pay 12 dollars. Children pay 5 dollars.', path: 'Prices > Day tickets' },
    { text: 'The sauna is in the cellar. Towels cost 2 dollars.' },
  ];

  test.each([
    ['where is the sauna', 2, 'cellar'],
    ['how much do children pay', 1, '5 dollars'],
    ['when does the pool open', 0, 'noon'],
  ])('%j is answered from number %i', async (question, index, expected) => {
    const { passage, evidence } = await ask(network, question, passages);
    expect(passage).toBe(index);
    expect(evidence.text).toContain(expected);
    expect(passages[index]?.text.slice(evidence.start, evidence.end)).toBe(evidence.text);
  });

  test('a heading is never the evidence', async () => {
    for (const question of ['day tickets', 'what are the prices', 'what is this about']) {
      const { evidence } = await ask(network, question, passages.slice(1, 2));
      expect(passages[1]?.text.slice(evidence.start, evidence.end)).toBe(evidence.text);
      expect(evidence.start).toBeGreaterThanOrEqual(0);
    }
  });

  test('the evidence is told before the sentence, once', async () => {
    const told: unknown[] = [];
    const answered = await answer(network, { question: 'where is the sauna', passages }, (found) => told.push(found));
    expect(told).toHaveLength(1);
    expect(answered).toMatchObject(told[0] as object);
  });

  test('what is left out by name does not change the answer', async () => {
    const text = 'Breakfast is served from 7 a.m. to 10 a.m. every day.';
    const asked = { question: 'when does breakfast end', passages: [{ text }] };
    expect((await answer(network, asked)).evidence.text).toBe('10 a.m.');
    expect((await answer(network, { ...asked, without: ['fit-time-range'] })).processors).not.toContain('fit-time-range');
  });
});

describe('a model folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'model-'));
    cpSync(MODEL_FOLDER, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const start = (): Promise<unknown> => startAnswerModel({ modelFolder: folder, backend: 'auto', workers: 1, deadlineMs: 1000 });

  test('that is missing is named, with the setting to mend', async () => {
    rmSync(join(folder, 'manifest.json'));
    await expect(start()).rejects.toThrow(/There is no model in .*MODEL_DIR/u);
  });
  test('with a damaged file is refused by its checksum', async () => {
    const graph = readFileSync(join(folder, 'step.onnx'));
    graph[1000] = (graph[1000] ?? 0) ^ 1;
    writeFileSync(join(folder, 'step.onnx'), graph);
    await expect(start()).rejects.toThrow(/step\.onnx is damaged/u);
  });
});
