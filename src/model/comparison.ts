import { columnMax, concat, map, relu, softmaxRows, tanh, times, weightedSum, type Matrix } from './matrix';
import { linearLayer } from './layers';
import type { LinearLayer, Ops } from './ops';
import type { ModelFiles } from './weights';

/** What each token of a question meets in a text and how the two differ (Parikh et al. 2016, decomposable attention). */
export class Comparison {
  private readonly projection: LinearLayer;
  private readonly comparing: LinearLayer;

  constructor(
    private readonly ops: Ops,
    files: ModelFiles,
    name: string,
  ) {
    this.projection = linearLayer(ops, files, `${name}.project`);
    this.comparing = linearLayer(ops, files, `${name}.compare`);
  }

  /** What of each token is compared. text [W, S] -> [W, P] */
  project(text: Matrix): Matrix {
    return tanh(this.ops.linear(text, this.projection));
  }

  /** question [Q, P], text [W, P], both projected -> largest and mean comparison over the question's tokens [1, 2C] */
  compare(asked: Matrix, said: Matrix): Matrix {
    const met = this.ops.multiply(softmaxRows(this.ops.multiplyTransposed(asked, said)), said);
    const apart = map(asked, (value, index) => Math.abs(value - (met.data[index] as number)));
    const compared = relu(this.ops.linear(concat(asked, met, times(asked, met), apart), this.comparing));
    return concat(columnMax(compared), weightedSum(compared, new Float32Array(compared.rows).fill(1 / compared.rows)));
  }
}
