import { oneLine } from '../characters';
import type { Run } from './pages';

/** Runs side by side on one baseline; what lies apart in a line are the cells of a table or of the columns of a page. */
export type Line = readonly Run[];

/** Runs further apart than this many font heights are apart. */
const GAP = 1;
const SPACE = 0.12;
const MARK = /^(?:[•–‣▪◦●○■□➢✓*·\-\ue000-\uf8ff]|\d{1,2}[.)]|[a-z]\))$/u;

/** Lines from top to bottom, their runs from left to right; runs that touch or are a word's space apart are one. */
export function toLines(runs: readonly Run[]): Line[] {
  const sorted = [...runs].sort((a, b) => a.y - b.y || a.x - b.x);
  const lines: Run[][] = [];
  for (const run of sorted) {
    const line = lines.at(-1);
    const base = line?.[0];
    if (line && base && run.y - base.y < 0.4 * Math.max(run.size, base.size)) line.push(run);
    else lines.push([run]);
  }
  return lines.map((line) => joinTouching(line.sort((a, b) => a.x - b.x)));
}

function joinTouching(line: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of line) {
    const last = joined.at(-1);
    const gap = last ? run.x - last.right : 0;
    const isNear = last && (gap < GAP * Math.max(last.size, run.size) || (MARK.test(last.text.trim()) && gap < 4 * last.size));
    if (!isNear) {
      joined.push({ ...run, text: run.text.trim() });
      continue;
    }
    const space = gap > SPACE * run.size || /\s$/u.test(last.text) || /^\s/u.test(run.text) ? ' ' : '';
    const isMain = last.text.length >= run.text.length && !MARK.test(last.text);
    joined[joined.length - 1] = {
      ...(isMain ? last : run),
      text: oneLine(last.text + space + run.text),
      x: last.x,
      right: Math.max(last.right, run.right),
      y: last.y,
    };
  }
  return joined;
}

export const left = (line: Line): number => line[0]?.x ?? 0;
export const right = (line: Line): number => line.at(-1)?.right ?? 0;
export const baseline = (line: Line): number => line[0]?.y ?? 0;
export const textOf = (line: Line): string => line.map(({ text }) => text).join(' ');
