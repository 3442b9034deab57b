import type { Matrix } from './matrix';

/** The sentences around the evidence: W tokens. */
export interface Evidence {
  /** Encoded without and with the question in mind. [W, 4H] */
  readonly hidden: Matrix;
  /** Word vectors. [W, E] */
  readonly words: Matrix;
  /** How their numbers, times and days compare with the question's. [W, 5] */
  readonly compared: Matrix;
  /** Which tokens are the evidence itself. */
  readonly inside: readonly boolean[];
}

/** The question: Q tokens, encoded [Q, 2H] and as word vectors [Q, E]. */
export interface Asked {
  readonly hidden: Matrix;
  readonly words: Matrix;
}
