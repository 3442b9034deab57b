import { matchKey } from './stem';
import { splitSentences } from './sentences';
import { tokenize, type Token } from './tokens';

/** A piece of a text and where it begins in it. */
export interface TextPiece {
  readonly text: string;
  readonly start: number;
}

const LONGEST_PIECE = 280;
const OVERLAP_SENTENCES = 1;

/**
 * Cuts a text at sentence ends into pieces of at most {@link LONGEST_PIECE} tokens that overlap by a sentence, so that
 * each can be read at once and none of the answers is cut in two.
 */
export function splitPieces(text: string): TextPiece[] {
  const tokens = tokenize(text);
  if (tokens.length <= LONGEST_PIECE) return tokens.length === 0 ? [] : [{ text, start: 0 }];
  const sentences = splitSentences(text, tokens).flatMap(({ start, end }) => {
    const parts = [];
    for (let at = start; at < end; at += LONGEST_PIECE) parts.push({ start: at, end: Math.min(end, at + LONGEST_PIECE) });
    return parts;
  });
  const pieces: TextPiece[] = [];
  let first = 0;
  while (first < sentences.length) {
    const begin = sentences[first]?.start ?? 0;
    let next = first + 1;
    while (next < sentences.length && (sentences[next]?.end ?? 0) - begin <= LONGEST_PIECE) next += 1;
    const start = tokens[begin]?.start ?? 0;
    pieces.push({ text: text.slice(start, tokens[(sentences[next - 1]?.end ?? 1) - 1]?.end), start });
    if (next >= sentences.length) break;
    first = Math.max(first + 1, next - OVERLAP_SENTENCES);
  }
  return pieces;
}

const K1 = 1.2;
const B = 0.75;

/** The pieces of a text, with what is counted once to rank them for any question. */
export class RankedPieces<Piece extends TextPiece> {
  private readonly documents: readonly ReadonlyMap<string, number>[];
  private readonly lengths: readonly number[];
  private readonly average: number;
  /** How many pieces hold a key. */
  private readonly holding = new Map<string, number>();

  constructor(private readonly pieces: readonly Piece[]) {
    this.documents = pieces.map((piece) => countKeys(tokenize(piece.text)));
    this.lengths = this.documents.map((keys) => [...keys.values()].reduce((sum, n) => sum + n, 0));
    this.average = this.lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, pieces.length);
    for (const keys of this.documents) for (const key of keys.keys()) this.holding.set(key, (this.holding.get(key) ?? 0) + 1);
  }

  /** Ordered by how well they fit the question, best first: Okapi BM25 over match keys (Robertson & Zaragoza 2009). */
  fitting(question: string): Piece[] {
    const asked = [...countKeys(tokenize(question)).keys()];
    return this.pieces
      .map((piece, index) => ({ piece, score: asked.reduce((sum, key) => sum + this.score(key, index), 0) }))
      .sort((a, b) => b.score - a.score)
      .map(({ piece }) => piece);
  }

  private score(key: string, index: number): number {
    const frequency = this.documents[index]?.get(key) ?? 0;
    if (frequency === 0) return 0;
    const holding = this.holding.get(key) ?? 0;
    const rarity = Math.log(1 + (this.documents.length - holding + 0.5) / (holding + 0.5));
    return (rarity * frequency * (K1 + 1)) / (frequency + K1 * (1 - B + (B * (this.lengths[index] ?? 0)) / this.average));
  }
}

function countKeys(tokens: readonly Token[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of tokens) {
    if (!/[\p{L}\p{N}]/u.test(text)) continue;
    const key = matchKey(text.toLowerCase());
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
