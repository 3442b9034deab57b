import type { JudgedAnswer, UnansweredQuestion } from '../../../client';
import { managerDesk } from './desk';
import { actionForm, field, make } from './dom';

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
  const topic = field('Topic', 80);
  topic.setAttribute('list', 'topics');
  const sentence = field('The sentence that answers it', 500);
  sentence.value = proposal;
  for (const input of [topic, sentence]) input.required = true;
  return actionForm('Add', [topic, sentence], () => {
    managerDesk()
      .addSentence(topic.value, sentence.value, question)
      .then(({ answer }) => {
        onAdded(
          answer?.answerable ? `Added. The desk says now: “${answer.answer}”` : 'Added, but the desk does not find the answer in it yet.',
        );
      }, onAdded);
  });
}
