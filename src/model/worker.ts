import { workerData } from 'node:worker_threads';
import type { Finding, PassageAnswer } from '../assistant/ports';
import { createOps, type Backend } from './engines';
import { Seq2Seq } from './seq2seq';
import { readModelFolder } from './weights';

export interface WorkerData {
  readonly modelFolder: string;
  readonly backend: Backend;
}

export interface WorkerTask {
  readonly question: string;
  readonly passage: string;
}

export interface WorkerReport {
  readonly version: string;
  readonly engine: string;
  readonly allocated: number;
}

const WARM_UP = 'Breakfast is served from 7 a.m. to 10 a.m. in the garden room.';

let starting: Promise<Seq2Seq> | undefined;

/** Loads the network once for each worker and answers a first question, so that the next one is fast. */
function network(): Promise<Seq2Seq> {
  starting ??= start(workerData as WorkerData | [unknown, WorkerData]);
  return starting;
}

async function start(data: WorkerData | [unknown, WorkerData]): Promise<Seq2Seq> {
  const { modelFolder, backend } = Array.isArray(data) ? data[1] : data;
  const seq2seq = new Seq2Seq(await createOps(backend), readModelFolder(modelFolder));
  seq2seq.answer('when is breakfast', WARM_UP);
  return seq2seq;
}

export async function find({ question, passage }: WorkerTask): Promise<Finding> {
  return (await network()).find(question, passage);
}

export async function answer({ question, passage }: WorkerTask): Promise<PassageAnswer> {
  return (await network()).answer(question, passage);
}

export async function report(): Promise<WorkerReport> {
  const seq2seq = await network();
  return { version: seq2seq.version, engine: seq2seq.engine, allocated: seq2seq.allocated() };
}
