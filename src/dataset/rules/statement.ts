import { capitalized } from '../../text/sentences';

/** A statement of a text, written as in the middle of a sentence, with questions that it answers. */
export interface Statement {
  readonly text: string;
  readonly asks: readonly Ask[];
}

export interface Ask {
  readonly question: string;
  /** The whole spoken answer. */
  readonly answer: string;
  /** The part of the statement that answers; the whole statement when absent. */
  readonly evidence?: string;
}

const CONTRACTIONS: readonly (readonly [RegExp, string])[] = [
  [/\bcannot\b/gu, "can't"],
  [/\b(do|does|did|is|are|was|were|has|have|must|need|would|should) not\b/gu, "$1n't"],
  [/\bwill not\b/gu, "won't"],
  [/(?<=^|, )(it|that|there|he|she) is\b/gu, "$1's"],
  [/(?<=^|, )(we|you|they) are\b/gu, "$1're"],
];

/** "the lift is not working" becomes "No, the lift isn't working." */
export function answerYesNo(isYes: boolean, text: string): string {
  const spoken = CONTRACTIONS.reduce((said, [written, short]) => said.replace(written, short), text);
  return asSentence(`${isYes ? 'Yes' : 'No'}, ${spoken}`);
}

export function asSentence(text: string): string {
  return capitalized(text.endsWith('.') ? text : `${text}.`);
}
