import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDeskTexts } from '../../src/dataset/desk-corpus';
import { OPENING, comparedFlags, describeTokens, formInputs, matchFlags } from '../../src/network/inputs';
import { row, rowRange, zeros } from '../../src/network/matrix';
import type { ModelFiles } from '../../src/network/model-folder';
import type { Network, Opened, Reading, Step } from '../../src/network/network';
import { encodeText, type EncodedText } from '../../src/network/text-encoder';
import { analyze, type AnalyzedText } from '../../src/text/analyze';
import { evidenceWindow } from '../../src/text/sentences';
import { withQuestionMark } from '../../src/text/spoken';
import { tokenize } from '../../src/text/tokens';
import { UNKNOWN } from '../../src/text/vocabulary';
import { MODEL_FOLDER, startNetwork } from '../support/network';

/** What the trainer's network makes of a question (training/export.py). */
interface Golden {
  readonly id: string;
  readonly answerable: number;
  readonly start: readonly number[];
  /** For the likeliest start. */
  readonly end: readonly number[];
  readonly span?: readonly [number, number];
  /** Log-probability of each token of the written answer, the end included. */
  readonly sentence?: readonly number[];
  /** Log-odds of "yes". */
  readonly yes?: number;
}

type Text = AnalyzedText & EncodedText;

/** The context vectors are rounded to int8, which another processor may round to the other side. */
const TOLERANCE = 1e-2;
const { questions: goldens } = JSON.parse(readFileSync(join(MODEL_FOLDER, 'golden.json'), 'utf8')) as { questions: Golden[] };
const corpus = readDeskTexts(join(__dirname, '..', '..', 'data', 'desk')).flatMap((reading) =>
  reading.questions.map((question) => ({ ...question, context: reading.context })),
);
let network: Network;
let files: ModelFiles;

beforeAll(async () => {
  ({ network, files } = await startNetwork());
});

function farthest(values: ArrayLike<number>, expected: readonly number[]): number {
  expect(values).toHaveLength(expected.length);
  return expected.reduce((most, value, index) => Math.max(most, Math.abs(value - (values[index] ?? NaN))), 0);
}

async function encode(text: string): Promise<Text> {
  const analyzed = analyze(text);
  return { ...analyzed, ...(await encodeText(network, files, analyzed.tokens)) };
}

function asked(id: string): (typeof corpus)[number] {
  const question = corpus.find((candidate) => candidate.id === id);
  if (!question) throw new Error(`no question ${id}`);
  return question;
}

async function read(id: string): Promise<{ context: Text; question: Text; evidence: Float32Array; reading: Reading }> {
  const { context: text, text: wording } = asked(id);
  const [context, question] = [await encode(text), await encode(withQuestionMark(wording))];
  const evidence = new Float32Array(context.tokens.length).fill(1);
  const match = matchFlags(context, question);
  return {
    context,
    question,
    evidence,
    reading: await network.read({ context: context.hidden, question: question.hidden, match, evidence }),
  };
}

test.each(goldens.map((golden) => [golden.id, golden] as const))('the reader gives the trainer’s scores for %s', async (id, golden) => {
  const { reading, evidence } = await read(id);
  expect(farthest(reading.start, golden.start)).toBeLessThan(TOLERANCE);
  expect(Math.abs(reading.answerable - golden.answerable)).toBeLessThan(TOLERANCE);
  const start = golden.start.indexOf(Math.max(...golden.start));
  const ends = await network.ends({ memory: reading.memory, evidence, starts: [start] });
  expect(farthest(row(ends, 0), golden.end)).toBeLessThan(TOLERANCE);
});

const spoken = goldens.filter((golden) => golden.sentence);

test.each(spoken.map((golden) => [golden.id, golden] as const))(
  'the decoder gives the trainer’s probabilities for %s',
  async (id, golden) => {
    const { context, question, reading } = await read(id);
    const [first = 0, last = 0] = golden.span ?? [];
    const { start, end } = evidenceWindow(context.sentences, { start: first, end: last + 1 });
    const opened = await network.open({
      context: rowRange(context.hidden, start, end),
      memory: rowRange(reading.memory, start, end),
      inside: Float32Array.from({ length: end - start }, (_, at) => Number(start + at >= first && start + at <= last)),
      question: question.hidden,
      windowForms: rowRange(context.vectors, start, end),
      questionForms: question.vectors,
      compared: comparedFlags(matchFlags(context, question), start, end),
    });
    expect(Math.abs(opened.yes - (golden.yes ?? NaN))).toBeLessThan(TOLERANCE);
    const sources = { window: context.tokens.slice(start, end).map(({ text }) => text), question: question.tokens.map(({ text }) => text) };
    expect(farthest(await forcedLogProbabilities(opened, sources, asked(id).sentence ?? ''), golden.sentence ?? [])).toBeLessThan(
      TOLERANCE,
    );
  },
);

interface Sources {
  readonly window: readonly string[];
  readonly question: readonly string[];
}

/** Log-probability of each word of a sentence, and of its end, when the decoder is told the words before it. */
async function forcedLogProbabilities(opened: Opened, sources: Sources, sentence: string): Promise<number[]> {
  const { vocabulary } = files;
  const words = [...tokenize(sentence).map(({ text }) => lower(text)), '<end>'];
  const cell = zeros(1, opened.state.cols);
  let state = { firstHidden: opened.state, firstCell: cell, secondHidden: opened.state, secondCell: cell };
  let inputs = await network.embed(OPENING);
  const logs: number[] = [];
  for (const word of words) {
    const step = await network.step({ inputs, keys: opened.keys, asked: opened.asked, state });
    logs.push(Math.log(probability(step, sources, word)));
    state = step.state;
    const id = vocabulary.id(word);
    const copied = [...sources.window, ...sources.question].findLast((text) => lower(text) === word) ?? word;
    const text = id > UNKNOWN && id < vocabulary.generatorSize ? vocabulary.spoken(id) : copied;
    inputs = await network.embed(formInputs(describeTokens(tokenize(text), vocabulary).forms));
  }
  return logs;
}

/** A word may be said, copied from any place of the window, and echoed from any of the question. */
function probability({ gates, said, window, question }: Step, sources: Sources, word: string): number {
  const [say = 0, copy = 0, echo = 0] = gates.data;
  const id = files.vocabulary.id(word);
  const copied = (weights: Float32Array, texts: readonly string[]): number =>
    texts.reduce((sum, text, place) => sum + (lower(text) === word ? (weights[place] ?? 0) : 0), 0);
  const own = id > UNKNOWN && id < files.vocabulary.generatorSize ? (said.data[id] ?? 0) : 0;
  return say * own + copy * copied(window.data, sources.window) + echo * copied(question.data, sources.question);
}

function lower(text: string): string {
  return text.toLowerCase().replace(/’/gu, "'");
}
