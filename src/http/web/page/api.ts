import { siteStorage } from './storage';
/** Where the JSON API of this desk is; the page is served next to it. */
const API = new URL('api/v1', document.baseURI).pathname;
const VISITOR_KEY = 'visitor-key';

export interface Evidence {
  readonly text: string;
  readonly source: string;
  readonly sentence: string;
}

export interface Attention {
  readonly places: readonly { readonly text: string }[];
  readonly words: readonly { readonly word: string; readonly weights: readonly number[] }[];
}

export interface Answer {
  readonly answer: string;
  readonly answerable: boolean;
  readonly confidence: number;
  readonly evidence: Evidence;
  readonly attention?: Attention;
}

export interface TopicInfo {
  readonly id: string;
  readonly title: string;
  readonly examples: readonly string[];
}

/** What the server refused; its message says what to do. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    detail: string,
  ) {
    super(detail);
  }
}

/** Calls the API with the visitor's key, or the key given. Throws {@link Refusal}. */
export async function call(path: string, init: RequestInit = {}, key = siteStorage.getItem(VISITOR_KEY)): Promise<Response> {
  const headers = new Headers(init.headers);
  if (key) headers.set('Authorization', `Bearer ${key}`);
  if (typeof init.body === 'string') headers.set('Content-Type', 'application/json');
  const response = await fetch(API + path, { ...init, headers });
  if (response.ok) return response;
  const { detail } = (await response.json().catch(() => ({}))) as { detail?: string };
  throw new Refusal(response.status, detail ?? `The server answered ${response.status}.`);
}

export function keepVisitorKey(key: string): void {
  siteStorage.setItem(VISITOR_KEY, key);
}

export async function topics(): Promise<readonly TopicInfo[]> {
  return ((await (await call('/topics')).json()) as { topics: TopicInfo[] }).topics;
}

export async function judge(sessionId: string, verdict: 'right' | 'wrong', betterAnswer?: string): Promise<void> {
  await call('/feedback', { method: 'POST', body: JSON.stringify({ sessionId, verdict, ...(betterAnswer ? { betterAnswer } : {}) }) });
}

/** Asks and listens: the evidence comes first, then the answer. Throws {@link Refusal}. */
export async function ask(question: object, onEvidence: (found: Omit<Answer, 'answer'>) => void, key?: string | null): Promise<Answer> {
  const headers = { Accept: 'text/event-stream' };
  const response = await call('/ask', { method: 'POST', body: JSON.stringify(question), headers }, key);
  const reader = (response.body as ReadableStream<BufferSource>).pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) throw new Refusal(502, 'The answer broke off. Ask again.');
    heard += value;
    const events = heard.split('\n\n');
    heard = events.pop() ?? '';
    for (const event of events) {
      const [, kind = '', data = ''] = /^event: (\w+)\ndata: (.*)$/u.exec(event) ?? [];
      const content = JSON.parse(data) as Answer & { status: number; detail: string };
      if (kind === 'answer') return content;
      if (kind === 'problem') throw new Refusal(content.status, content.detail);
      onEvidence(content);
    }
  }
}
