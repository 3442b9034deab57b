import {
  add,
  columnMax,
  concat,
  fromRows,
  logSumExp,
  map,
  relu,
  row,
  softmax,
  softmaxRows,
  times,
  weightedSum,
  type Matrix,
} from './matrix';
import type { ReadInputs, Reading } from '../network/network';
import { biLstmLayer, linearLayer, runBiLstm, tensor, type BiLstm } from './layers';
import type { LinearLayer, Ops } from './ops';
import type { ModelFiles } from './weights';

interface Trilinear {
  readonly left: LinearLayer;
  readonly right: LinearLayer;
  readonly product: Matrix;
}

const MASKED = -1e4;

/**
 * The encoder: BiDAF's attention in both directions (Seo et al. 2017) between a shared BiLSTM and two modelling
 * BiLSTMs with residual self-attention between them (Clark & Gardner 2018). training/network.py is its twin.
 */
export class Reader {
  private readonly encoder: BiLstm;
  private readonly attention: Trilinear;
  private readonly fuse: LinearLayer;
  private readonly model1: BiLstm;
  private readonly selfAttention: Trilinear;
  private readonly selfFuse: LinearLayer;
  private readonly model2: BiLstm;
  private readonly start: LinearLayer;
  private readonly endToken: LinearLayer;
  private readonly endStart: LinearLayer;
  private readonly end: LinearLayer;
  private readonly questionPool: LinearLayer;
  private readonly answerableHidden: LinearLayer;
  private readonly answerable: LinearLayer;

  constructor(
    private readonly ops: Ops,
    files: ModelFiles,
  ) {
    const linear = (name: string): LinearLayer => linearLayer(ops, files, name);
    const trilinear = (name: string): Trilinear => ({
      left: linear(`${name}.left`),
      right: linear(`${name}.right`),
      product: { ...tensor(files, `${name}.product`), rows: 1 },
    });
    this.encoder = biLstmLayer(ops, files, 'encoder');
    this.attention = trilinear('attention');
    this.fuse = linear('fuse');
    this.model1 = biLstmLayer(ops, files, 'model1');
    this.selfAttention = trilinear('self_attention');
    this.selfFuse = linear('self_fuse');
    this.model2 = biLstmLayer(ops, files, 'model2');
    this.start = linear('start');
    this.endToken = linear('end_token');
    this.endStart = linear('end_start');
    this.end = linear('end');
    this.questionPool = linear('question_pool');
    this.answerableHidden = linear('answerable_hidden');
    this.answerable = linear('answerable');
  }

  encode(forms: Matrix): Matrix {
    return runBiLstm(this.ops, forms, this.encoder);
  }

  read({ context, question, match }: ReadInputs): Reading {
    const scores = this.score(this.attention, context, question);
    const toQuestion = this.ops.multiply(softmaxRows(scores), question);
    const best = Float32Array.from({ length: scores.rows }, (_, t) => Math.max(...row(scores, t)));
    const toContext = weightedSum(context, softmax(best));
    const parts = concat(context, toQuestion, times(context, toQuestion), times(context, toContext), match);
    const fused = relu(this.ops.linear(parts, this.fuse));
    const first = runBiLstm(this.ops, fused, this.model1);
    const memory = runBiLstm(this.ops, add(fused, this.attendToSelf(first)), this.model2);
    const start = this.ops.linear(memory, this.start).data;
    return { memory, start, answerable: this.scoreAnswerable(memory, start, question) };
  }

  private attendToSelf(first: Matrix): Matrix {
    const scores = map(this.score(this.selfAttention, first, first), (value, index) => (index % (first.rows + 1) === 0 ? MASKED : value));
    const other = this.ops.multiply(softmaxRows(scores), first);
    return relu(this.ops.linear(concat(first, other, times(first, other)), this.selfFuse));
  }

  /** a.w1 + b.w2 + (a * w3).b. a [N, D], b [M, D] -> [N, M] */
  private score({ left, right, product }: Trilinear, a: Matrix, b: Matrix): Matrix {
    const ofA = this.ops.linear(a, left).data;
    const ofB = this.ops.linear(b, right).data;
    return map(
      this.ops.multiplyTransposed(times(a, product), b),
      (value, index) => value + (ofA[Math.floor(index / b.rows)] as number) + (ofB[index % b.rows] as number),
    );
  }

  /** Score of each token as the evidence's last, given its first; tokens before it are out of question. [T] */
  endScores(memory: Matrix, starts: readonly number[]): Float32Array[] {
    const ofToken = this.ops.linear(memory, this.endToken);
    const ofStart = this.ops.linear(
      fromRows(
        starts.map((start) => row(memory, start)),
        memory.cols,
      ),
      this.endStart,
    );
    return starts.map((start, index) => {
      const begin = row(ofStart, index);
      const combined = map(ofToken, (value, at) => Math.tanh(value + (begin[at % ofToken.cols] as number)));
      return this.ops.linear(combined, this.end).data.map((value, t) => (t < start ? MASKED : value));
    });
  }

  /** Normalised together with the start scores (Clark & Gardner 2018): no token may look like a beginning. */
  private scoreAnswerable(memory: Matrix, startScores: Float32Array, question: Matrix): number {
    const asked = weightedSum(question, softmax(this.ops.linear(question, this.questionPool).data));
    const summary = concat(weightedSum(memory, softmax(startScores)), columnMax(memory), asked);
    const hidden = relu(this.ops.linear(summary, this.answerableHidden));
    return (this.ops.linear(hidden, this.answerable).data[0] as number) + logSumExp(startScores);
  }
}
