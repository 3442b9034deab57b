import { columnMax, concat, fromRows, map, rowRange, softmaxRows, tanh, weightedSum, type Matrix } from './matrix';
import { linearLayer, lstmLayer, tensor } from './layers';
import type { LinearLayer, LstmLayer, LstmState, Ops } from './ops';
import type { Asked, Evidence } from './evidence';
import { Polarity } from './polarity';
import type { ModelFiles } from './weights';

/** What the decoder attends to while it speaks one answer. */
export interface Topic {
  /** Keys and values of the evidence window [W, S] and of the question [Q, S]. */
  readonly window: Matrix;
  readonly question: Matrix;
  /** Hidden state to begin with. [1, S] */
  readonly initial: Matrix;
  /** Log-odds that a yes/no question is answered with yes. */
  readonly yesScore: number;
}

/** State of a batch of B sentences in the making. */
export interface SpeakerState {
  readonly first: LstmState;
  readonly second: LstmState;
}

/** What the decoder would say next, for each of B sentences. */
export interface NextWord {
  readonly state: SpeakerState;
  /** Probabilities of the generator's words [B, G], and of copying from window [B, W] and question [B, Q]. */
  readonly words: Matrix;
  readonly window: Matrix;
  readonly question: Matrix;
  /** Shares of saying, copying from the window, copying from the question. [B, 3] */
  readonly gates: Matrix;
}

/**
 * The decoder: two LSTM layers with attention after each, over the question and the evidence; a pointer-generator
 * output (See et al. 2017) mixed by three gates. training/network.py is its twin.
 */
export class Speaker {
  private readonly size: number;
  private readonly memory: LinearLayer;
  private readonly questionMemory: LinearLayer;
  private readonly initial: LinearLayer;
  private readonly speaker1: LstmLayer;
  private readonly look1: LinearLayer;
  private readonly speaker2: LstmLayer;
  private readonly look2: LinearLayer;
  private readonly output: LinearLayer;
  private readonly words: LinearLayer;
  private readonly gates: LinearLayer;
  private readonly polarity: Polarity;
  private readonly marker: Float32Array;

  constructor(
    private readonly ops: Ops,
    files: ModelFiles,
  ) {
    this.marker = tensor(files, 'marker').data;
    this.size = this.marker.length;
    this.memory = linearLayer(ops, files, 'memory');
    this.questionMemory = linearLayer(ops, files, 'question_memory');
    this.initial = linearLayer(ops, files, 'initial');
    this.speaker1 = lstmLayer(ops, files, 'speaker1');
    this.look1 = linearLayer(ops, files, 'look1');
    this.speaker2 = lstmLayer(ops, files, 'speaker2');
    this.look2 = linearLayer(ops, files, 'look2');
    this.output = linearLayer(ops, files, 'output');
    this.gates = linearLayer(ops, files, 'gates');
    this.polarity = new Polarity(ops, files);
    const bias = tensor(files, 'output_bias').data;
    this.words = ops.loadLinear(transpose(rowRange(tensor(files, 'vectors'), 0, bias.length)), bias);
  }

  /** What the answer is about: the evidence's sentences and the question, each encoded and as word vectors. */
  open(evidence: Evidence, question: Asked): Topic {
    const keys = map(this.ops.linear(evidence.hidden, this.memory), (value, index) =>
      evidence.inside[Math.floor(index / this.size)] ? value + (this.marker[index % this.size] as number) : value,
    );
    const asked = this.ops.linear(question.hidden, this.questionMemory);
    const share = 1 / Math.max(1, evidence.inside.filter(Boolean).length);
    const marked = weightedSum(
      keys,
      Float32Array.from(evidence.inside, (is) => (is ? share : 0)),
    );
    return {
      window: keys,
      question: asked,
      initial: tanh(this.ops.linear(concat(marked, columnMax(asked)), this.initial)),
      yesScore: this.polarity.score(keys, asked, evidence, question),
    };
  }

  /** inputs [B, E]: vectors of the words said last. */
  next(topic: Topic, state: SpeakerState, inputs: Matrix): NextWord {
    const first = this.ops.lstmStep(inputs, state.first, this.speaker1);
    const glimpse = this.look(topic, first.hidden, this.look1);
    const second = this.ops.lstmStep(glimpse.joined, state.second, this.speaker2);
    const { window, question, joined } = this.look(topic, second.hidden, this.look2);
    return {
      state: { first, second },
      words: softmaxRows(this.ops.linear(tanh(this.ops.linear(joined, this.output)), this.words)),
      window,
      question,
      gates: softmaxRows(this.ops.linear(joined, this.gates)),
    };
  }

  private look(topic: Topic, hidden: Matrix, layer: LinearLayer): { window: Matrix; question: Matrix; joined: Matrix } {
    const queries = this.ops.linear(hidden, layer);
    const window = softmaxRows(this.ops.multiplyTransposed(columns(queries, 0, this.size), topic.window));
    const question = softmaxRows(this.ops.multiplyTransposed(columns(queries, this.size, 2 * this.size), topic.question));
    const joined = concat(hidden, this.ops.multiply(window, topic.window), this.ops.multiply(question, topic.question));
    return { window, question, joined };
  }
}

function columns(matrix: Matrix, start: number, end: number): Matrix {
  const rows = Array.from({ length: matrix.rows }, (_, r) => matrix.data.subarray(r * matrix.cols + start, r * matrix.cols + end));
  return fromRows(rows, end - start);
}

function transpose(matrix: Matrix): Matrix {
  const data = new Float32Array(matrix.data.length);
  for (let r = 0; r < matrix.rows; r += 1) {
    for (let c = 0; c < matrix.cols; c += 1) data[c * matrix.rows + r] = matrix.data[r * matrix.cols + c] as number;
  }
  return { rows: matrix.cols, cols: matrix.rows, data };
}
