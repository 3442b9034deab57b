import { oneLine } from '../characters';
import type { GridCell } from '../tables';
import { baseline, left, right, type Line } from './lines';
import type { LineJoiner } from './hyphens';
import type { Run } from './pages';

interface Column {
  readonly x: number;
  readonly right: number;
}

/** Lines of a row follow one another at this many font heights at the most; rows are further apart. */
const WRAPPED = 1.36;
const LARGEST_GAP = 3.2;

/** How many lines from `from` on are a table; 0 when they are none. */
export function tableLength(lines: readonly Line[], from: number): number {
  if ((lines[from]?.length ?? 0) < 2) return 0;
  let end = from + 1;
  let full = 1;
  while (end < lines.length) {
    const [before, line] = [lines[end - 1] as Line, lines[end] as Line];
    const size = line[0]?.size ?? 1;
    if (baseline(line) - baseline(before) > LARGEST_GAP * size) break;
    if (line.length > 1) full += 1;
    else if (!isCellLine(lines, from, end)) break;
    end += 1;
  }
  while (end > from && (lines[end - 1]?.length ?? 0) < 2 && baselineGap(lines, end - 1) > WRAPPED) end -= 1;
  return full >= 2 && columnsOf(lines.slice(from, end)).length >= 2 ? end - from : 0;
}

const baselineGap = (lines: readonly Line[], index: number): number =>
  (baseline(lines[index] as Line) - baseline(lines[index - 1] as Line)) / (lines[index]?.[0]?.size ?? 1);

/** A line alone belongs to a table when it lies within one of its columns, close to a line of it. */
function isCellLine(lines: readonly Line[], from: number, at: number): boolean {
  const line = lines[at] as Line;
  const known = columnsOf(lines.slice(from, at));
  const size = line[0]?.size ?? 1;
  const tableSize = lines[from]?.[0]?.size ?? size;
  if (known.length < 2 || Math.abs(size - tableSize) > 0.6) return false;
  const next = lines[at + 1];
  const isNear = baselineGap(lines, at) <= WRAPPED || (next !== undefined && next.length > 1 && baselineGap(lines, at + 1) <= WRAPPED);
  const column = known.findIndex(({ x }, index) => {
    const end = known[index + 1]?.x ?? Infinity;
    return left(line) >= x - 2 && right(line) <= Math.max(end, known[index]?.right ?? 0) + 1;
  });
  return column >= 0 && isNear;
}

/** The rows of a table's lines: each run in the column that it overlaps most. */
export function tableCells(lines: readonly Line[], bodyFont: string, joiner: LineJoiner): GridCell[][] {
  const columns = columnsOf(lines);
  return rowsOf(lines, columns).map((row) => {
    const cells = columns.map(() => ({ runs: [] as Run[], columns: 1 }));
    for (const run of row.flat()) cells[columnOf(run, columns)]?.runs.push(run);
    return cells.map(({ runs }) => ({
      text: oneLine(runs.reduce((text, run) => joiner.join(text, run.text), '')),
      isHeader: runs.length > 0 && runs.every(({ font }) => font !== bodyFont),
      columns: 1,
      rows: 1,
    }));
  });
}

/** Where the runs of the lines with most of them lie; these are the columns. */
function columnsOf(lines: readonly Line[]): Column[] {
  const most = lines.reduce((count, line) => Math.max(count, line.length), 0);
  const columns: { x: number; right: number }[] = [];
  for (const line of lines) {
    if (line.length !== most) continue;
    line.forEach((run, index) => {
      const column = columns[index];
      if (!column) columns.push({ x: run.x, right: run.right });
      else if (run.x < (columns[index + 1]?.x ?? Infinity) && run.right > (columns[index - 1]?.right ?? -Infinity)) {
        column.x = Math.min(column.x, run.x);
        column.right = Math.max(column.right, run.right);
      }
    });
  }
  return columns;
}

function columnOf(run: Run, columns: readonly Column[]): number {
  const overlap = ({ x, right: end }: Column): number => Math.min(run.right, end) - Math.max(run.x, x);
  return columns.reduce((best, column, index) => (overlap(column) > overlap(columns[best] as Column) ? index : best), 0);
}

/** Lines closer than rows are belong to one row; where all are equally close, a line with a first cell begins one. */
function rowsOf(lines: readonly Line[], columns: readonly Column[]): Line[][] {
  const gaps = lines.map((_, index) => (index === 0 ? Infinity : baselineGap(lines, index)));
  const wide = gaps.filter((gap) => gap > WRAPPED).length;
  const byGap = wide > 1 && wide >= 0.25 * lines.length;
  const rows: Line[][] = [];
  lines.forEach((line, index) => {
    const hasFirst = columnOf(line[0] as Run, columns) === 0;
    const begins = byGap ? (gaps[index] ?? 0) > WRAPPED : hasFirst;
    if (begins || rows.length === 0) rows.push([line]);
    else rows.at(-1)?.push(line);
  });
  return rows;
}
