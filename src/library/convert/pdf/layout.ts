import type { Block } from '../blocks';
import { tableFrom } from '../tables';
import { LineJoiner } from './hyphens';
import { baseline, left, right, textOf, toLines, type Line } from './lines';
import type { Page, Run } from './pages';
import { readingOrder } from './columns';
import { tableCells, tableLength } from './tables';

const LARGER = 1.12;
const LEADING = 1.6;
const LONGEST_HEADING = 100;
const BULLET = /^(?:[•–‣▪◦●○■□➢✓*·\-\ue000-\uf8ff]|(\d{1,2}[.)]|[a-z]\)))\s+/u;

/** What the whole document is set in. */
interface Setting {
  readonly size: number;
  readonly font: string;
  /** Sizes of headings, the largest first. */
  readonly headings: readonly number[];
  readonly joiner: LineJoiner;
}

/** Blocks of pages by where their text stands: columns one after the other, rows of tables, headings by their size. */
export function layoutToBlocks(pages: readonly Page[]): Block[] {
  const parts = pages.flatMap((page) => readingOrder(page.runs)).map((runs) => toLines(runs));
  const setting = settingOf(
    pages.flatMap((page) => page.runs),
    parts.flat(),
  );
  const blocks: Block[] = [];
  for (const lines of parts) for (const block of blocksOfPart(lines, setting)) append(blocks, block, setting.joiner);
  return blocks;
}

function settingOf(runs: readonly Run[], lines: readonly Line[]): Setting {
  const size = mostCommon(runs, (run) => Math.round(run.size * 2) / 2) ?? 10;
  const body = runs.filter((run) => Math.abs(run.size - size) < 0.3);
  const larger = [...new Set(runs.map((run) => Math.round(run.size * 2) / 2).filter((height) => height > LARGER * size))];
  return {
    size,
    font: mostCommon(body, (run) => run.font) ?? '',
    headings: larger.sort((a, b) => b - a),
    joiner: new LineJoiner(lines.flat().map(({ text }) => text)),
  };
}

function mostCommon<Value>(runs: readonly Run[], valueOf: (run: Run) => Value): Value | undefined {
  const counts = new Map<Value, number>();
  for (const run of runs) counts.set(valueOf(run), (counts.get(valueOf(run)) ?? 0) + run.text.length);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function blocksOfPart(lines: readonly Line[], setting: Setting): Block[] {
  const blocks: Block[] = [];
  const west = lines.reduce((least, line) => Math.min(least, left(line)), Infinity);
  const prose = lines.filter((line) => line.length === 1 && left(line) - west < 3 * setting.size);
  const edge = prose.reduce((most, line) => Math.max(most, right(line)), 0);
  const marks = [...new Set(lines.filter((line) => BULLET.test(textOf(line))).map((line) => Math.round(left(line) / 4)))].sort(
    (a, b) => a - b,
  );
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] as Line;
    const rows = tableLength(lines, at);
    const level = rows > 0 ? 0 : headingLevel(lines, at, setting);
    if (rows > 0) {
      blocks.push(...tableFrom(tableCells(lines.slice(at, at + rows), setting.font, setting.joiner)));
      at += rows;
    } else if (level > 0) {
      const end = runOn(lines, at, (next) => headingLevel(lines, next, setting) === level);
      blocks.push({ kind: 'heading', level, text: joined(lines.slice(at, end), setting.joiner) });
      at = end;
    } else {
      const mark = BULLET.exec(textOf(line));
      const end = runOn(lines, at, (next) => continues(lines, next, setting, mark ? line : undefined));
      const paragraph = lines.slice(at, end);
      const text = mark ? joined(paragraph, setting.joiner).slice(mark[0].length) : withBreaks(paragraph, edge, setting.joiner);
      if (mark) blocks.push({ kind: 'item', level: marks.indexOf(Math.round(left(line) / 4)), ...(mark[1] && { number: mark[1] }), text });
      else blocks.push({ kind: 'paragraph', text });
      at = end;
    }
  }
  return blocks;
}

function runOn(lines: readonly Line[], from: number, goesOn: (next: number) => boolean): number {
  let end = from + 1;
  while (end < lines.length && isClose(lines, end) && goesOn(end)) end += 1;
  return end;
}

function isClose(lines: readonly Line[], at: number): boolean {
  const gap = baseline(lines[at] as Line) - baseline(lines[at - 1] as Line);
  return gap > 0 && gap <= LEADING * sizeOf(lines[at - 1] as Line);
}

