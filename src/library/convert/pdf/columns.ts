import { left, right, textOf, toLines, type Line } from './lines';
import type { Run } from './pages';

/** Where columns may part, as shares of the width of what is looked at. */
const MIDDLE = [0.25, 0.75] as const;
const STEP = 2;
const MOST_CROSSING = 0.25;

/** The runs of a page in parts that are read one after the other, each with one column. */
export function readingOrder(runs: readonly Run[], depth = 0): Run[][] {
  const lines = toLines(runs);
  const gutter = depth < 2 ? gutterOf(lines) : undefined;
  if (gutter === undefined) return runs.length === 0 ? [] : [[...runs]];
  const parts: Run[][] = [];
  let whole: Run[] | undefined;
  for (const band of bandsOf(lines, gutter)) {
    const all = band.flat();
    const [west, east] = [all.filter((run) => run.right <= gutter), all.filter((run) => run.x >= gutter)];
    if (west.length + east.length === all.length && isProse(toLines(west)) && isProse(toLines(east))) {
      parts.push(...readingOrder(west, depth + 1), ...readingOrder(east, depth + 1));
      whole = undefined;
    } else if (whole) {
      whole.push(...all);
    } else {
      whole = all;
      parts.push(whole);
    }
  }
  return parts;
}

/** The place in the middle that fewest lines cross, the middle of the widest such gap. */
function gutterOf(lines: readonly Line[]): number | undefined {
  const runs = lines.flat();
  if (runs.length < 6) return undefined;
  const west = Math.min(...lines.map(left));
  const width = Math.max(...lines.map(right)) - west;
  let best: { from: number; to: number; crossing: number } | undefined;
  for (let x = west + MIDDLE[0] * width; x <= west + MIDDLE[1] * width; x += STEP) {
    const crossing = runs.filter((run) => run.x < x && run.right > x).length;
    if (best?.crossing === crossing && best.to >= x - STEP) best.to = x;
    else if (!best || crossing < best.crossing) best = { from: x, to: x, crossing };
  }
  if (!best || best.crossing > MOST_CROSSING * runs.length) return undefined;
  return (best.from + best.to) / 2;
}

/** Lines between those that cross the gutter; the crossing ones are bands of their own. */
function bandsOf(lines: readonly Line[], gutter: number): Line[][] {
  const bands: Line[][] = [];
  let wasCrossing: boolean | undefined;
  for (const line of lines) {
    const isCrossing = line.some((run) => run.x < gutter && run.right > gutter);
    if (isCrossing === wasCrossing) bands.at(-1)?.push(line);
    else bands.push([line]);
    wasCrossing = isCrossing;
  }
  return bands;
}

/** Text that runs on from line to line, as no column of a table does. */
function isProse(lines: readonly Line[]): boolean {
  if (lines.length < 3) return false;
  const west = Math.min(...lines.map(left));
  const width = Math.max(...lines.map(right)) - west;
  const full = lines.filter((line) => line.length === 1 && left(line) - west < 0.2 * width && right(line) - west > 0.8 * width).length;
  const lengths = lines.map((line) => textOf(line).length);
  const average = lengths.reduce((sum, length) => sum + length, 0) / lines.length;
  return (full >= 4 || (full >= 2 && full >= 0.2 * lines.length)) && average >= 16 && Math.max(...lengths) >= 24;
}
