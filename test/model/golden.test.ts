import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDeskTexts } from '../../src/dataset/desk-corpus';
import type { Answering } from '../../src/answering/answer';
import type { EncodedPassage, EncodedText } from '../../src/answering/encode';
import { openEvidence, opening } from '../../src/answering/decode';
import { nextWords } from '../../src/answering/next-word';
import { read, type Reading } from '../../src/answering/read';
import { describeTokens, formInputs, OPENING } from '../../src/network/inputs';
import { row } from '../../src/network/matrix';
import { evidenceWindow } from '../../src/text/sentences';
import { tokenize } from '../../src/text/tokens';
import { MODEL_FOLDER, loadNetwork } from '../support/model';

/** What training/export.py computed with the trainer's network. */
interface Golden {
  readonly id: string;
  readonly answerable: number;
  readonly start: readonly number[];
  readonly end: readonly number[];
  readonly span?: readonly [number, number];
  /** Log-probability of each token of the written answer, the end included. */
  readonly sentence?: readonly number[];
  /** Log-odds of "yes". */
  readonly yes?: number;
}

const TOLERANCE = 1e-4;
const goldens = JSON.parse(readFileSync(join(MODEL_FOLDER, 'golden.json'), 'utf8')) as Golden[];
const questions = readDeskTexts(join(__dirname, '..', '..', 'data', 'desk')).flatMap((reading) =>
  reading.questions.map((question) => ({ ...question, context: reading.context })),
);
let answering: Answering;

beforeAll(async () => {
  answering = await loadNetwork();
});

function farthest(values: Float32Array, expected: readonly number[]): number {
  expect(values).toHaveLength(expected.length);
  return expected.reduce((most, value, index) => Math.max(most, Math.abs(value - (values[index] ?? NaN))), 0);
}

async function readFor(id: string): Promise<{ reading: Reading; sentence: string }> {
  const question = questions.find((candidate) => candidate.id === id);
  const context = question && (await answering.encoder.passage({ text: question.context }));
  if (!context) throw new Error(`no question ${id}`);
  const asked = await answering.encoder.question(question.text);
  return { reading: await read(answering.network, context, asked, 0), sentence: question.sentence ?? '' };
}

test.each(goldens.map((golden) => [golden.id, golden] as const))('the reader gives the trainer’s scores for %s', async (id, golden) => {
  const { reading } = await readFor(id);
  expect(farthest(reading.start, golden.start)).toBeLessThan(TOLERANCE);
  expect(Math.abs(reading.answerable - golden.answerable)).toBeLessThan(TOLERANCE);
  const start = golden.start.indexOf(Math.max(...golden.start));
  const ends = await answering.network.ends({ memory: reading.memory, evidence: reading.mayHold, starts: [start] });
  expect(farthest(row(ends, 0).slice(start), golden.end.slice(start))).toBeLessThan(TOLERANCE);
});

const spoken = goldens.filter((golden) => golden.sentence);

test.each(spoken.map((golden) => [golden.id, golden] as const))(
  'the decoder gives the trainer’s probabilities for %s',
  async (id, golden) => {
    const { reading, sentence } = await readFor(id);
    if (!golden.span || !golden.sentence) throw new Error(`no sentence for ${id}`);
    const log = await forcedLogProbabilities(reading, { start: golden.span[0], end: golden.span[1] + 1 }, sentence);
    expect(farthest(Float32Array.from(log.words), golden.sentence)).toBeLessThan(TOLERANCE);
    expect(Math.abs(log.yes - (golden.yes ?? NaN))).toBeLessThan(TOLERANCE);
  },
);

/** Log-probability of each word of a sentence when the decoder is told the words before it. */
async function forcedLogProbabilities(
  reading: Reading,
  span: { start: number; end: number },
  sentence: string,
): Promise<{ words: number[]; yes: number }> {
  const { network, vocabulary } = answering;
  const { passage, question } = reading;
  const window = evidenceWindow(passage.sentences, span);
  const opened = await openEvidence(network, reading, span, window);
  let state = opening(opened);
  let inputs = await network.embed(OPENING);
  const source = [...formsOf(passage).slice(window.start, window.end), ...formsOf(question)];
  const words: number[] = [];
  for (const lower of [...tokenize(sentence).map((token) => token.text.toLowerCase().replace(/’/gu, "'")), '<end>']) {
    const step = await network.step({ inputs, keys: opened.keys, asked: opened.asked, state });
    state = step.state;
    const id = vocabulary.id(lower);
    const isCommon = id > 1 && id < vocabulary.generatorSize;
    const input = isCommon ? vocabulary.spoken(id) : (source.findLast((form) => form.lower === lower)?.text ?? lower);
    inputs = await network.embed(formInputs(describeTokens([{ text: input, start: 0, end: 0 }], vocabulary).forms));
    words.push(Math.log(nextWords(step, 0, reading, window, vocabulary, 10_000).word(lower).probability));
  }
  return { words, yes: opened.yes };
}

function formsOf({ forms, tokens }: EncodedText | EncodedPassage): { lower: string; text: string }[] {
  return forms.map(({ lower }, index) => ({ lower, text: tokens[index]?.text ?? '' }));
}
