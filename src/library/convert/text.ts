import type { Block, Heading } from './blocks';
import { cleanCharacters } from './characters';
import { tableFrom } from './tables';

/** Files with longer lines than this have one line a paragraph; the others are wrapped by hand at some width. */
const WIDEST_WRAP = 120;
const NARROWEST_WRAP = 50;
const LONGEST_HEADING = 80;
const BULLET = /^(\s{0,40})(?:[-*+•–‣▪◦·]|(\d{1,2}[.)]|[a-z]\)))\s+(?=\S)/u;
const UNDERLINE = /^\s{0,3}(=|-|~|\*)\1{2,}\s*$/u;
const MARKED_HEADING = /^(#{1,6}) +(\S.*?)(?: +#+)?$/u;
const OWN_LINE = /^(?:Q|A|Question|Answer|Also called|Ask, for example)\s?[:.]\s/u;
const ADDRESS = /^(?:\S{1,80}@|www\.|https?:)/iu;
/** Two spaces after a full stop are typewriting. */
const CELL_GAP = /\t+|(?<![.!?:;,]) {2,}/u;

/** Neighbouring lines, without the empty ones around them. */
type Chunk = readonly string[];

/** The blocks of a plain text: headings by capitals, underlines, marks or their place; lists; tables set with tabs or spaces; lines wrapped by hand run on. */
export function textToBlocks(text: string): Block[] {
  const lines = cleanCharacters(text)
    .split('\n')
    .map((line) => line.trimEnd());
  const chunks = chunksOf(lines);
  const width = wrapWidth(lines);
  const capitals = !isMostlyCapitals(text);
  const blocks: Block[] = [];
  let at = 0;
  while (at < chunks.length) {
    const titles = titlesAt(chunks, at);
    if (titles.length > 0) {
      blocks.push(...titles);
      at += titles.length;
      continue;
    }
    const { headings, rest } = leadingHeadings(chunks[at] ?? [], { isFirst: blocks.length === 0, capitals });
    for (const block of [...headings, ...blocksOfLines(rest, width)]) blocks.push(block);
    at += 1;
  }
  return blocks;
}

function chunksOf(lines: readonly string[]): Chunk[] {
  const chunks: string[][] = [[]];
  for (const line of lines) {
    if (line.trim() === '') chunks.push([]);
    else chunks.at(-1)?.push(line);
  }
  return chunks.filter((chunk) => chunk.length > 0);
}

/** How many characters the lines were wrapped at; Infinity for a text with a line a paragraph, or of short lines only. */
function wrapWidth(lines: readonly string[]): number {
  const longest = lines.reduce((most, line) => Math.max(most, line.length), 0);
  return longest > WIDEST_WRAP || longest < NARROWEST_WRAP ? Infinity : longest;
}

function isMostlyCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return (text.match(/\p{Lu}/gu)?.length ?? 0) > 0.6 * letters;
}

/** Lines alone that name what follows: one or two before a text, three at the beginning. */
function titlesAt(chunks: readonly Chunk[], at: number): Heading[] {
  let end = at;
  while (end < chunks.length && isTitle(chunks[end] ?? [])) end += 1;
  const count = end - at;
  if (end >= chunks.length || count > (at === 0 ? 3 : 2)) return [];
  let level = 0;
  return chunks.slice(at, end).map(([line = ''], index) => {
    const own = at === 0 && index === 0 ? 1 : isCapitals(line) ? 2 : 3;
    level = Math.min(6, index === 0 ? own : Math.max(own, level + 1));
    return { kind: 'heading', level, text: line.trim() };
  });
}

function isTitle(chunk: Chunk): boolean {
  const line = (chunk[0] ?? '').trim();
  return chunk.length === 1 && isShortName(line) && !BULLET.test(line) && !CELL_GAP.test(line) && !MARKED_HEADING.test(line);
}

function isShortName(line: string): boolean {
  return line.length <= LONGEST_HEADING && /^[\p{Lu}\p{N}]/u.test(line) && !/[.!:;,]$|: /u.test(line);
}

const isCapitals = (line: string): boolean =>
  line.length <= LONGEST_HEADING && /\p{Lu}.*\p{Lu}/u.test(line) && !/\p{Ll}/u.test(line) && !/[.;,]$/u.test(line.trim());

interface Place {
  readonly isFirst: boolean;
  /** Whether capitals mark a heading here. */
  readonly capitals: boolean;
}

