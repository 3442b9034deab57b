import type { AnswerModel } from '../assistant/ports';
import { cleanQuestion } from '../text/spoken';
import type { QuestionSet } from './question-set';
import type { Outcome } from './score';

/** Asks the served network every question of a set, `parallel` at a time, in order. */
export async function runSet(
  model: AnswerModel,
  set: QuestionSet,
  parallel: number,
  onProgress: (done: number) => void,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < set.questions.length) {
      const index = next;
      next += 1;
      const test = set.questions[index];
      if (!test) return;
      const started = performance.now();
      const answer = await model.answer(cleanQuestion(test.question), [{ text: test.context }], { explain: true });
      outcomes[index] = { test, answer, milliseconds: Math.round(performance.now() - started) };
      if (index % 50 === 0) onProgress(index);
    }
  };
  await Promise.all(Array.from({ length: parallel }, work));
  return outcomes;
}
