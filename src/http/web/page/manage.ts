import { element, make } from './dom';

interface DocumentInfo {
  readonly id: string;
  readonly topic: string;
  readonly title: string;
  readonly origin: string;
  readonly passages: number;
}

interface Feedback {
  readonly verdict: string;
  readonly answer: { readonly question: string; readonly answer: string };
}

const KEY = 'manager-key';
const message = element('message', HTMLElement);
const desk = element('desk', HTMLElement);
const enter = element('enter', HTMLFormElement);
const keyInput = element('key', HTMLInputElement);
const add = element('add', HTMLFormElement);
const topicInput = element('topic', HTMLInputElement);
const files = element('files', HTMLInputElement);
const progress = element('progress', HTMLProgressElement);

enter.addEventListener('submit', (event) => {
  event.preventDefault();
  sessionStorage.setItem(KEY, keyInput.value.trim());
  void show();
});
add.addEventListener('submit', (event) => {
  event.preventDefault();
  void upload();
});
if (sessionStorage.getItem(KEY)) void show();

/** Calls the manager's part of the API. Throws the problem's detail. */
async function call(path: string, method = 'GET', body?: File): Promise<unknown> {
  const response = await fetch(`/api/v1${path}`, {
    method,
    headers: { Authorization: `Bearer ${sessionStorage.getItem(KEY) ?? ''}` },
    ...(body ? { body } : {}),
  });
  if (response.status === 204) return undefined;
  const content = (await response.json()) as { detail?: string };
  if (!response.ok) throw new Error(content.detail ?? `The server answered ${response.status}.`);
  return content;
}

async function show(): Promise<void> {
  try {
    const { documents } = (await call('/documents')) as { documents: DocumentInfo[] };
    const { questions } = (await call('/unanswered')) as { questions: { question: string; times: number }[] };
    const { feedback } = (await call('/feedback')) as { feedback: Feedback[] };
    enter.hidden = true;
    desk.hidden = false;
    element('topics', HTMLDataListElement).replaceChildren(
      ...[...new Set(documents.map(({ topic }) => topic))].map((topic) => new Option(topic, topic)),
    );
    element('documents', HTMLElement).replaceChildren(...documents.map(documentRow));
    fill(
      'unanswered',
      questions.map(({ question, times }) => (times > 1 ? `${question} (${times} times)` : question)),
      'Every question has found its answer.',
    );
    fill(
      'feedback',
      feedback.map(({ verdict, answer }) => `${verdict}: ${answer.question} – ${answer.answer}`),
      'Nobody has said anything yet.',
    );
  } catch (error) {
    sessionStorage.removeItem(KEY);
    tell(error);
  }
}

function documentRow(info: DocumentInfo): HTMLElement {
  const row = document.createElement('tr');
  const remove = make('button', info.origin === 'folder' ? 'in the folder' : 'Remove');
  if (remove instanceof HTMLButtonElement) remove.disabled = info.origin === 'folder';
  remove.setAttribute('aria-label', `Remove ${info.title}`);
  remove.addEventListener('click', () => {
    if (!confirm(`Remove ${info.title}? Its answers go with it.`)) return;
    void call(`/documents/${info.id}`, 'DELETE').then(show, tell);
  });
  const cell = document.createElement('td');
  cell.append(remove);
  row.append(make('td', info.topic), make('td', info.title), make('td', String(info.passages)), cell);
  return row;
}

async function upload(): Promise<void> {
  const chosen = [...(files.files ?? [])];
  progress.hidden = false;
  try {
    for (const [index, file] of chosen.entries()) {
      progress.value = index / chosen.length;
      await call(`/documents?${new URLSearchParams({ topic: topicInput.value, name: file.name }).toString()}`, 'POST', file);
    }
    message.textContent = `Added ${chosen.map(({ name }) => name).join(', ')}.`;
    add.reset();
  } catch (error) {
    tell(error);
  }
  progress.hidden = true;
  await show();
}

function fill(id: string, lines: readonly string[], otherwise: string): void {
  element(id, HTMLElement).replaceChildren(...(lines.length > 0 ? lines : [otherwise]).map((line) => make('li', line)));
}

function tell(error: unknown): void {
  message.textContent = error instanceof Error ? error.message : String(error);
}