/** Headings that stand right on top of their text. */
function leadingHeadings(chunk: Chunk, { isFirst, capitals }: Place): { headings: Heading[]; rest: Chunk } {
  const headings: Heading[] = [];
  let at = 0;
  const heading = (level: number, text: string): void => {
    headings.push({ kind: 'heading', level, text: text.trim() });
  };
  for (; at < chunk.length; at += 1) {
    const line = chunk[at] ?? '';
    const marked = MARKED_HEADING.exec(line);
    const below = chunk[at + 1] ?? '';
    if (marked) heading(marked[1]?.length ?? 1, marked[2] ?? '');
    else if (UNDERLINE.test(line)) continue;
    else if (UNDERLINE.test(below) && line.trim().length <= LONGEST_HEADING) heading(below.includes('=') ? 1 : 2, line);
    else if (capitals && isCapitals(line) && !CELL_GAP.test(line.trim())) heading(isFirst && headings.length === 0 ? 1 : 2, line);
    else break;
  }
  const [line = '', below = ''] = chunk;
  const isTopLine = isFirst && at === 0 && chunk.length > 1 && isShortName(line) && !CELL_GAP.test(line.trim()) && !BULLET.test(line);
  if (isTopLine && (/[.!?]$/u.test(chunk.at(-1) ?? '') || OWN_LINE.test(below)) && !/[:\d]/u.test(line)) {
    heading(1, line);
    at = 1;
  }
  return { headings, rest: chunk.slice(at) };
}

function blocksOfLines(chunk: Chunk, width: number): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  while (at < chunk.length) {
    const rows = tableRowsAt(chunk, at);
    const line = chunk[at] ?? '';
    const bullet = BULLET.exec(line);
    if (rows.length > 1) {
      blocks.push(...tableFrom(rows.map((cells) => cells.map((text) => ({ text, isHeader: false, columns: 1, rows: 1 })))));
      at += rows.length;
    } else if (bullet) {
      const end = nextIndex(chunk, at, (next) => BULLET.test(next) || !isContinuation(next, chunk[at] ?? '', width));
      const text = [line.slice(bullet[0].length), ...chunk.slice(at + 1, end)].map((part) => part.trim()).join(' ');
      blocks.push({ kind: 'item', level: Math.floor((bullet[1]?.length ?? 0) / 2), ...(bullet[2] && { number: bullet[2] }), text });
      at = end;
    } else {
      const end = nextIndex(chunk, at, (next, index) => BULLET.test(next) || UNDERLINE.test(next) || tableRowsAt(chunk, index).length > 1);
      blocks.push({ kind: 'paragraph', text: unwrapped(chunk.slice(at, end), width) });
      at = end;
    }
  }
  return blocks.filter((block) => block.kind !== 'paragraph' || !UNDERLINE.test(block.text));
}

function nextIndex(chunk: Chunk, from: number, isNext: (line: string, index: number) => boolean): number {
  for (let index = from + 1; index < chunk.length; index += 1) if (isNext(chunk[index] ?? '', index)) return index;
  return chunk.length;
}

/** Below a bullet: indented, or run over from a full line. */
function isContinuation(line: string, bulletLine: string, width: number): boolean {
  return /^\s/u.test(line) || (width !== Infinity && bulletLine.length > width / 2);
}

function tableRowsAt(chunk: Chunk, from: number): string[][] {
  const rows: string[][] = [];
  for (let index = from; index < chunk.length; index += 1) {
    const cells = (chunk[index] ?? '').trim().split(CELL_GAP);
    if (cells.length < 2 || cells.length !== (rows[0]?.length ?? cells.length)) break;
    rows.push(cells);
  }
  return rows;
}

/** Lines that were full run on; a line that had room for the next word was ended on purpose. */
function unwrapped(lines: Chunk, width: number): string {
  return lines.map((line, index) => (index === 0 ? '' : joint(lines[index - 1] ?? '', line.trim(), width)) + line.trim()).join('');
}

function joint(before: string, line: string, width: number): string {
  const wasFull = before.length + 1 + (line.split(' ', 1)[0] ?? '').length > width;
  const isLong = before.length > 30 && before.length > 0.75 * Math.min(width, WIDEST_WRAP);
  const goesOn = isLong && /^[\p{Ll}\p{N}]/u.test(line) && !/[.!?:;]$/u.test(before) && !ADDRESS.test(line);
  return (wasFull || goesOn) && !OWN_LINE.test(line) ? ' ' : '\n';
}
