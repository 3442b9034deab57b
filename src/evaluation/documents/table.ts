import type { DocumentOutcome } from './run';

export const SURE = 0.8;

/** How the questions of some kind went. */
export interface DocumentScores {
  readonly name: string;
  readonly asked: number;
  readonly right: number;
  readonly wrong: number;
  /** Wrong ones told with a confidence of {@link SURE} or more. */
  readonly surelyWrong: number;
  /** Refused although the texts answer. */
  readonly refused: number;
  readonly error: number;
  /** Right ones with evidence, and how many of these lie in the expected document. */
  readonly located: readonly [number, number];
}

/** Scores by kind, by format of the file that holds the answer, by desk, by mode, and of all. */
export function scoreDocuments(outcomes: readonly DocumentOutcome[]): DocumentScores[] {
  const by = (key: 'kind' | 'format' | 'desk' | 'mode', prefix: string): DocumentScores[] =>
    [...new Set(outcomes.map((outcome) => outcome[key]))].map((value) =>
      score(
        prefix + value,
        outcomes.filter((outcome) => outcome[key] === value),
      ),
    );
  return [...by('kind', ''), ...by('format', 'format '), ...by('desk', 'desk '), ...by('mode', 'mode '), score('all', outcomes)];
}

function score(name: string, outcomes: readonly DocumentOutcome[]): DocumentScores {
  const count = (test: (outcome: DocumentOutcome) => boolean): number => outcomes.filter(test).length;
  const placed = outcomes.filter(({ verdict, inRightDocument }) => verdict === 'right' && inRightDocument !== undefined);
  return {
    name,
    asked: outcomes.length,
    right: count(({ verdict }) => verdict === 'right'),
    wrong: count(({ verdict }) => verdict === 'wrong'),
    surelyWrong: count(({ verdict, confidence }) => verdict === 'wrong' && confidence >= SURE),
    refused: count(({ verdict }) => verdict === 'refused'),
    error: count(({ verdict }) => verdict === 'error'),
    located: [placed.filter(({ inRightDocument }) => inRightDocument).length, placed.length],
  };
}

/** The scores as a Markdown table. */
export function documentTable(scores: readonly DocumentScores[]): string {
  const rows = scores.map(({ name, asked, right, wrong, surelyWrong, refused, error, located }) => [
    name,
    asked,
    right,
    wrong,
    surelyWrong,
    refused,
    error,
    ((100 * right) / asked).toFixed(1),
    located.join('/'),
  ]);
  const head = ['', 'asked', 'right', 'wrong', `wrong, sure (>= ${SURE})`, 'refused though answerable', 'error', 'right %', 'located'];
  return [head, ['---', ...head.slice(1).map(() => '--:')], ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
