import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname, join, parse } from 'node:path';
import { judge, spoken, saidSchema, type SaidReply, type Verdict } from './judge';
import type { DeskQuestion, DeskSet } from './question-files';

/** A server that holds nothing, and a manager's key to it. */
export interface EmptyServer {
  readonly url: string;
  readonly key: string;
}

/** A question as it was answered and judged. */
export interface DocumentOutcome extends DeskQuestion {
  readonly verdict: Verdict;
  readonly answer: string;
  readonly shortAnswer: string;
  readonly confidence: number;
  readonly evidence: string;
  readonly source: string;
  /** Whether the evidence lies in the expected document; undefined where none is expected or shown. */
  readonly inRightDocument?: boolean | undefined;
  /** The kind of file that holds the answer: "pdf"; "none" where no text does. */
  readonly format: string;
  readonly status: number;
  readonly milliseconds: number;
  readonly historyAnswers: readonly string[];
}

export interface DeskOutcome {
  readonly outcomes: readonly DocumentOutcome[];
  /** Files that the server did not take, each with its reason. */
  readonly notTaken: readonly string[];
}

/** Gives a desk's files to the server and asks its questions one after the other, each in a session of its own. */
export async function runDesk(server: EmptyServer, desk: DeskSet): Promise<DeskOutcome> {
  const notTaken: string[] = [];
  for (const [name, topic] of Object.entries(desk.topics)) {
    const query = new URLSearchParams({ topic, name }).toString();
    const bytes = readFileSync(join(desk.folder, name));
    const { status, reply } = await call(server, `/api/v1/documents?${query}`, bytes, 'application/octet-stream');
    if (status !== 201) notTaken.push(`${desk.name}/${name}: ${reply.detail ?? status}`);
  }
  const outcomes: DocumentOutcome[] = [];
  for (const question of desk.questions) outcomes.push(await askOne(server, desk, question));
  return { outcomes, notTaken };
}

async function askOne(server: EmptyServer, desk: DeskSet, asked: DeskQuestion): Promise<DocumentOutcome> {
  const sessionId = `${asked.id.replace(/[^A-Za-z0-9_-]/gu, '-')}-${randomUUID().slice(0, 8)}`;
  const ask = (question: string): ReturnType<typeof call> =>
    call(server, '/api/v1/ask', JSON.stringify({ question, sessionId, topic: 'everything' }), 'application/json');
  const historyAnswers: string[] = [];
  for (const before of asked.history) historyAnswers.push((await ask(before)).reply.answer ?? '');
  const started = performance.now();
  const { status, reply } = await ask(asked.question);
  const source = reply.evidence?.source ?? '';
  const wanted = asked.expect.evidence_in;
  return {
    ...asked,
    verdict: judge(asked.expect, status, reply),
    answer: spoken(reply),
    shortAnswer: reply.shortAnswer ?? '',
    confidence: reply.confidence ?? 0,
    evidence: reply.evidence?.text ?? '',
    source,
    inRightDocument: wanted && source ? namesOf(desk, wanted).some((name) => source.includes(name)) : undefined,
    format: wanted ? extname(wanted).slice(1) : 'none',
    status,
    milliseconds: Math.round(performance.now() - started),
    historyAnswers,
  };
}

function namesOf(desk: DeskSet, file: string): string[] {
  return [file, parse(file).name, desk.topics[file] ?? file];
}

async function call(
  { url, key }: EmptyServer,
  path: string,
  body: Buffer<ArrayBuffer> | string,
  type: string,
): Promise<{ status: number; reply: SaidReply }> {
  try {
    const headers = { Authorization: `Bearer ${key}`, 'Content-Type': type };
    const response = await fetch(url + path, { method: 'POST', headers, body });
    return { status: response.status, reply: saidSchema.catch({}).parse(await response.json()) };
  } catch (error) {
    return { status: 0, reply: { detail: String(error) } };
  }
}
