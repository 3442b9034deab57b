import type { Element } from 'domhandler';
import { textContent } from 'domutils';
import type { Block } from './blocks';
import { oneLine } from './characters';
import { inlineText } from './html-inline';
import { descendants, elementsOf } from './html-tree';
import { tableFrom, type GridCell } from './tables';

const MOST_CELLS = 50_000;

/** A table of data; undefined for one that only lays out the page, whose cells are read one after the other. */
export function tableOf(table: Element): Block[] | undefined {
  const inside = descendants(table);
  const isLayout =
    /^(?:presentation|none)$/u.test(table.attribs['role'] ?? '') ||
    inside.some(({ name }) => name === 'table' || /^h[1-6]$/u.test(name) || name === 'details' || name === 'dl');
  const rows = inside.filter(({ name }) => name === 'tr');
  if (isLayout || inside.length > MOST_CELLS) return undefined;
  const caption = inside.find(({ name }) => name === 'caption');
  return tableFrom(
    rows.map((row) =>
      elementsOf(row)
        .filter(({ name }) => name === 'td' || name === 'th')
        .map(toCell),
    ),
    caption ? oneLine(textContent(caption)) : '',
  );
}

function toCell(cell: Element): GridCell {
  const text = cellText(cell);
  const bold = descendants(cell).filter(({ name }) => name === 'strong' || name === 'b');
  const isBold = bold.length > 0 && oneLine(bold.map((part) => textContent(part)).join(' ')) === text;
  return {
    text,
    isHeader: cell.name === 'th' || isBold,
    columns: Number(cell.attribs['colspan'] ?? 1) || 1,
    rows: Number(cell.attribs['rowspan'] ?? 1) || 1,
  };
}

function cellText(cell: Element): string {
  const lines = inlineText(cell.children)
    .split('\n')
    .map((line) => oneLine(line));
  return lines
    .filter(Boolean)
    .reduce((text, line) => text + (text === '' || /[.!?:;,(-]$/u.test(text) ? ' ' : ', ') + line, '')
    .trim();
}
