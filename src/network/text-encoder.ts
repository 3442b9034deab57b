import type { Token } from '../text/tokens';
import type { Vocabulary } from '../text/vocabulary';
import { describeTokens, formInputs, pieceInputs, type TextForms } from './inputs';
import { zeros, type Matrix } from './matrix';
import type { ContextVectors, Network } from './network';
import { CLOSING_PIECE, OPENING_PIECE, type WordPieces } from './word-pieces';

/** A text as the network knows it before any question is asked; a passage's is worth keeping. */
export interface EncodedText extends TextForms {
  /** What is known of each token by its spelling. [T, 182] */
  readonly vectors: Matrix;
  /** The tokens in their context. [T, S] */
  readonly hidden: Matrix;
  /** What the text is about, of unit length. [384] */
  readonly sentence: Float32Array;
}

/** Longest run of pieces that the pretrained encoder reads at once, without the marks of beginning and end. */
const WINDOW = 510;
/** Pieces that neighbouring windows share; each is taken from the window where it is farther from an edge. */
const OVERLAP = 128;

/** Encodes the tokens of one text; at least one. */
export async function encodeText(
  network: Network,
  { vocabulary, wordPieces }: { vocabulary: Vocabulary; wordPieces: WordPieces },
  tokens: readonly Token[],
): Promise<EncodedText> {
  const text = describeTokens(tokens, vocabulary);
  const { ids, first } = pieceInputs(tokens, wordPieces);
  const vectors = await network.embed(formInputs(text.forms));
  const { pieces, sentence } = await contextualize(network, ids);
  return { ...text, vectors, hidden: await network.encode({ forms: vectors, pieces, first }), sentence };
}

/** What a text is about, of unit length. [384] */
export async function textVector(network: Network, wordPieces: WordPieces, tokens: readonly Token[]): Promise<Float32Array> {
  return (await contextualize(network, pieceInputs(tokens, wordPieces).ids)).sentence;
}

/** The pretrained encoder over a text of any length, in windows that overlap. ids [P], marks included -> pieces [P, 384] */
async function contextualize(network: Network, ids: readonly number[]): Promise<ContextVectors> {
  const inner = ids.slice(1, -1);
  if (inner.length <= WINDOW) return network.contextualize(ids);
  const sentences: Float32Array[] = [];
  let pieces = zeros(0, 0);
  for (let start = 0; start < inner.length - OVERLAP; start += WINDOW - OVERLAP) {
    const window = await network.contextualize([OPENING_PIECE, ...inner.slice(start, start + WINDOW), CLOSING_PIECE]);
    if (start === 0) pieces = zeros(ids.length, window.pieces.cols);
    const skipped = start === 0 ? 0 : 1 + OVERLAP / 2;
    pieces.data.set(window.pieces.data.subarray(skipped * pieces.cols), (start + skipped) * pieces.cols);
    sentences.push(window.sentence);
  }
  return { pieces, sentence: meanDirection(sentences) };
}

/** The mean of some vectors, of unit length. */
function meanDirection(vectors: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(vectors[0]?.length ?? 0).map((_, at) => vectors.reduce((total, vector) => total + (vector[at] ?? 0), 0));
  const length = Math.hypot(...sum);
  return sum.map((value) => value / length);
}
