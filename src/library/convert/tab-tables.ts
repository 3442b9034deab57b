import type { Block } from './blocks';
import { tableFrom } from './tables';

/** A paragraph whose lines are set with tabs: neighbouring lines of as many tabs are the rows of a table. */
export function tabTables(text: string): Block[] {
  if (!text.includes('\t')) return [{ kind: 'paragraph', text }];
  const blocks: Block[] = [];
  let rows: string[][] = [];
  const flush = (): void => {
    if (rows.length > 1) blocks.push(...tableFrom(rows.map((cells) => cells.map((cell) => ({ text: cell.trim(), ...PLAIN })))));
    else for (const cells of rows) blocks.push({ kind: 'paragraph', text: cells.join(' ') });
    rows = [];
  };
  for (const line of text.split('\n')) {
    const cells = line.trim().split(/\t+/u);
    if (cells.length !== rows[0]?.length) flush();
    if (cells.length > 1) rows.push(cells);
    else if (line.trim() !== '') blocks.push({ kind: 'paragraph', text: line.trim() });
  }
  flush();
  return blocks;
}

const PLAIN = { isHeader: false, columns: 1, rows: 1 };
