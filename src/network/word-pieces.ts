export const UNKNOWN_PIECE = 100;
export const OPENING_PIECE = 101;
export const CLOSING_PIECE = 102;

const LONGEST_WORD = 100;

/** Characters that stand as words of their own: BERT's punctuation (all of ASCII's symbols among it) and CJK. */
const ALONE = /([!-/:-@[-`{-~\p{P}\u4E00-\u9FFF\u3400-\u4DBF\uF900-\uFAFF\u{20000}-\u{2CEAF}\u{2F800}-\u{2FA1F}])/u;

/** Characters that count for nothing: controls and what could not be decoded. Tab and line breaks are spaces. */
const DROPPED = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\uFFFD]/gu;

/** BERT's subwords (Wu et al. 2016; Devlin et al. 2019): what the pretrained encoder reads. */
export class WordPieces {
  private readonly ids: ReadonlyMap<string, number>;

  /** One piece a line; its number, from 0, is its id. */
  constructor(file: string) {
    this.ids = new Map(
      file
        .trimEnd()
        .split('\n')
        .map((piece, id) => [piece, id]),
    );
  }

  /** Ids of a token's pieces: at least one, {@link UNKNOWN_PIECE} where there is no other. */
  split(token: string): number[] {
    const ids = normalize(token)
      .split(/\s+/u)
      .flatMap((word) => word.split(ALONE))
      .filter((word) => word !== '')
      .flatMap((word) => this.splitWord(word));
    return ids.length > 0 ? ids : [UNKNOWN_PIECE];
  }

  /** Longest pieces first; a word of which any part is unknown is unknown as a whole. */
  private splitWord(word: string): number[] {
    const characters = Array.from(word);
    if (characters.length > LONGEST_WORD) return [UNKNOWN_PIECE];
    const ids: number[] = [];
    for (let start = 0, end = characters.length; start < characters.length; end -= 1) {
      if (end === start) return [UNKNOWN_PIECE];
      const id = this.ids.get((start > 0 ? '##' : '') + characters.slice(start, end).join(''));
      if (id === undefined) continue;
      ids.push(id);
      start = end;
      end = characters.length + 1;
    }
    return ids;
  }
}

function normalize(token: string): string {
  const cleaned = token
    .replace(/’/gu, "'")
    .replace(/[\t\n\r]/gu, ' ')
    .replace(DROPPED, '');
  const unaccented = cleaned.normalize('NFD').replace(/\p{Mn}/gu, '');
  return Array.from(unaccented, (character) => character.toLowerCase()).join('');
}
