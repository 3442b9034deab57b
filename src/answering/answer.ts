import type { Finding, ModelAnswer } from '../assistant/ports';
import { cut, surroundings } from '../text/analyze';
import { evidenceWindow, type TokenRange } from '../text/sentences';
import { attentionOf } from './attention';
import { CHECKS, objection } from './checks';
import { said } from './checks/check';
import { rewrite } from './checks/rewrite';
import { decode, type Decoder } from './decode';
import type { Encoder, ReadablePassage } from './encode';
import { PROCESSORS } from './processors';
import type { Processor } from './processors/processor';
import { read, surest, type Reading } from './read';
import { chooseSpan } from './span';
import { writeSentence } from './wording';

/** What answering works with. */
export interface Answering extends Decoder {
  /** Of the model. */
  readonly version: string;
  readonly encoder: Encoder;
  /** Confidence below which a question counts as unanswered. */
  readonly threshold: number;
}

export interface AnswerQuestion {
  readonly question: string;
  readonly passages: readonly ReadablePassage[];
  /** Tells the attention, and words an answer even when the passages do not seem to hold one. */
  readonly explain?: boolean | undefined;
  /** Processors and checks left out, by name: the evaluation tells what each is worth. */
  readonly without?: readonly string[] | undefined;
}

const NOTHING_FOUND: Finding = {
  passage: -1,
  answerable: false,
  confidence: 0,
  evidence: { text: '', start: 0, end: 0, sentence: '', around: '' },
};

/**
 * Answers a question from passages: every passage is read with the question in mind, the one that is surest to hold the
 * answer speaks. Tells the evidence before the sentence is worded.
 */
export async function answer(
  answering: Answering,
  { question: asked, passages, explain = false, without = [] }: AnswerQuestion,
  onEvidence?: (found: Finding) => void,
): Promise<ModelAnswer> {
  const processors = PROCESSORS.filter(({ name }) => !without.includes(name));
  const checks = CHECKS.filter(({ name }) => !without.includes(name));

  const best = surest(await readAll(answering, asked, passages));
  if (!best) return silent(NOTHING_FOUND, onEvidence);

  const { evidence, changedBy } = fitEvidence(processors, best, await chooseSpan(answering.network, best));
  const found = toFinding(best, evidence, answering.threshold);
  if (!found.answerable && !explain) return silent(found, onEvidence);
  onEvidence?.(found);

  const { passage, question } = best;
  const window = evidenceWindow(passage.sentences, evidence);
  const decoded = await decode(answering, best, evidence, window, processors);
  const spoken = {
    sentence: writeSentence(decoded.words, passage),
    written: decoded.words.map(({ written }) => written),
    meanLogProbability: decoded.logProbability / (decoded.words.length + 1),
  };
  const check = objection(checks, said(spoken, question, passage, window, evidence));
  return {
    ...found,
    sentence: check === undefined ? spoken.sentence : rewrite(check, spoken.sentence, cut(passage, window).text, found.evidence.text),
    ...(check === undefined ? {} : { check }),
    processors: [...changedBy, ...decoded.changedBy],
    ...(explain ? { attention: attentionOf(passage, window, decoded.words) } : {}),
  };
}

async function readAll({ network, encoder }: Answering, asked: string, passages: readonly ReadablePassage[]): Promise<Reading[]> {
  const readings: Reading[] = [];
  if (!/\S/u.test(asked)) return readings;
  const question = await encoder.question(asked);
  for (const [index, given] of passages.entries()) {
    const passage = await encoder.passage(given);
    if (passage) readings.push(await read(network, passage, question, index));
  }
  return readings;
}

function fitEvidence(processors: readonly Processor[], reading: Reading, span: TokenRange): { evidence: TokenRange; changedBy: string[] } {
  const changedBy: string[] = [];
  let evidence = span;
  for (const processor of processors) {
    const fitted = processor.fitEvidence?.(evidence, reading) ?? evidence;
    if (fitted.start !== evidence.start || fitted.end !== evidence.end) changedBy.push(processor.name);
    evidence = fitted;
  }
  return { evidence, changedBy };
}

function toFinding({ index, passage, answerable }: Reading, evidence: TokenRange, threshold: number): Finding {
  const confidence = 1 / (1 + Math.exp(-answerable));
  const { text, start, end } = cut(passage, evidence);
  return {
    passage: index,
    answerable: confidence >= threshold,
    confidence,
    evidence: { text, start: start - passage.offset, end: end - passage.offset, ...surroundings(passage, evidence) },
  };
}

function silent(found: Finding, onEvidence?: (found: Finding) => void): ModelAnswer {
  onEvidence?.(found);
  return { ...found, sentence: '', processors: [] };
}