/** Whether a line goes on with the paragraph or, where its first line is given, the list item above it. */
function continues(lines: readonly Line[], at: number, setting: Setting, item: Line | undefined): boolean {
  const [before, line] = [lines[at - 1] as Line, lines[at] as Line];
  if (BULLET.test(textOf(line)) || headingLevel(lines, at, setting) > 0 || tableLength(lines, at) > 0) return false;
  if (Math.abs(sizeOf(before) - sizeOf(line)) > 0.6) return false;
  if (item) return left(line) - left(item) > 0.3 * setting.size || (/^\p{Ll}/u.test(textOf(line)) && !/[.!?]$/u.test(textOf(before)));
  return left(line) - left(before) < setting.size;
}

/** 0 for what is no heading: larger than the text, or in another font on a line alone over the text. */
function headingLevel(lines: readonly Line[], at: number, { size, font, headings }: Setting): number {
  const line = lines[at] as Line;
  const text = textOf(line);
  if (line.length > 1 || text.length > LONGEST_HEADING || !/\p{L}/u.test(text) || (BULLET.test(text) && /[.;,]$/u.test(text))) return 0;
  const rank = headings.indexOf(Math.round(sizeOf(line) * 2) / 2);
  if (rank >= 0) return Math.min(5, rank + 1);
  const next = lines[at + 1];
  if (!next || /[.,;:-]$/u.test(text) || sizeOf(line) < 0.95 * size) return 0;
  const isEmphasised = line.every((run) => run.font !== font) && next.some((run) => run.font === font);
  return isEmphasised || isShortLineOverText(lines, at) ? Math.min(6, headings.length + 1) : 0;
}

/** Where nothing but its place marks a heading: it begins a paragraph whose other lines are much longer. */
function isShortLineOverText(lines: readonly Line[], at: number): boolean {
  const [line, next] = [lines[at] as Line, lines[at + 1] as Line];
  const isFirst = at === 0 || !isClose(lines, at);
  const width = right(next) - left(next);
  const isShort = right(line) - left(line) < 0.5 * width && /^\p{Lu}/u.test(textOf(line)) && !/\d/u.test(textOf(line));
  return (
    isFirst && isShort && next.length === 1 && isClose(lines, at + 1) && Math.abs(left(line) - left(next)) < 3 && textOf(next).length > 20
  );
}

const sizeOf = (line: Line): number => Math.max(...line.map(({ size }) => size));

function joined(lines: readonly Line[], joiner: LineJoiner): string {
  return lines.reduce((text, line) => joiner.join(text, textOf(line)), '');
}

/** Lines that were full run on; a line that had room for the next word was ended on purpose. */
function withBreaks(lines: readonly Line[], edge: number, joiner: LineJoiner): string {
  let text = '';
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const words = textOf(line);
    if (!before || !endsOnPurpose(before, words, edge)) text = joiner.join(text, words);
    else text += `\n${words}`;
  });
  return text;
}

function endsOnPurpose(line: Line, next: string, edge: number): boolean {
  const text = textOf(line);
  const letter = (right(line) - left(line)) / Math.max(1, text.length);
  const room = edge - right(line);
  return room > 1.5 * letter * ((next.split(' ', 1)[0] ?? '').length + 1) && !/^\p{Ll}/u.test(next) && !text.endsWith('-');
}

/** A sentence or a table goes on over the end of a page or a column. */
function append(blocks: Block[], block: Block, joiner: LineJoiner): void {
  const last = blocks.at(-1);
  if (last?.kind === 'table' && block.kind === 'table' && last.header.length === block.header.length) {
    const isSame = block.header.every((title, index) => title === '' || title === last.header[index]);
    if (isSame) {
      blocks[blocks.length - 1] = { ...last, rows: [...last.rows, ...block.rows] };
      return;
    }
  }
  const goesOn = (last?.kind === 'paragraph' || last?.kind === 'item') && block.kind === 'paragraph' && /[\p{L}\p{N},-]$/u.test(last.text);
  if (goesOn && (last.text.length > 40 || /^\p{Ll}/u.test(block.text)) && /^[\p{Ll}\p{N}]/u.test(block.text)) {
    blocks[blocks.length - 1] = { ...last, text: joiner.join(last.text, block.text) };
  } else {
    blocks.push(block);
  }
}
