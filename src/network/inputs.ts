import { FORM_FEATURES, CHARACTERS_PER_WORD, describeForm, type Form } from '../text/forms';
import { COMPARISONS, compareQuantities } from '../text/quantities/compare';
import type { Quantity } from '../text/quantities/quantities';
import type { Token } from '../text/tokens';
import { START_SPOKEN, type Vocabulary } from '../text/vocabulary';
import { zeros, type Matrix } from './matrix';
import type { FormInputs } from './network';
import { CLOSING_PIECE, OPENING_PIECE, type WordPieces } from './word-pieces';

const MATCHES = 3;

/** A text as the network is told it. */
export interface TextForms {
  readonly tokens: readonly Token[];
  /** What is known of each token by its spelling. */
  readonly forms: readonly Form[];
}

/** The same with the quantities that it tells. */
export interface ComparableText extends TextForms {
  readonly quantities: readonly Quantity[];
}

export function describeTokens(tokens: readonly Token[], vocabulary: Vocabulary): TextForms {
  const known = new Map<string, Form>();
  const forms = tokens.map(({ text }) => {
    const form = known.get(text) ?? describeForm(text, vocabulary);
    known.set(text, form);
    return form;
  });
  return { tokens, forms };
}

/** What the network's `embed` takes for some forms, in their order. */
export function formInputs(forms: readonly Form[]): FormInputs {
  return {
    words: forms.map((form) => form.wordId),
    characters: forms.map((form) => form.characters),
    features: forms.map((form) => form.features),
  };
}

/** The symbol that opens a spoken sentence. */
export const OPENING: FormInputs = {
  words: [START_SPOKEN],
  characters: [new Uint8Array(CHARACTERS_PER_WORD)],
  features: [new Uint8Array(FORM_FEATURES)],
};

/** The pieces of a text between the marks of its beginning and end, and the row of each token's first one. */
export function pieceInputs(tokens: readonly Token[], wordPieces: WordPieces): { ids: number[]; first: number[] } {
  const ids = [OPENING_PIECE];
  const first = tokens.map(({ text }) => {
    const row = ids.length;
    ids.push(...wordPieces.split(text));
    return row;
  });
  return { ids: [...ids, CLOSING_PIECE], first };
}

/**
 * How each token of a context meets a question: whether it stands there as it is, in lower case, by its match key; and
 * how quantities compare (the flags of {@link COMPARISONS}). [T, 8]
 */
export function matchFlags(context: ComparableText, question: ComparableText): Matrix {
  const texts = new Set(question.tokens.map(({ text }) => text));
  const lowers = new Set(question.forms.map(({ lower }) => lower));
  const keys = new Set(question.forms.map(({ matchKey }) => matchKey));
  const flags = zeros(context.forms.length, MATCHES + COMPARISONS.length);
  context.forms.forEach((form, token) => {
    const matches = [texts.has(context.tokens[token]?.text ?? ''), lowers.has(form.lower), keys.has(form.matchKey)];
    flags.data.set(matches.map(Number), token * flags.cols);
  });
  for (const { token, comparison } of compareQuantities(context.quantities, question.quantities)) {
    flags.data[token * flags.cols + MATCHES + comparison] = 1;
  }
  return flags;
}

/** The compared quantities alone, of some tokens of a context. match [T, 8] -> [end - start, 5] */
export function comparedFlags(match: Matrix, start: number, end: number): Matrix {
  const compared = zeros(end - start, COMPARISONS.length);
  for (let token = start; token < end; token += 1) {
    const at = token * match.cols;
    compared.data.set(match.data.subarray(at + MATCHES, at + match.cols), (token - start) * compared.cols);
  }
  return compared;
}
