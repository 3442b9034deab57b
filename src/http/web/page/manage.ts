import type { DocumentInfo } from '../../../client';
import { answerCard } from './answer-card';
import { keepManagerKey, managerDesk, managerKey } from './desk';
import { element, make } from './dom';
import { gapItem, verdictItem } from './gaps';
import { upload } from './upload';

const message = element('message', HTMLElement);
const desk = element('desk', HTMLElement);
const enter = element('enter', HTMLFormElement);
const add = element('add', HTMLFormElement);
const topicInput = element('topic', HTMLInputElement);
const progress = element('progress', HTMLProgressElement);
const attempt = element('try', HTMLFormElement);

onSubmit(enter, () => {
  keepManagerKey(element('key', HTMLInputElement).value.trim());
  return show();
});
onSubmit(add, () => addFiles([...(element('files', HTMLInputElement).files ?? [])]));
onSubmit(attempt, tryQuestion);
element('export', HTMLButtonElement).addEventListener('click', () => void saveExamples().catch(tell));
if (managerKey()) void show();

function onSubmit(form: HTMLFormElement, act: () => Promise<void>): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    act().catch(tell);
  });
}

/** Shows what the desk holds and what visitors asked; a key that does not fit is forgotten. */
async function show(): Promise<void> {
  try {
    const manager = managerDesk();
    const documents = await manager.documents();
    const questions = await manager.unanswered();
    const feedback = await manager.feedback();
    enter.hidden = true;
    desk.hidden = false;
    const topics = [...new Set(documents.map(({ topic }) => topic))];
    element('topics', HTMLDataListElement).replaceChildren(...topics.map((topic) => new Option(topic, topic)));
    element('documents', HTMLElement).replaceChildren(...documents.map(documentRow));
    fill(
      'unanswered',
      questions.map((gap) => gapItem(gap, added)),
      'Every question has found its answer.',
    );
    fill(
      'feedback',
      feedback.map((verdict) => verdictItem(verdict, added)),
      'Nobody has said anything yet.',
    );
  } catch (error) {
    keepManagerKey(undefined);
    tell(error);
  }
}

function added(outcome: unknown): void {
  tell(outcome);
  void show();
}

function documentRow(info: DocumentInfo): HTMLElement {
  const row = document.createElement('tr');
  const remove = document.createElement('button');
  remove.textContent = info.origin === 'folder' ? 'in the folder' : 'Remove';
  remove.disabled = info.origin === 'folder';
  remove.setAttribute('aria-label', `Remove ${info.title}`);
  remove.addEventListener('click', () => {
    if (!confirm(`Remove ${info.title}? Its answers go with it.`)) return;
    void managerDesk().removeDocument(info.id).then(show, tell);
  });
  const cell = document.createElement('td');
  cell.append(remove);
  row.append(make('td', info.topic), make('td', info.title), make('td', String(info.passages)), cell);
  return row;
}

async function addFiles(files: readonly File[]): Promise<void> {
  progress.hidden = false;
  try {
    for (const [index, file] of files.entries()) {
      await upload(topicInput.value, file, (share) => {
        progress.value = (index + share) / files.length;
      });
    }
    message.textContent = `Added ${files.map(({ name }) => name).join(', ')}.`;
    add.reset();
  } catch (error) {
    tell(error);
  }
  progress.hidden = true;
  await show();
}

/** What a visitor would be told. */
async function tryQuestion(): Promise<void> {
  const question = element('try-question', HTMLInputElement).value;
  const answer = await managerDesk().ask(question, { topic: 'everything' }, { explain: true });
  element('try-answer', HTMLElement).replaceChildren(
    ...answerCard(answer),
    make('p', `Confidence: ${Math.round(100 * answer.confidence)} %`),
  );
}

async function saveExamples(): Promise<void> {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([await managerDesk().trainingExamples()]));
  link.download = 'feedback.jsonl';
  link.click();
  URL.revokeObjectURL(link.href);
}

function fill(id: string, items: readonly HTMLElement[], otherwise: string): void {
  element(id, HTMLElement).replaceChildren(...(items.length > 0 ? items : [make('li', otherwise)]));
}

function tell(outcome: unknown): void {
  message.textContent = outcome instanceof Error ? outcome.message : String(outcome);
}
