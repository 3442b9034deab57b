import type { TokenRange } from '../../text/sentences';
import type { NextWords } from '../next-word';
import type { Reading } from '../read';

/** What is being said: the evidence it is said from and the words so far, lower-case. */
export interface Situation {
  readonly reading: Reading;
  readonly evidence: TokenRange;
  readonly said: readonly string[];
  /** Log-odds that a yes/no question is answered with yes. */
  readonly yes: number;
}

/** Changes what is chosen before it is said: the evidence, or how likely the next words are. */
export interface Processor {
  readonly name: string;
  fitEvidence?(evidence: TokenRange, reading: Reading): TokenRange;
  weighWords?(next: NextWords, situation: Situation): void;
}
