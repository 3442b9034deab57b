import type { Answer, DocumentInfo, Topic } from '../assistant/ports';

/** Where to look; the first that is given counts. */
export interface Where {
  readonly context?: string;
  readonly topic?: string;
  readonly sessionId?: string;
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
 * A typed client of the JSON API, for Node and browsers; it needs nothing but `fetch`.
 *
 * @example
 * const desk = new FrontDeskClient('http://127.0.0.1:3000');
 * const { answer } = await desk.ask('what time is breakfast', { topic: 'everything' });
 */
export class FrontDeskClient {
  constructor(
    private readonly url: string,
    /** A manager's key; only the calls about documents need it. */
    private readonly key?: string,
  ) {}

  /** Throws {@link FrontDeskError}, as all calls do. */
  ask(question: string, where: Where): Promise<Answer> {
    return this.call('POST', '/ask', { question, ...where });
  }

  async askAll(questions: readonly string[], where: Where): Promise<readonly Answer[]> {
    return (await this.call<{ answers: Answer[] }>('POST', '/ask/batch', { questions, ...where })).answers;
  }

  async setContext(sessionId: string, context: { text: string } | { topic: string }): Promise<void> {
    await this.call('PUT', `/sessions/${encodeURIComponent(sessionId)}/context`, context);
  }

  async judge(sessionId: string, verdict: 'right' | 'wrong', betterAnswer?: string): Promise<void> {
    await this.call('POST', '/feedback', { sessionId, verdict, ...(betterAnswer === undefined ? {} : { betterAnswer }) });
  }

  async topics(): Promise<readonly Topic[]> {
    return (await this.call<{ topics: Topic[] }>('GET', '/topics')).topics;
  }

  async documents(): Promise<readonly DocumentInfo[]> {
    return (await this.call<{ documents: DocumentInfo[] }>('GET', '/documents')).documents;
  }

  addDocument(topic: string, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<DocumentInfo> {
    return this.call('POST', `/documents?${new URLSearchParams({ topic, name }).toString()}`, bytes);
  }

  async removeDocument(id: string): Promise<void> {
    await this.call('DELETE', `/documents/${encodeURIComponent(id)}`);
  }

  private async call<Result>(method: string, path: string, body?: object): Promise<Result> {
    const isFile = body instanceof Uint8Array;
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'Content-Type': isFile ? 'application/octet-stream' : 'application/json' }),
        ...(this.key === undefined ? {} : { Authorization: `Bearer ${this.key}` }),
      },
      ...(body === undefined ? {} : { body: isFile ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body) }),
    });
    const text = await response.text();
    const content: unknown = text === '' ? undefined : JSON.parse(text);
    if (response.ok) return content as Result;
    const { code = 'unknown', detail = `The server answered ${response.status}.` } = (content ?? {}) as { code?: string; detail?: string };
    throw new FrontDeskError(response.status, code, detail);
  }
}
