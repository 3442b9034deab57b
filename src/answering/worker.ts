import { parentPort, workerData } from 'node:worker_threads';
import type { ModelAnswer } from '../assistant/ports';
import { answer as answerQuestion, type AnswerQuestion, type Answering } from './answer';
import type { ReadablePassage } from './encode';
import type { Backend } from '../network/engines';
import { loadAnswering } from './load';
import type { Notice } from './pool';

export interface WorkerData {
  readonly modelFolder: string;
  readonly backend: Backend;
}

export interface WorkerReport {
  readonly version: string;
  readonly engine: string;
}

export interface AnswerTask extends AnswerQuestion {
  readonly job: number;
  readonly tellsEvidence: boolean;
}

const WARM_UP = { question: 'when is breakfast', passages: [{ text: 'Breakfast is served from 7 a.m. to 10 a.m. in the garden room.' }] };

let starting: Promise<Answering> | undefined;

/** Loads the network once for each worker and answers a first question, so that the next one is fast. */
function answering(): Promise<Answering> {
  starting ??= start();
  return starting;
}

async function start(): Promise<Answering> {
  const { modelFolder, backend } = workerData as WorkerData;
  const loaded = await loadAnswering(modelFolder, backend);
  await answerQuestion(loaded, WARM_UP);
  return loaded;
}

export async function answer({ job, tellsEvidence, ...asked }: AnswerTask): Promise<ModelAnswer> {
  const tell = (content: unknown): void => parentPort?.postMessage({ job, content } satisfies Notice);
  return answerQuestion(await answering(), asked, tellsEvidence ? tell : undefined);
}

export async function vector({ text }: { readonly text: string }): Promise<Float32Array> {
  return (await answering()).encoder.vector(text);
}

export async function prepare(passage: ReadablePassage): Promise<void> {
  await (await answering()).encoder.passage(passage);
}

export async function report(): Promise<WorkerReport> {
  const { version, network } = await answering();
  return { version, engine: network.engine };
}
