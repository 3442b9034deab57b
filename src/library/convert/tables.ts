import type { Block, TableCell, TableRow } from './blocks';

/** A cell as a format has it, before spans are laid out. */
export interface GridCell {
  readonly text: string;
  /** Marked as a header by the format (th, bold). */
  readonly isHeader: boolean;
  readonly columns: number;
  readonly rows: number;
}

const WIDEST = 200;
const NUMBER_LIKE = /^(?:[-–—+<>~≈]?\s?[\p{Sc}]?\s?\d|(?:free|closed|none|yes|no|included|from|up to|ab|-|–|—)(?:\s|$))/iu;

/**
 * A table of rows of cells: spans are laid out, its header found, lines across it become the group of the rows below. What
 * has one column or one cell is no table and comes back as paragraphs.
 */
export function tableFrom(rows: readonly (readonly GridCell[])[], caption = ''): Block[] {
  const grid = withoutEmptyColumns(layOut(rows)).filter((row) => row.some((cell) => cell.text !== ''));
  const width = grid[0]?.length ?? 0;
  if (grid.length === 0) return [];
  if (width === 1 || grid.length * width === 1) return [...titles(caption), ...grid.map((row) => paragraph(row[0]?.text ?? ''))];
  const above = grid.findIndex((row) => !isAcross(row));
  const body = above < 0 ? [] : grid.slice(above);
  const headerRows = countHeaderRows(body);
  const lead = grid.slice(0, above < 0 ? grid.length : above).map((row) => row[0]?.text ?? '');
  const filled = body.slice(headerRows);
  if (filled.length === 0) return [...titles(caption), ...lead.map(paragraph), ...body.map((row) => paragraph(rowText(row)))];
  const title = caption === '' && lead.length === 1 ? (lead.pop() ?? '') : caption;
  return [
    ...lead.map(paragraph),
    { kind: 'table', caption: title, header: headerOf(body.slice(0, headerRows), width), rows: bodyOf(filled) },
  ];
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const titles = (caption: string): Block[] => (caption ? [paragraph(caption)] : []);
const rowText = (row: readonly GridCell[]): string =>
  [...new Set(row)]
    .map(({ text }) => text)
    .filter(Boolean)
    .join(', ');

/** Every place of the grid holds the cell that covers it. */
function layOut(rows: readonly (readonly GridCell[])[]): GridCell[][] {
  const grid: GridCell[][] = rows.map(() => []);
  rows.forEach((cells, row) => {
    let column = 0;
    for (const cell of cells) {
      while (grid[row]?.[column]) column += 1;
      const columns = Math.min(Math.max(1, cell.columns), WIDEST - column);
      if (columns < 1) break;
      const last = Math.min(rows.length, row + Math.max(1, cell.rows));
      for (let y = row; y < last; y += 1) for (let x = column; x < column + columns; x += 1) (grid[y] as GridCell[])[x] ??= cell;
      column += columns;
    }
  });
  const width = grid.reduce((most, row) => Math.max(most, row.length), 0);
  return grid.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? EMPTY));
}

const EMPTY: GridCell = { text: '', isHeader: false, columns: 1, rows: 1 };

function withoutEmptyColumns(grid: readonly GridCell[][]): GridCell[][] {
  const isKept = (grid[0] ?? []).map((_, column) => grid.some((row) => row[column]?.text && !isAcross(row)) || column === 0);
  return grid.map((row) => row.filter((_, column) => isKept[column]));
}

/** One text over the whole width, or in the first column with nothing beside it. */
function isAcross(row: readonly GridCell[]): boolean {
  return row.every((cell, column) => column === 0 || cell === row[0] || cell.text === '') && row[0]?.text !== '';
}

function countHeaderRows(grid: readonly (readonly GridCell[])[]): number {
  const marked = grid.findIndex((row) => isAcross(row) || !row.every((cell) => cell.isHeader || cell.text === ''));
  const first = grid[0] ?? [];
  if (marked > 0) return marked;
  if (marked < 0) return grid.length > 1 ? 1 : 0;
  if (!looksLikeHeader(grid)) return 0;
  return first.some((cell) => cell.columns > 1) ? Math.max(1, ...first.map((cell) => cell.rows)) : 1;
}

/** Where a format marks no header: the first row is one when it names what the columns below hold. */
function looksLikeHeader([first = [], ...body]: readonly (readonly GridCell[])[]): boolean {
  if (body.length === 0 || first.some((cell, column) => column > 0 && cell.text === '')) return false;
  if (first.some(({ text }) => text.length > 60 || /[.!?]$/u.test(text))) return false;
  const values = first.slice(1);
  if (values.some(({ text }) => NUMBER_LIKE.test(text) && !/\p{L}{2}/u.test(text))) return false;
  const isNumeric = values.some(
    ({ text }, index) =>
      !NUMBER_LIKE.test(text) && body.filter((row) => NUMBER_LIKE.test(row[index + 1]?.text ?? '')).length * 2 >= body.length,
  );
  const isShort = first.every(({ text }) => text.split(' ').length <= 4 && !/\d{2}|@/u.test(text));
  return isNumeric || (isShort && body.length >= 2 && (first.length >= 3 || body.every((row) => row.every(({ text }) => text !== ''))));
}

function headerOf(rows: readonly (readonly GridCell[])[], width: number): string[] {
  return Array.from({ length: width }, (_, column) => {
    const parts = rows.map((row) => row[column]).filter((cell, index, all) => all.indexOf(cell) === index);
    const titles = parts.map((cell) => cell?.text ?? '').filter(Boolean);
    return titles.join(titles[0]?.includes(' ') ? ', ' : ' ');
  });
}

function bodyOf(grid: readonly (readonly GridCell[])[]): TableRow[] {
  const rows: TableRow[] = [];
  let group = '';
  grid.forEach((row, index) => {
    const below = grid[index + 1];
    if (isAcross(row) && below && !isAcross(below)) {
      group = row[0]?.text ?? '';
      return;
    }
    rows.push({ group, cells: isAcross(row) ? [{ text: row[0]?.text ?? '', columns: row.length }] : cellsOf(row) });
  });
  return rows;
}

function cellsOf(row: readonly GridCell[]): TableCell[] {
  const cells: { text: string; columns: number; from: GridCell }[] = [];
  for (const cell of row) {
    const last = cells.at(-1);
    if (last?.from === cell && cell !== EMPTY) last.columns += 1;
    else cells.push({ text: cell.text, columns: 1, from: cell });
  }
  return cells.map(({ text, columns }) => ({ text, columns }));
}
