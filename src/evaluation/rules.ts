import type { AnswerModel } from '../assistant/ports';
import { cleanQuestion } from '../text/spoken';
import { tokenF1 } from './metrics';
import { isRight, type Outcome } from './score';

/** What a processor or check is worth: of the answerable questions where it changed something, how many are right without it and with it. */
export interface RuleWorth {
  readonly name: string;
  readonly fired: number;
  readonly rightBefore: number;
  readonly rightAfter: number;
}

const RIGHT_F1 = 0.6;

/** Asks each question again without the rules that fired, one at a time. */
export async function weighRules(
  model: AnswerModel,
  outcomes: readonly Outcome[],
  onProgress: (done: number) => void,
): Promise<RuleWorth[]> {
  const worth = new Map<string, RuleWorth>();
  for (const [index, outcome] of outcomes.entries()) {
    const { test, answer } = outcome;
    if (test.golds.length === 0) continue;
    for (const name of [...answer.processors, ...(answer.check === undefined ? [] : [answer.check])]) {
      const without = await model.answer(cleanQuestion(test.question), [{ text: test.context }], { explain: true, without: [name] });
      const so = worth.get(name) ?? { name, fired: 0, rightBefore: 0, rightAfter: 0 };
      worth.set(name, {
        name,
        fired: so.fired + 1,
        rightBefore: so.rightBefore + Number(isAnswered({ ...outcome, answer: without })),
        rightAfter: so.rightAfter + Number(isAnswered(outcome)),
      });
    }
    if (index % 50 === 0) onProgress(index);
  }
  return [...worth.values()].sort((a, b) => b.fired - a.fired);
}

/** By the sentence where a person wrote one, else by the evidence. */
function isAnswered(outcome: Outcome): boolean {
  const { test, answer } = outcome;
  return test.sentence === undefined ? tokenF1(answer.evidence.text, test.golds) >= RIGHT_F1 : isRight(outcome);
}

/** As a Markdown table. */
export function rulesTable(rules: readonly RuleWorth[]): string {
  const rows = rules.map(({ name, fired, rightBefore, rightAfter }) => `| ${name} | ${fired} | ${rightBefore} | ${rightAfter} |`);
  return ['| rule | fired | right without it | right with it |', '|---|---|---|---|', ...rows].join('\n');
}
