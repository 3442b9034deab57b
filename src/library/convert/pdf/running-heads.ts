import type { Page, Run } from './pages';

/** How much of a page's height belongs to its head, and as much to its foot. */
const EDGE = 0.11;
const PAGE_NUMBER = /^(?:(?:page|seite|p\.?|s\.?)\s?)?[-–—]?\s?\d{1,4}\s?[-–—]?(?:\s?(?:of|\/|von|\|)\s?\d{1,4})?$/iu;

/** Pages without what repeats at their edges, and without page numbers. */
export function withoutRunningHeads(pages: readonly Page[]): Page[] {
  const seen = new Map<string, Set<number>>();
  pages.forEach((page, number) => {
    for (const run of page.runs) {
      if (!isAtEdge(run, page)) continue;
      const key = keyOf(run);
      seen.set(key, (seen.get(key) ?? new Set()).add(number));
    }
  });
  const repeats = (run: Run): boolean => (seen.get(keyOf(run))?.size ?? 0) > 1;
  return pages.map((page) => {
    const gone = page.runs.filter((run) => isAtEdge(run, page) && repeats(run));
    const isAlone = (run: Run): boolean =>
      page.runs.every((other) => other === run || Math.abs(other.y - run.y) > 2 || gone.includes(other));
    return {
      ...page,
      runs: page.runs.filter((run) => !gone.includes(run) && !(isAtEdge(run, page) && PAGE_NUMBER.test(run.text.trim()) && isAlone(run))),
    };
  });
}

const isAtEdge = (run: Run, page: Page): boolean => run.y < EDGE * page.height || run.y > (1 - EDGE) * page.height;

/** The same words, whatever the numbers, at the same height. */
const keyOf = ({ text, y }: Run): string => `${text.trim().replace(/\d+/gu, '#')}@${Math.round(y / 4)}`;
