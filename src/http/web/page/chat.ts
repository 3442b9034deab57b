import { FrontDeskError, type Answer } from '../../../client';
import { answerCard, hearButton, sayAloud, source, verdictButtons } from './answer-card';
import { keepVisitorKey, visitorDesk } from './desk';
import { actionForm, element, field, make } from './dom';
import { history, remember } from './history';
import { listen } from './microphone';
import { tabStorage } from './storage';

/** Names this visitor to the server, for verdicts on answers. */
const sessionId = tabStorage.getItem('session') ?? randomName();
tabStorage.setItem('session', sessionId);

const OWN_TEXT = '(own text)';
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
  topic.addEventListener('change', () => {
    ownText.hidden = topic.value !== OWN_TEXT;
    suggestions.hidden = !ownText.hidden;
    (ownText.hidden ? input : passage).focus();
  });
  for (const { question, answer } of history()) {
    add('asked', make('p', question));
    showAnswer(add('answered'), answer);
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const question = input.value.trim();
    input.value = '';
    if (question) void answer(question);
  });
  listen(speak, (heard) => void answer(heard, true));
  input.focus();
  await offerTopics();
}

async function offerTopics(): Promise<void> {
  try {
    const known = await visitorDesk().topics();
    topic.replaceChildren(
      new Option('All topics', 'everything'),
      ...known.map(({ id, title }) => new Option(title, id)),
      new Option('My own text…', OWN_TEXT),
    );
    suggest(known.flatMap(({ examples }) => examples.slice(0, 1)).slice(0, SUGGESTIONS));
  } catch (error) {
    showFailure(add('answered'), error);
  }
}

/** Asks: the source appears as soon as it is found, and the sentence when it is worded. */
async function answer(question: string, aloud = false): Promise<void> {
  add('asked', make('p', question));
  const item = add('answered', make('p', '…'));
  const where = topic.value === OWN_TEXT ? { context: passage.value } : { topic: topic.value };
  try {
    const said = await visitorDesk().ask(
      question,
      { sessionId, ...where },
      {
        explain: true,
        onEvidence: ({ answerable, evidence }) => {
          if (answerable) item.replaceChildren(make('p', '…'), source(evidence));
        },
      },
    );
    showAnswer(item, said);
    remember({ question, answer: said });
    if (aloud) sayAloud(said);
  } catch (error) {
    showFailure(item, error);
  }
}

function suggest(questions: readonly string[]): void {
  suggestions.replaceChildren(
    ...questions.map((question) => {
      const button = make('button', question);
      button.addEventListener('click', () => void answer(question));
      return button;
    }),
  );
}

/** Only the newest answer can be judged, so older ones lose their buttons for that. */
function showAnswer(item: HTMLElement, said: Answer): void {
  for (const old of chat.querySelectorAll('.verdict')) old.remove();
  const actions = make('div', '', 'actions');
  actions.append(...hearButton(said), verdictButtons(sessionId));
  item.replaceChildren(...answerCard(said), actions);
  item.scrollIntoView({ block: 'nearest' });
}

function showFailure(item: HTMLElement, error: unknown): void {
  item.classList.add('failed');
  if (error instanceof FrontDeskError && error.status === 401)
    item.replaceChildren(make('p', 'This desk is for visitors with a key.'), keyForm());
  else {
    const advice =
      error instanceof FrontDeskError ? error.message : 'The desk cannot be reached. Look whether the server is running, and try again.';
    item.replaceChildren(make('p', advice));
  }
}

function keyForm(): HTMLElement {
  const key = field('Your key', 100);
  key.type = 'password';
  return actionForm('Enter', [key], () => {
    keepVisitorKey(key.value.trim());
    location.reload();
  });
}

function add(className: string, ...content: HTMLElement[]): HTMLElement {
  const item = make('li', '', className);
  item.append(...content);
  chat.append(item);
  item.scrollIntoView({ block: 'nearest' });
  return item;
}

/** Also on pages without TLS, where crypto.randomUUID is missing. */
function randomName(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
