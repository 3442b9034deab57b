import type { Element } from 'domhandler';
import { textContent } from 'domutils';
import { AssistantError } from '../../assistant/errors';
import { readArchive } from './archive';
import type { Block } from './blocks';
import { cleanCharacters, oneLine } from './characters';
import { decodeText } from './encoding';
import { descendants, elementsOf, parseMarkup } from './html-tree';
import { readCellStyles, shownNumber, type CellStyle } from './xlsx-styles';
import { tableFrom, type GridCell } from './tables';

const READ_PART = /^xl\/(?:workbook\.xml|styles\.xml|sharedStrings\.xml|_rels\/workbook\.xml\.rels|worksheets\/[\w-]{1,40}\.xml)$/u;
/** Names that spreadsheets give of their own accord. */
const UNNAMED = /^(?:sheet|tabelle|blatt|feuil|hoja|foglio)\s?\d*$/iu;
const MOST_CELLS = 60_000;
const WIDEST = 200;

/** The blocks of an Excel workbook: each sheet that is shown, its values as it shows them. Throws AssistantError. */
export function xlsxToBlocks(bytes: Uint8Array): Block[] {
  const parts = readArchive(bytes, (name) => READ_PART.test(name));
  const xml = (name: string): Element[] =>
    descendants(parseMarkup(cleanCharacters(decodeText(parts.get(name) ?? new Uint8Array())), { xml: true }));
  const strings = xml('xl/sharedStrings.xml')
    .filter(({ name }) => name === 'si')
    .map(sharedText);
  const styles = readCellStyles(xml('xl/styles.xml'));
  const targets = new Map(xml('xl/_rels/workbook.xml.rels').map(({ attribs }) => [attribs['Id'], attribs['Target'] ?? '']));
  const sheets = xml('xl/workbook.xml').filter(({ name, attribs }) => name === 'sheet' && !/hidden/iu.test(attribs['state'] ?? ''));
  return sheets.flatMap(({ attribs }) => {
    const title = oneLine(attribs['name'] ?? '');
    const blocks = tablesOf(readSheet(xml(`xl/${(targets.get(attribs['r:id']) ?? '').replace(/^\/?(?:xl\/)?/u, '')}`), strings, styles));
    return blocks.length === 0 || UNNAMED.test(title) ? blocks : [{ kind: 'heading', level: 1, text: title }, ...blocks];
  });
}

/** A text without its phonetic guide. */
function sharedText(item: Element): string {
  const texts = descendants(item).filter(
    (element) => element.name === 't' && !(element.parent && 'name' in element.parent && element.parent.name === 'rPh'),
  );
  return oneLine(texts.map((element) => textContent(element)).join(''));
}

type Grid = (GridCell | undefined)[][];

function readSheet(elements: readonly Element[], strings: readonly string[], styles: readonly CellStyle[]): Grid {
  const cells = elements.filter(({ name }) => name === 'c');
  if (cells.length > MOST_CELLS) throw new AssistantError('document-too-large', `A sheet has more than ${MOST_CELLS} cells. Split it.`);
  const hidden = hiddenColumns(elements);
  const spans = new Map(
    elements.filter(({ name }) => name === 'mergeCell').map(({ attribs }) => (attribs['ref'] ?? '').split(':') as [string, string]),
  );
  const grid: Grid = [];
  let last = 0;
  for (const row of elements.filter(({ name }) => name === 'row')) {
    const number = Number(row.attribs['r'] ?? last + 1);
    if (number > last + 1) grid.push([]);
    last = number;
    if (row.attribs['hidden'] !== '1') grid.push(readRow(row, hidden, spans, strings, styles));
  }
  return grid;
}

function readRow(
  row: Element,
  hidden: ReadonlySet<number>,
  spans: ReadonlyMap<string, string>,
  strings: readonly string[],
  styles: readonly CellStyle[],
): (GridCell | undefined)[] {
  const line: (GridCell | undefined)[] = [];
  for (const cell of elementsOf(row).filter(({ name }) => name === 'c')) {
    const reference = cell.attribs['r'] ?? '';
    const [column] = placeOf(reference);
    if (column >= WIDEST || hidden.has(column)) continue;
    const style = styles[Number(cell.attribs['s'] ?? 0)];
    line[column] = { text: shownValue(cell, strings, style), isHeader: style?.isBold ?? false, ...spanOf(reference, spans) };
  }
  return line;
}

function hiddenColumns(elements: readonly Element[]): Set<number> {
  const hidden = new Set<number>();
  for (const { name, attribs } of elements) {
    if (name !== 'col' || attribs['hidden'] !== '1') continue;
    for (let column = Number(attribs['min']); column <= Math.min(WIDEST, Number(attribs['max'])); column += 1) hidden.add(column - 1);
  }
  return hidden;
}

/** "B3" is column 1, row 2. */
function placeOf(reference: string): [number, number] {
  const [, letters = 'A', digits = '1'] = /^([A-Z]{1,3})(\d{1,7})$/u.exec(reference) ?? [];
  return [letters.split('').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1, Number(digits) - 1];
}

function spanOf(reference: string, spans: ReadonlyMap<string, string>): { columns: number; rows: number } {
  const end = spans.get(reference);
  if (!end) return { columns: 1, rows: 1 };
  const [[fromColumn, fromRow], [toColumn, toRow]] = [placeOf(reference), placeOf(end)];
  return { columns: toColumn - fromColumn + 1, rows: toRow - fromRow + 1 };
}

function shownValue(cell: Element, strings: readonly string[], style: CellStyle | undefined): string {
  const type = cell.attribs['t'] ?? 'n';
  if (type === 'inlineStr') return oneLine(textContent(cell));
  const value = elementsOf(cell).find(({ name }) => name === 'v');
  const raw = value ? textContent(value) : '';
  if (raw === '' || type === 'e') return '';
  if (type === 's') return strings[Number(raw)] ?? '';
  if (type === 'b') return raw === '1' ? 'yes' : 'no';
  return type === 'str' ? oneLine(raw) : shownNumber(Number(raw), style);
}

/** Empty rows part one table from the next; a cell that another one covers is left to it. */
function tablesOf(grid: Grid): Block[] {
  const groups: GridCell[][][] = [[]];
  for (const line of grid) {
    const isEmpty = line.every((cell) => !cell?.text);
    if (isEmpty) groups.push([]);
    else groups.at(-1)?.push(placed(line));
  }
  return groups.flatMap((rows) => tableFrom(rows));
}

function placed(line: readonly (GridCell | undefined)[]): GridCell[] {
  const cells: GridCell[] = [];
  for (let column = 0; column < line.length; column += 1) {
    const cell = line[column] ?? { text: '', isHeader: false, columns: 1, rows: 1 };
    cells.push({ ...cell, rows: 1 });
    column += cell.columns - 1;
  }
  return cells;
}
