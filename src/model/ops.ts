import type { Matrix } from './matrix';

/** A weight matrix [inputs, outputs] with a bias, held where the engine wants it. */
export interface LinearLayer {
  readonly inputs: number;
  readonly outputs: number;
}

/** LSTM weights: input [inputs, 4H], recurrent [H, 4H], bias [4H]; gates in the order input, forget, cell, output. */
export interface LstmLayer {
  readonly inputs: number;
  readonly hidden: number;
}

/** Hidden and cell state of a batch, each [B, H]. */
export interface LstmState {
  readonly hidden: Matrix;
  readonly cell: Matrix;
}

/**
 * The heavy operations of the network. It is written once against these; an engine implements them.
 * Matrices go in and come out as plain data: whatever an engine allocates in between it frees before it returns.
 */
export interface Ops {
  /** What runs the numbers, for people: "tensorflow (tfjs-node 4.22.0)". */
  readonly engine: string;
  loadLinear(weight: Matrix, bias: Float32Array | undefined): LinearLayer;
  loadLstm(input: Matrix, recurrent: Matrix, bias: Float32Array): LstmLayer;
  /** x [B, inputs] -> [B, outputs] */
  linear(x: Matrix, layer: LinearLayer): Matrix;
  /** a [N, K] times b transposed [M, K] -> [N, M] */
  multiplyTransposed(a: Matrix, b: Matrix): Matrix;
  /** a [N, K] times b [K, M] -> [N, M] */
  multiply(a: Matrix, b: Matrix): Matrix;
  /** One pass over a sequence from a zero state, backwards when asked. x [T, inputs] -> [T, H] */
  lstm(x: Matrix, layer: LstmLayer, backwards: boolean): Matrix;
  /** One step of a batch. x [B, inputs] */
  lstmStep(x: Matrix, state: LstmState, layer: LstmLayer): LstmState;
  /** Number of values the engine holds on to: flat between questions. */
  allocated(): number;
}
