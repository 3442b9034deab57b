import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDeskTexts } from '../../src/dataset/desk-corpus';
import { fromRows } from '../../src/model/matrix';
import type { EncodedText, Reading } from '../../src/model/reader';
import type { Seq2Seq } from '../../src/model/seq2seq';
import { likeliestWords } from '../../src/model/wording';
import { readModelFolder } from '../../src/model/weights';
import { evidenceWindow, splitSentences } from '../../src/text/sentences';
import { withQuestionMark } from '../../src/text/spoken';
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
const vocabulary = readModelFolder(MODEL_FOLDER).vocabulary;
const questions = readDeskTexts(join(__dirname, '..', '..', 'data', 'desk')).flatMap((reading) =>
  reading.questions.map((question) => ({ ...question, context: reading.context })),
);
let network: Seq2Seq;

beforeAll(async () => {
  network = await loadNetwork();
});

function farthest(values: Float32Array, expected: readonly number[]): number {
  expect(values).toHaveLength(expected.length);
  return expected.reduce((most, value, index) => Math.max(most, Math.abs(value - (values[index] ?? NaN))), 0);
}

test.each(goldens.map((golden) => [golden.id, golden] as const))('the reader gives the trainer’s scores for %s', (id, golden) => {
  const question = questions.find((candidate) => candidate.id === id);
  if (!question) throw new Error(`no question ${id}`);
  const context = network.encode(question.context);
  const reading = network.reader.read(context, network.encode(withQuestionMark(question.text)));
  expect(farthest(reading.startScores, golden.start)).toBeLessThan(TOLERANCE);
  expect(Math.abs(reading.answerableScore - golden.answerable)).toBeLessThan(TOLERANCE);
  const start = golden.start.indexOf(Math.max(...golden.start));
  const [end] = network.reader.endScores(reading.memory, [start]);
  expect(farthest(end?.slice(start) ?? new Float32Array(), golden.end.slice(start))).toBeLessThan(TOLERANCE);
});

const spoken = goldens.filter((golden) => golden.sentence);

test.each(spoken.map((golden) => [golden.id, golden] as const))('the speaker gives the trainer’s probabilities for %s', (id, golden) => {
  const question = questions.find((candidate) => candidate.id === id);
  if (!question || !golden.span || !golden.sentence) throw new Error(`no question ${id}`);
  const context = network.encode(question.context);
  const asked = network.encode(withQuestionMark(question.text));
  const reading = network.reader.read(context, asked);
  const span = { start: golden.span[0], end: golden.span[1] + 1 };
  const log = forcedLogProbabilities(context, asked, reading, span, question.sentence ?? '');
  expect(farthest(Float32Array.from(log.words), golden.sentence)).toBeLessThan(TOLERANCE);
  expect(Math.abs(log.yesScore - (golden.yes ?? NaN))).toBeLessThan(TOLERANCE);
});

/** Log-probability of each word of a sentence when the speaker is told the words before it. */
function forcedLogProbabilities(
  context: EncodedText,
  asked: EncodedText,
  reading: Reading,
  span: { start: number; end: number },
  sentence: string,
): { words: number[]; yesScore: number } {
  const window = evidenceWindow(splitSentences(context.text, context.tokens), span);
  const topic = network.topic(context, asked, reading, window, span);
  let state = network.speaker.begin(topic);
  let vector = network.embedder.opening.vector;
  const source = [...context.forms.slice(window.start, window.end), ...asked.forms];
  const lowers = [...tokenize(sentence).map((token) => token.text.toLowerCase().replace(/’/gu, "'")), '<end>'];
  const words = lowers.map((lower) => {
    const next = network.speaker.next(topic, state, fromRows([vector], vector.length));
    state = next.state;
    const id = vocabulary.id(lower);
    const isCommon = id > 1 && id < vocabulary.generatorSize;
    const input = isCommon ? vocabulary.spoken(id) : (source.findLast((form) => form.lower === lower)?.text ?? lower);
    vector = network.embedder.embed([input])[0]?.vector ?? vector;
    return (
      likeliestWords({ context, window, question: asked, vocabulary }, next, 0, 10_000).find((candidate) => candidate.key === lower)
        ?.logProbability ?? -Infinity
    );
  });
  return { words, yesScore: topic.yesScore };
}
