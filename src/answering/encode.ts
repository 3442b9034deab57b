import { encodeText, textVector, type EncodedText as Encoding } from '../network/text-encoder';
import type { Network } from '../network/network';
import type { WordPieces } from '../network/word-pieces';
import { analyze, type AnalyzedText } from '../text/analyze';
import { withQuestionMark } from '../text/spoken';
import { tokenize } from '../text/tokens';
import type { Vocabulary } from '../text/vocabulary';
import { Kept } from './kept';

/** A text as the language around the network and the network itself know it. */
export interface EncodedText extends AnalyzedText, Encoding {}

/** A passage: its heading path stands before its text, as context that cannot be evidence. */
export interface EncodedPassage extends EncodedText {
  /** How many tokens the heading path has. */
  readonly pathTokens: number;
  /** 1 where evidence may stand. [T] */
  readonly mayHold: Float32Array;
  /** UTF-16 units before the passage's own text. */
  readonly offset: number;
}

/** What the encoder reads: the heading path is like "Prices > Day tickets". */
export interface ReadablePassage {
  readonly text: string;
  readonly path?: string | undefined;
}

/** Tokens that are read at once; what is longer is read to there. */
export const LONGEST_READ = 600;
/** Characters of a heading path that are read. */
const LONGEST_PATH = 200;
const KEPT_BYTES = 48 * 2 ** 20;
/** Of a token's text, offsets and keys, besides the network's numbers. */
const BYTES_PER_TOKEN = 200;

/** Encodes questions and passages. The latter do not depend on the question: those used last are kept. */
export class Encoder {
  private readonly passages = new Kept<EncodedPassage>(KEPT_BYTES, weigh);

  constructor(
    private readonly network: Network,
    private readonly words: { readonly vocabulary: Vocabulary; readonly wordPieces: WordPieces },
  ) {}

  /** Rejects when the question has no token. */
  question(text: string): Promise<EncodedText> {
    return this.encode(withQuestionMark(text));
  }

  /** Undefined when there is nothing to read. */
  async passage({ text, path }: ReadablePassage): Promise<EncodedPassage | undefined> {
    if (!/\S/u.test(text)) return undefined;
    const heading = path ? `${path.slice(0, LONGEST_PATH)}\n` : '';
    return this.passages.get(heading + text, async () => {
      const encoded = await this.encode(heading + text);
      const pathTokens = encoded.tokens.filter(({ start }) => start < heading.length).length;
      return { ...encoded, pathTokens, mayHold: whereEvidenceMayStand(encoded, pathTokens), offset: heading.length };
    });
  }

  /** What a text is about, for search: of unit length. [384] */
  async vector(text: string): Promise<Float32Array> {
    return textVector(this.network, this.words.wordPieces, tokenize(text).slice(0, LONGEST_READ));
  }

  private async encode(text: string): Promise<EncodedText> {
    const analyzed = analyze(text, LONGEST_READ);
    return { ...analyzed, ...(await encodeText(this.network, this.words, analyzed.tokens)) };
  }
}

function weigh({ text, tokens, vectors, hidden }: EncodedPassage): number {
  return vectors.data.byteLength + hidden.data.byteLength + 2 * text.length + BYTES_PER_TOKEN * tokens.length;
}

/** Neither the headings above a passage, nor the questions that it asks and answers itself, can be evidence. 1 where it may be. [T] */
export function whereEvidenceMayStand({ text, tokens }: AnalyzedText, pathTokens: number): Float32Array {
  const may = new Float32Array(tokens.length);
  let lineStart = 0;
  let isQuestion = false;
  tokens.forEach(({ start }, index) => {
    const before = tokens[index - 1];
    if (!before || text.slice(before.end, start).includes('\n')) {
      lineStart = index;
      isQuestion = text.startsWith('Q: ', start);
    }
    const opensLine = index - lineStart < 2;
    const isMark = opensLine && text.startsWith('A: ', tokens[lineStart]?.start);
    may[index] = Number(index >= pathTokens && !isQuestion && !isMark);
  });
  return may;
}
