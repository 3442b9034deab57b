import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Seq2Seq } from '../../src/model/seq2seq';
import { readModelFolder } from '../../src/model/weights';
import { startWorkerPool } from '../../src/model/worker-pool';
import { MODEL_FOLDER, loadNetwork } from '../support/model';

const TEXT =
  'The library opens at 9 a.m. and closes at 8 p.m. Books may be kept for three weeks. The reading room is on the second floor. ' +
  'Members pay 15 dollars a year. Food is not allowed in the reading room.';
let network: Seq2Seq;

beforeAll(async () => {
  network = await loadNetwork();
});

test.each([
  ['when does the library open', '9 a.m.'],
  ['how long may i keep a book', 'three weeks'],
  ['where is the reading room', 'second floor'],
  ['how much do members pay', '15 dollars'],
])('%j is answered from the text, evidence and all', (question, expected) => {
  const answer = network.answer(question, TEXT);
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
])('%j about %j is answered with %s', (question, text, expected) => {
  expect(network.answer(question, text).sentence).toMatch(new RegExp(`^${expected}\\b`, 'u'));
});

test('a question about something else is less sure of an answer than one about the text', () => {
  const inside = network.answer('where is the reading room', TEXT);
  const outside = network.answer('do you sell surf boards', TEXT);
  expect(outside.confidence).toBeLessThan(inside.confidence);
});

test.each(['', '   ', '\n'])('the context %j has no answer', (context) => {
  expect(network.answer('why', context)).toMatchObject({ answerable: false, confidence: 0, evidence: { text: '' } });
});

test.each([
  ['one word', 'Closed'],
  ['no letters', '... !!! ???'],
  ['emoji and scripts', 'Öffnung 🙂 um 9 Uhr, 東京, العربية'],
  ['one endless word', 'a'.repeat(5000)],
  ['more than is read', 'The bell rings at noon. '.repeat(400)],
])('survives a context of %s', (_, context) => {
  const { evidence } = network.answer('when does the bell ring', context);
  expect(context.slice(evidence.start, evidence.end)).toBe(evidence.text);
});

test('the engine holds no more after a thousand questions than after one', () => {
  const words = TEXT.split(/\W+/u);
  network.answer('where is the reading room', TEXT);
  const before = network.allocated();
  for (let n = 0; n < 1000; n += 1) network.answer(`where is the ${words[n % words.length] ?? ''} ${n}`, 'It is in the hall. Ask Ann.');
  expect(network.allocated()).toBe(before);
}, 120_000);

describe('a model folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'model-'));
    cpSync(MODEL_FOLDER, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const start = (): Promise<unknown> => startWorkerPool({ modelFolder: folder, backend: 'auto', workers: 1, deadlineMs: 1000 });

  test('that is missing is named, with the setting to mend', async () => {
    rmSync(join(folder, 'manifest.json'));
    await expect(start()).rejects.toThrow(/There is no model in .*MODEL_DIR/u);
  });
  test('with a damaged file is refused by its checksum', async () => {
    const weights = readFileSync(join(folder, 'weights.bin'));
    weights[1000] = (weights[1000] ?? 0) ^ 1;
    writeFileSync(join(folder, 'weights.bin'), weights);
    await expect(start()).rejects.toThrow(/weights\.bin is damaged/u);
  });
  test('with a cut file is refused', () => {
    truncateSync(join(folder, 'weights.bin'), 1000);
    expect(() => readModelFolder(folder)).toThrow(/damaged/u);
  });
  test('without its weights is refused', () => {
    rmSync(join(folder, 'weights.bin'));
    expect(() => readModelFolder(folder)).toThrow(/weights\.bin is missing/u);
  });
  test('with a broken manifest is refused', () => {
    writeFileSync(join(folder, 'manifest.json'), '{');
    expect(() => readModelFolder(folder)).toThrow(/not valid JSON/u);
    writeFileSync(join(folder, 'manifest.json'), '{"format": 2}');
    expect(() => readModelFolder(folder)).toThrow(/format/u);
  });
});
