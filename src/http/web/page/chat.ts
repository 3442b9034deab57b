import { element, make } from './dom';
import { listen } from './microphone';

interface Answer {
  readonly answer: string;
  readonly answerable: boolean;
  readonly evidence: { readonly text: string; readonly source: string; readonly sentence: string };
}

/** Names this visitor to the server, for verdicts on answers. */
const sessionId = sessionStorage.getItem('session') ?? randomName();
sessionStorage.setItem('session', sessionId);

const OWN_TEXT = '(own text)';
/** Kept until the tab is closed, so that a reload loses nothing. */
const HISTORY = 'history';
const SUGGESTIONS = 4;

const chat = element('chat', HTMLOListElement);
const form = element('ask', HTMLFormElement);
const input = element('question', HTMLInputElement);
const topic = element('topic', HTMLSelectElement);
const ownText = element('own-text', HTMLElement);
const passage = element('passage', HTMLTextAreaElement);
const suggestions = element('suggestions', HTMLElement);
const speak = element('speak', HTMLButtonElement);

void start();

async function start(): Promise<void> {
  topic.append(new Option('All topics', 'everything'));
  const response = await fetch('/api/v1/topics');
  if (response.ok) {
    const { topics } = (await response.json()) as { topics: { id: string; title: string; examples: string[] }[] };
    for (const { id, title } of topics) topic.append(new Option(title, id));
    suggest(topics.flatMap(({ examples }) => examples.slice(0, 1)).slice(0, SUGGESTIONS));
  }
  topic.append(new Option('My own text…', OWN_TEXT));
  topic.addEventListener('change', () => {
    ownText.hidden = topic.value !== OWN_TEXT;
    suggestions.hidden = !ownText.hidden;
    (ownText.hidden ? input : passage).focus();
  });
  for (const { question, answer } of history()) {
    add('asked', paragraph(question));
    showAnswer(answer);
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const question = input.value.trim();
    input.value = '';
    if (question) void ask(question);
  });
  listen(speak, (heard) => void ask(heard, true));
  input.focus();
}

async function ask(question: string, aloud = false): Promise<void> {
  add('asked', paragraph(question));
  const where = topic.value === OWN_TEXT ? { context: passage.value } : { topic: topic.value };
  try {
    const response = await fetch('/api/v1/ask', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ question, sessionId, ...where }),
    });
    if (!response.ok) {
      const { detail } = (await response.json()) as { detail: string };
      add('answered failed', paragraph(detail));
      return;
    }
    const answer = (await response.json()) as Answer;
    showAnswer(answer);
    sessionStorage.setItem(HISTORY, JSON.stringify([...history(), { question, answer }]));
    if (aloud) speechSynthesis.speak(new SpeechSynthesisUtterance(answer.answer));
  } catch {
    add('answered failed', paragraph('The desk cannot be reached. Look whether the server is running, and try again.'));
  }
}

function history(): { question: string; answer: Answer }[] {
  return JSON.parse(sessionStorage.getItem(HISTORY) ?? '[]') as { question: string; answer: Answer }[];
}

function suggest(questions: readonly string[]): void {
  for (const question of questions) {
    const button = make('button', question);
    button.addEventListener('click', () => void ask(question));
    suggestions.append(button);
  }
}

function showAnswer(answer: Answer): void {
  add('answered', paragraph(answer.answer), ...(answer.answerable ? [source(answer)] : []), verdict());
}

/** The evidence, marked in its sentence. */
function source({ evidence }: Answer): HTMLElement {
  const details = document.createElement('details');
  const summary = make('summary', `From ${evidence.source}`);
  const quote = document.createElement('p');
  const at = evidence.sentence.indexOf(evidence.text);
  const mark = make('mark', evidence.text);
  quote.append(...(at < 0 ? [mark] : [evidence.sentence.slice(0, at), mark, evidence.sentence.slice(at + evidence.text.length)]));
  details.append(summary, quote);
  return details;
}

/** Two buttons that judge the answer above; only the newest answer can be judged, so older ones lose theirs. */
function verdict(): HTMLElement {
  for (const old of chat.querySelectorAll('.verdict')) old.remove();
  const box = make('div', '', 'verdict');
  for (const [value, label] of [
    ['right', 'Helpful'],
    ['wrong', 'Not helpful'],
  ] as const) {
    const button = make('button', label);
    button.addEventListener('click', () => {
      void fetch('/api/v1/feedback', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ sessionId, verdict: value }),
      });
      box.replaceChildren(make('span', 'Thank you.'));
    });
    box.append(button);
  }
  return box;
}

function add(className: string, ...content: HTMLElement[]): void {
  const item = make('li', '', className);
  item.append(...content);
  chat.append(item);
  item.scrollIntoView({ block: 'nearest' });
}

/** Also on pages without TLS, where crypto.randomUUID is missing. */
function randomName(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function paragraph(text: string): HTMLElement {
  return make('p', text);
}
