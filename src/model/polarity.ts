import { COMPARISONS } from '../text/quantities/compare';
import { Comparison } from './comparison';
import type { Asked, Evidence } from './evidence';
import { linearLayer } from './layers';
import { columnMax, concat, map, relu, weightedSum, type Matrix } from './matrix';
import type { LinearLayer, Ops } from './ops';
import type { ModelFiles } from './weights';

/**
 * Whether a yes/no question is answered with yes: by what its words meet in the evidence's sentences, as encoded and as
 * plain word vectors, and by how the numbers, times and days there compare with its own.
 */
export class Polarity {
  private readonly meanings: Comparison;
  private readonly words: Comparison;
  private readonly hidden: LinearLayer;
  private readonly output: LinearLayer;

  constructor(
    private readonly ops: Ops,
    files: ModelFiles,
  ) {
    this.meanings = new Comparison(ops, files, 'compare_meanings');
    this.words = new Comparison(ops, files, 'compare_words');
    this.hidden = linearLayer(ops, files, 'polarity_hidden');
    this.output = linearLayer(ops, files, 'polarity');
  }

  /** Log-odds of yes. keys [W, S] and asked [Q, S] are what the decoder attends to. */
  score(keys: Matrix, asked: Matrix, evidence: Evidence, question: Asked): number {
    const said = this.meanings.project(keys);
    const summary = concat(
      this.meanings.compare(this.meanings.project(asked), said),
      this.words.compare(this.words.project(question.words), this.words.project(evidence.words)),
      ...COMPARISONS.map((_, comparison) => meanWhere(evidence.compared, comparison, said)),
      columnMax(comparedWhere(evidence, true)),
      columnMax(comparedWhere(evidence, false)),
    );
    return this.ops.linear(relu(this.ops.linear(summary, this.hidden)), this.output).data[0] as number;
  }
}

/** What is said of the quantities that compare in one way. compared [W, 5], said [W, P] -> [1, P] */
function meanWhere(compared: Matrix, comparison: number, said: Matrix): Matrix {
  const flags = Float32Array.from({ length: compared.rows }, (_, token) => compared.data[token * compared.cols + comparison] as number);
  const count = Math.max(
    1,
    flags.reduce((sum, flag) => sum + flag, 0),
  );
  return weightedSum(
    said,
    flags.map((flag) => flag / count),
  );
}

/** The flags of the evidence's tokens alone, or of those around it. */
function comparedWhere({ compared, inside }: Evidence, isInside: boolean): Matrix {
  return map(compared, (value, index) => (inside[Math.floor(index / compared.cols)] === isInside ? value : 0));
}
