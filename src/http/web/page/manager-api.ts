import { Refusal, call, type Answer } from './api';
import { tabStorage } from './storage';

const KEY = 'manager-key';

export interface DocumentInfo {
  readonly id: string;
  readonly topic: string;
  readonly title: string;
  readonly origin: string;
  readonly passages: number;
}

export interface Gap {
  readonly question: string;
  readonly times: number;
}

export interface Verdict {
  readonly verdict: 'right' | 'wrong';
  readonly betterAnswer?: string;
  readonly answer: Answer & { readonly question: string };
}

export function managerKey(): string | null {
  return tabStorage.getItem(KEY);
}

export function keepManagerKey(key: string | undefined): void {
  if (key === undefined) tabStorage.removeItem(KEY);
  else tabStorage.setItem(KEY, key);
}

/** Calls the manager's part of the API. Throws {@link Refusal}. */
export async function manage(path: string, init: RequestInit = {}): Promise<unknown> {
  const response = await call(path, init, managerKey());
  return response.status === 204 ? undefined : response.json();
}

/** The judged answers as training examples, one a line. */
export async function trainingExamples(): Promise<Blob> {
  return (await call('/feedback/examples', {}, managerKey())).blob();
}

export function addToText(topic: string, sentence: string, question: string): Promise<{ answer?: Answer }> {
  return manage('/notes', { method: 'POST', body: JSON.stringify({ topic, sentence, question }) }) as Promise<{ answer?: Answer }>;
}

/** Sends a file and tells what share of it has gone. Throws {@link Refusal}. */
export function upload(topic: string, file: File, onProgress: (share: number) => void): Promise<void> {
  const query = new URLSearchParams({ topic, name: file.name }).toString();
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', new URL(`api/v1/documents?${query}`, document.baseURI));
    request.setRequestHeader('Authorization', `Bearer ${managerKey() ?? ''}`);
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      onProgress(total > 0 ? loaded / total : 0);
    });
    request.addEventListener('load', () => {
      if (request.status < 300) resolve();
      else reject(new Refusal(request.status, (JSON.parse(request.responseText) as { detail: string }).detail));
    });
    request.addEventListener('error', () => {
      reject(new Refusal(0, 'The desk cannot be reached.'));
    });
    request.send(file);
  });
}
