/** Letters a word needs to be looked for with one wrong letter, and with two. */
const ONE_SLIP = 5;
const TWO_SLIPS = 8;
const LONGEST = 40;
const MOST_CANDIDATES = 300;

/** Finds words of a vocabulary that are spelled nearly like another: by common pairs of letters first, then by edit distance. */
export class NearWords {
  private readonly byPair = new Map<string, string[]>();

  constructor(vocabulary: Iterable<string>) {
    for (const word of vocabulary) {
      if (word.length < ONE_SLIP - 1 || word.length > LONGEST || !/^\p{L}+$/u.test(word)) continue;
      for (const pair of pairsOf(word)) {
        const words = this.byPair.get(pair);
        if (words) words.push(word);
        else this.byPair.set(pair, [word]);
      }
    }
  }

  /** The words at the smallest distance, none for a short word, a number or one that is like nothing. */
  find(word: string): { readonly word: string; readonly slips: number }[] {
    const slips = word.length >= TWO_SLIPS ? 2 : word.length >= ONE_SLIP ? 1 : 0;
    if (slips === 0 || word.length > LONGEST || !/^\p{L}+$/u.test(word)) return [];
    const common = new Map<string, number>();
    for (const pair of pairsOf(word)) for (const other of this.byPair.get(pair) ?? []) common.set(other, (common.get(other) ?? 0) + 1);
    const near = [...common]
      .filter(([other]) => Math.abs(other.length - word.length) <= slips)
      .sort((a, b) => b[1] - a[1])
      .slice(0, MOST_CANDIDATES)
      .map(([other]) => ({ word: other, slips: editDistance(word, other) }))
      .filter((one) => one.slips <= slips);
    const nearest = Math.min(...near.map((one) => one.slips));
    return near.filter((one) => one.slips === nearest);
  }
}

function pairsOf(word: string): Set<string> {
  const marked = `^${word}$`;
  return new Set(Array.from({ length: marked.length - 1 }, (_, at) => marked.slice(at, at + 2)));
}

/** Letters to put in, take out, change or swap with their neighbour (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      const swaps = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      now[column] = Math.min(
        (last[column] ?? 0) + 1,
        (now[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + Number(!isSame),
        swaps ? (before[column - 2] ?? 0) + 1 : Infinity,
      );
    }
    [before, last] = [last, now];
  }
  return last[b.length] ?? 0;
}
