import type { JudgedAnswer, UnansweredQuestion } from '../../../client';
import { managerDesk } from './desk';
import { make } from './dom';

type Tell = (message: unknown) => void;

/** A question that the texts did not answer, with a form that mends it. */
export function gapItem({ question, times }: UnansweredQuestion, onAdded: Tell): HTMLElement {
  const item = make('li', times > 1 ? `${question} (${times} times)` : question);
  item.append(' ', addButton(question, onAdded));
  return item;
}

/** A visitor's verdict; an answer that was wrong can be mended. */
export function verdictItem({ verdict, betterAnswer, answer }: JudgedAnswer, onAdded: Tell): HTMLElement {
  const item = make('li', `${verdict}: ${answer.question} – ${answer.answer}`);
  if (betterAnswer) item.append(make('p', `A visitor says: ${betterAnswer}`));
  if (verdict === 'wrong') item.append(' ', addButton(answer.question, onAdded, betterAnswer));
  return item;
}

function addButton(question: string, onAdded: Tell, proposal = ''): HTMLElement {
  const button = make('button', 'Add to the text');
  button.setAttribute('aria-label', `Add to the text: ${question}`);
  button.addEventListener('click', () => {
    const form = sentenceForm(question, proposal, onAdded);
    button.replaceWith(form);
    form.querySelector('input')?.focus();
  });
  return button;
}

function sentenceForm(question: string, proposal: string, onAdded: Tell): HTMLElement {
  const form = document.createElement('form');
  const topic = field('Topic', 80);
  topic.setAttribute('list', 'topics');
  const sentence = field('The sentence that answers it', 500);
  sentence.value = proposal;
  form.append(topic, sentence, make('button', 'Add'));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    managerDesk()
      .addSentence(topic.value, sentence.value, question)
      .then(({ answer }) => {
        onAdded(
          answer?.answerable ? `Added. The desk says now: “${answer.answer}”` : 'Added, but the desk does not find the answer in it yet.',
        );
      }, onAdded);
  });
  return form;
}

function field(label: string, longest: number): HTMLInputElement {
  const input = document.createElement('input');
  input.required = true;
  input.maxLength = longest;
  input.placeholder = label;
  input.setAttribute('aria-label', label);
  return input;
}
