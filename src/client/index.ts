import type { Answer, DocumentInfo, JudgedAnswer, Passage, Topic, UnansweredQuestion } from '../assistant/ports';
import type { Answered, SaidBack } from '../http/rest/reply';
import { readEvents } from './events';

export type { Answered, SaidBack } from '../http/rest/reply';
export type { Answer, Attention, DocumentInfo, Evidence, JudgedAnswer, Topic, UnansweredQuestion } from '../assistant/ports';

/** Where to look; the first that is given counts. */
export interface Where {
  readonly context?: string;
  readonly topic?: string;
  readonly sessionId?: string;
}

export interface FailedQuestion {
  readonly question: string;
  readonly problem: { readonly status: number; readonly code: string; readonly detail: string };
}

export interface AskOptions {
  /** Whether the answer shall tell what the decoder looked at. */
  readonly explain?: boolean;
  /** Is told the evidence as soon as it is found, before the sentence is worded. */
  readonly onEvidence?: (found: Pick<Answer, 'answerable' | 'confidence' | 'evidence'>) => void;
}

/** What the server refused, with its status, code and advice. */
export class FrontDeskError extends Error {
  override readonly name = 'FrontDeskError';

  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
  ) {
    super(detail);
  }
}

/**
 * A typed client of the JSON API, for Node and browsers; it needs nothing but `fetch`. All calls throw
 * {@link FrontDeskError}.
 *
 * @example
 * const desk = new FrontDeskClient('http://127.0.0.1:3000');
 * const { answer } = await desk.ask('what time is breakfast', { topic: 'everything' });
 */
export class FrontDeskClient {
  constructor(
    /** Where the desk is served, without a slash at the end. */
    private readonly url: string,
    /** For what is not for everybody. */
    private readonly key?: string,
  ) {}

  async ask(question: string, where: Where, { explain, onEvidence }: AskOptions = {}): Promise<Answered> {
    const body = { question, ...where, ...(explain === undefined ? {} : { explain }) };
    if (!onEvidence) return this.json('POST', '/ask', body);
    const response = await this.request('POST', '/ask', body, 'text/event-stream');
    for await (const { event, data } of readEvents(response)) {
      if (event === 'answer') return data as Answered;
      if (event === 'problem') throw refusal(data as Problem);
      onEvidence(data as Answer);
    }
    throw new FrontDeskError(502, 'broken-off', 'The answer broke off. Ask again.');
  }

  /** Says anything to the desk: a question, a follow-up, a courtesy, a note. The session remembers what was said before. */
  converse(utterance: string, sessionId: string, topic?: string): Promise<SaidBack> {
    return this.json('POST', '/converse', { utterance, sessionId, ...(topic === undefined ? {} : { topic }) });
  }

  /** Forgets a session: its turns, notes and context. */
  async forget(sessionId: string): Promise<void> {
    await this.request('DELETE', `/sessions/${encodeURIComponent(sessionId)}`);
  }

  /** In the place of a question that failed stands its problem. */
  async askAll(questions: readonly string[], where: Where): Promise<readonly (Answer | FailedQuestion)[]> {
    return (await this.json<{ answers: (Answer | FailedQuestion)[] }>('POST', '/ask/batch', { questions, ...where })).answers;
  }

  async setContext(sessionId: string, context: { text: string } | { topic: string }): Promise<void> {
    await this.json('PUT', `/sessions/${encodeURIComponent(sessionId)}/context`, context);
  }

  async judge(sessionId: string, verdict: 'right' | 'wrong', betterAnswer?: string): Promise<void> {
    await this.request('POST', '/feedback', { sessionId, verdict, ...(betterAnswer === undefined ? {} : { betterAnswer }) });
  }

  async topics(): Promise<readonly Topic[]> {
    return (await this.json<{ topics: Topic[] }>('GET', '/topics')).topics;
  }

  async search(q: string, topic?: string): Promise<readonly Passage[]> {
    const query = new URLSearchParams({ q, ...(topic === undefined ? {} : { topic }) });
    return (await this.json<{ passages: Passage[] }>('GET', `/search?${query.toString()}`)).passages;
  }

  async documents(limit = 200, offset = 0): Promise<readonly DocumentInfo[]> {
    return (await this.json<{ documents: DocumentInfo[] }>('GET', `/documents?limit=${limit}&offset=${offset}`)).documents;
  }

  addDocument(topic: string, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<DocumentInfo> {
    return this.json('POST', `/documents?${new URLSearchParams({ topic, name }).toString()}`, bytes);
  }

  /** Adds a sentence to the topic's notes; the question it was written for is asked again. */
  addSentence(topic: string, sentence: string, question?: string): Promise<{ document: DocumentInfo; answer?: Answer }> {
    return this.json('POST', '/notes', { topic, sentence, ...(question === undefined ? {} : { question }) });
  }

  async removeDocument(id: string): Promise<void> {
    await this.request('DELETE', `/documents/${encodeURIComponent(id)}`);
  }

  async feedback(): Promise<readonly JudgedAnswer[]> {
    return (await this.json<{ feedback: JudgedAnswer[] }>('GET', '/feedback')).feedback;
  }

  /** Judged answers, one training example a line. */
  async trainingExamples(): Promise<string> {
    return (await this.request('GET', '/feedback/examples')).text();
  }

  async unanswered(): Promise<readonly UnansweredQuestion[]> {
    return (await this.json<{ questions: UnansweredQuestion[] }>('GET', '/unanswered')).questions;
  }

  private async json<Result>(method: string, path: string, body?: object): Promise<Result> {
    return (await this.request(method, path, body)).json() as Promise<Result>;
  }

  private async request(method: string, path: string, body?: object, accept = 'application/json'): Promise<Response> {
    const isFile = body instanceof Uint8Array;
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        Accept: accept,
        ...(body === undefined ? {} : { 'Content-Type': isFile ? 'application/octet-stream' : 'application/json' }),
        ...(this.key === undefined ? {} : { Authorization: `Bearer ${this.key}` }),
      },
      ...(body === undefined ? {} : { body: isFile ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body) }),
    });
    if (response.ok) return response;
    throw refusal({ status: response.status, ...((await response.json().catch(() => ({}))) as Partial<Problem>) });
  }
}

interface Problem {
  readonly status: number;
  readonly code?: string;
  readonly detail?: string;
}

function refusal({ status, code = 'unknown', detail = `The server answered ${status}.` }: Problem): FrontDeskError {
  return new FrontDeskError(status, code, detail);
}
