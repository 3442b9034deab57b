import type { Answer, Evidence } from '../../../client';
import { visitorDesk } from './desk';
import { actionForm, field, make } from './dom';
import { whyPicture } from './why';

/** What an answer consists of on the page: the sentence, its source, why, and what can be done with it. */
export function answerCard(answer: Answer): HTMLElement[] {
  const card = [make('p', answer.answer)];
  if (answer.answerable) card.push(source(answer.evidence));
  if (answer.attention && answer.attention.words.length > 0) {
    card.push(fold('Why this answer', whyPicture(answer.attention)));
  }
  return card;
}

/** The evidence, marked in its sentence. */
export function source({ text, sentence, source: name }: Evidence): HTMLElement {
  const quote = document.createElement('p');
  const at = sentence.indexOf(text);
  const mark = make('mark', text);
  quote.append(...(at < 0 ? [mark] : [sentence.slice(0, at), mark, sentence.slice(at + text.length)]));
  return fold(`From ${name}`, quote);
}

function fold(title: string, content: HTMLElement): HTMLElement {
  const details = document.createElement('details');
  details.append(make('summary', title), content);
  return details;
}

/** A button that speaks the answer, where the browser can speak. */
export function hearButton(answer: Answer): HTMLElement[] {
  if (!('speechSynthesis' in window)) return [];
  const button = make('button', 'Hear it');
  button.addEventListener('click', () => {
    sayAloud(answer);
  });
  return [button];
}

export function sayAloud({ answer }: Answer): void {
  speechSynthesis.cancel();
  speechSynthesis.speak(new SpeechSynthesisUtterance(answer));
}

/** Two buttons that judge the newest answer; who finds it wrong may say what is right. */
export function verdictButtons(sessionId: string): HTMLElement {
  const box = make('span', '', 'verdict');
  const thank = (): void => {
    box.replaceChildren(make('span', 'Thank you.'));
  };
  const helpful = make('button', 'Helpful');
  helpful.addEventListener('click', () => void visitorDesk().judge(sessionId, 'right').then(thank));
  const wrong = make('button', 'Not helpful');
  wrong.addEventListener('click', () => {
    void visitorDesk().judge(sessionId, 'wrong');
    const better = field('What is right? (if you know)', 500);
    const send = async (): Promise<void> => {
      if (better.value.trim()) await visitorDesk().judge(sessionId, 'wrong', better.value.trim());
      thank();
    };
    box.replaceChildren(actionForm('Send', [better], () => void send()));
    better.focus();
  });
  box.append(helpful, wrong);
  return box;
}
