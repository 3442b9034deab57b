/** A character range of a context, end exclusive. */
export interface CharacterSpan {
  readonly start: number;
  readonly end: number;
}

/** `spoken` sentences were written for speech and are the style wanted; `plain` ones come from other hands or machines. */
export type Style = 'spoken' | 'plain';

export interface ReadingQuestion {
  readonly id: string;
  readonly text: string;
  /** Where the answer stands. Absent when the context does not answer the question. */
  readonly evidence?: CharacterSpan;
  /** The full sentence to speak. */
  readonly sentence?: string;
  readonly style?: Style;
  /** All accepted short answers, for evaluation. */
  readonly golds?: readonly string[];
}

/** A context with the questions asked about it: what every corpus is read into. */
export interface Reading {
  readonly source: string;
  readonly title: string;
  /** The headings that the context stands under, the outermost first: "Prices > Day tickets". No evidence can stand in them. */
  readonly path?: string;
  readonly context: string;
  readonly questions: readonly ReadingQuestion[];
}
