import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { locateEvidence } from './evidence';
import type { Reading, ReadingQuestion } from './reading';

interface RawQuestion {
  readonly id: string;
  readonly question: string;
  readonly answers: readonly { readonly text: string; readonly start: number }[];
  readonly full_answer?: string;
  readonly unanswerable?: boolean;
}

interface RawReading {
  readonly title: string;
  readonly context: string;
  readonly qas: readonly RawQuestion[];
}

/** Reads a gzipped file of lines. Throws an error that names the folder setting when the file is not there. */
function readLines(folder: string, file: string): string[] {
  const path = join(folder, file);
  if (!existsSync(path)) {
    throw new Error(`${path} is missing. Set --data to the folder that holds train/ and dev/ (see docs/training.md).`);
  }
  return gunzipSync(readFileSync(path)).toString('utf8').split('\n').filter(Boolean);
}

const LONGEST_SENTENCE = 40;
const TRAILING_OFFER = /(?<=[.!])\s+[^.!?]*\?$/u;

/** Sentence without a trailing offer ("Shall I book it?"), or undefined when it is too long to be spoken. */
function speakable(sentence: string | undefined): string | undefined {
  const text = sentence?.replace(TRAILING_OFFER, '').replace(/\s+/gu, ' ').trim();
  return text && text.split(' ').length <= LONGEST_SENTENCE ? text : undefined;
}

/** Reads a SQuAD-like file of `train/` or `dev/`; answers without an offset are searched for in the context. */
export function readCorpus(folder: string, file: string, sentences?: Sentences): Reading[] {
  const source = file.replace(/^.*\/|\.jsonl\.gz$/gu, '');
  return readLines(folder, file).map((line) => {
    const raw = JSON.parse(line) as RawReading;
    const questions = raw.qas.flatMap((question) => toQuestion(raw.context, question, sentences));
    return { source, title: raw.title, context: raw.context, questions };
  });
}

function toQuestion(context: string, raw: RawQuestion, sentences?: Sentences): ReadingQuestion[] {
  const base = { id: raw.id, text: raw.question, golds: raw.answers.map((answer) => answer.text) };
  if (raw.unanswerable || raw.answers.length === 0) return [{ ...base, golds: [] }];
  const answer = raw.answers.find((candidate) => candidate.start >= 0) ?? raw.answers[0];
  const evidence = answer && locateEvidence(context, answer.text, answer.start);
  if (!evidence) return [];
  const own = speakable(raw.full_answer);
  const written = sentences?.get(raw.id) ?? (own ? { sentence: own, style: 'plain' as const } : undefined);
  return [{ ...base, evidence, ...written }];
}

export type Sentences = ReadonlyMap<string, { readonly sentence: string; readonly style: 'spoken' | 'plain' }>;

/** Full answers to SQuAD questions: hand-written ones first, then chosen and machine-made ones. */
export function readSquadSentences(folder: string): Sentences {
  const sentences = new Map<string, { sentence: string; style: 'spoken' | 'plain' }>();
  for (const line of readLines(folder, 'train/squad11-train.sentences.tsv.gz')) {
    const [id = '', , sentence = ''] = line.split('\t');
    sentences.set(id, { sentence, style: 'plain' });
  }
  for (const line of readLines(folder, 'train/squad11-train.spoken.tsv.gz')) {
    const [id = '', sentence = ''] = line.split('\t');
    sentences.set(id, { sentence, style: 'spoken' });
  }
  return sentences;
}

/** Question, answer and sentence without a context: the answer alone becomes the context. */
export function readAnswerSentences(folder: string): Reading[] {
  return readLines(folder, 'train/question-answer-sentences.jsonl.gz').flatMap((line, index) => {
    const raw = JSON.parse(line) as { question: string; answer: string; full_answer: string; source: string };
    const sentence = speakable(raw.full_answer);
    if (!sentence || raw.answer.split(/\s+/u).length > 25) return [];
    const evidence = { start: 0, end: raw.answer.length };
    const question = { id: `sentence-${index}`, text: raw.question, evidence, sentence, style: 'plain' as const };
    return [{ source: 'question-answer-sentences', title: '', context: raw.answer, questions: [question] }];
  });
}
