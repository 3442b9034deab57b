/** A token and where it stands: `text.slice(start, end)` is the token itself (UTF-16 offsets, end exclusive). */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const NOT_IN_WORD = String.raw`(?![\p{L}\p{N}])`;
const CLITIC = String.raw`['’](?:s|re|ve|ll|d|m)${NOT_IN_WORD}`;

/**
 * Ordered from the most to the least specific; the first alternative that matches wins. Addresses begin only where a run of their
 * characters does: tried at each place of a long run, they would take quadratic time.
 */
const PATTERNS = [
  String.raw`(?:https?:\/\/|www\.)[^\s<>"“”]*[\p{L}\p{N}/]`,
  String.raw`(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]*[\p{L}\p{N}_%+-]@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+`,
  String.raw`(?<![\p{L}\p{N}.-])[\p{L}\p{N}][\p{L}\p{N}-]*(?:\.[\p{L}\p{N}-]+)*\.(?:com|org|net|edu|gov|info|example|io|uk|eu|de|fr)${NOT_IN_WORD}(?:\/[\p{L}\p{N}/_.-]*[\p{L}\p{N}/])?`,
  String.raw`\p{L}(?:\.\p{L})+${NOT_IN_WORD}\.?`,
  String.raw`(?:Dr|Mr|Mrs|Ms|St|Jr|Sr|Prof|vs|etc|Ave|Rd|Blvd|Dept|Inc|Ltd|approx)\.`,
  String.raw`\p{N}+(?:[.,:/]\p{N}+)*(?:(?:st|nd|rd|th|s)${NOT_IN_WORD})?`,
  String.raw`\p{L}+?(?=n['’]t${NOT_IN_WORD})`,
  String.raw`n['’]t${NOT_IN_WORD}`,
  CLITIC,
  String.raw`\p{L}[\p{L}\p{M}\p{N}]*(?:(?:[-‐&]|(?!${CLITIC})['’])[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*`,
  String.raw`\.{2,}|-{2,}`,
  String.raw`\S`,
];
const TOKEN = new RegExp(PATTERNS.join('|'), 'giu');

/**
 * Splits a text into words, numbers and punctuation marks after the Penn Treebank's convention
 * ("don't" is "do" + "n't", "Anna's" is "Anna" + "'s"), so that pretrained word vectors fit.
 * Times ("10:30"), amounts ("1,250"), abbreviations ("a.m."), e-mail and web addresses stay whole.
 */
export function tokenize(text: string): Token[] {
  return Array.from(text.matchAll(TOKEN), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const OPENING = /^[([{$£€#“‘]$/u;
const CLOSING = /^(?:[.,!?;:)\]}%”…]|\.{2,}|n['’]t|['’](?:s|re|ve|ll|d|m)?)$/iu;

/** True when a writer puts no space between the two tokens. */
export function joinsTo(left: string, right: string): boolean {
  return OPENING.test(left) || CLOSING.test(right);
}

/** Writes tokens as a person would: "Yes , it is 4 % ." becomes "Yes, it is 4%." */
export function detokenize(tokens: readonly string[]): string {
  let text = '';
  let openQuote = false;
  tokens.forEach((token, index) => {
    const previous = tokens[index - 1];
    let glued = previous === undefined || joinsTo(previous, token);
    if (token === '"') {
      glued = glued || openQuote;
      openQuote = !openQuote;
    } else if (previous === '"' && openQuote) {
      glued = true;
    }
    text += (glued ? '' : ' ') + token;
  });
  return text;
}
