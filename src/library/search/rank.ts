/** Lets the first ranks weigh more the smaller it is. */
const K = 20;

/** How many of the best in each ranking are looked at; sorting all of thousands would take longer than finding them. */
const LEADERS = 300;

export interface Ranking {
  /** NaN where nothing is known: there the other rankings count for this one too. */
  readonly scores: Float64Array;
  /** Scores of no more than this have no rank. */
  readonly floor: number;
}

/**
 * Indices by reciprocal rank fusion (Cormack, Clarke & Büttcher 2009) of several rankings, best first, ties in their order. Of many
 * candidates those are told that lead in one of the rankings.
 */
export function fuse(rankings: readonly Ranking[], candidates: readonly number[]): number[] {
  const leading = [...new Set(rankings.flatMap((ranking) => leadersOf(ranking, candidates)))].sort((a, b) => a - b);
  const fused = candidates.length > LEADERS ? leading : candidates;
  const shares = rankings.map((ranking) => sharesOf(ranking, fused));
  const sums = new Map(fused.map((index) => [index, sumOf(index, rankings, shares)]));
  return [...fused].sort((a, b) => (sums.get(b) ?? 0) - (sums.get(a) ?? 0) || a - b);
}

/** The candidates that score no worse than the best {@link LEADERS}. */
function leadersOf({ scores, floor }: Ranking, candidates: readonly number[]): number[] {
  const ranked = candidates.filter((index) => (scores[index] ?? floor) > floor);
  const least = Float64Array.from(ranked, (index) => scores[index] ?? floor).sort()[Math.max(0, ranked.length - LEADERS)] ?? floor;
  return ranked.filter((index) => (scores[index] ?? floor) >= least).slice(0, 2 * LEADERS);
}

function sharesOf({ scores, floor }: Ranking, candidates: readonly number[]): Map<number, number> {
  const ranked = candidates
    .filter((index) => (scores[index] ?? floor) > floor)
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  const shares = new Map<number, number>();
  let rank = 0;
  ranked.forEach((index, at) => {
    // Equal scores are of equal rank, so that what tells nothing apart decides nothing.
    if (at === 0 || scores[index] !== scores[ranked[at - 1] as number]) rank = at + 1;
    shares.set(index, 1 / (K + rank));
  });
  return shares;
}

function sumOf(index: number, rankings: readonly Ranking[], shares: readonly ReadonlyMap<number, number>[]): number {
  const known = rankings.filter(({ scores }) => !Number.isNaN(scores[index])).length;
  const sum = shares.reduce((total, share) => total + (share.get(index) ?? 0), 0);
  return known === 0 ? 0 : (sum * rankings.length) / known;
}
