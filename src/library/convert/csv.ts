import { parse } from 'csv-parse/sync';
import { AssistantError } from '../../assistant/errors';
import type { Block } from './blocks';
import { cleanCharacters, oneLine } from './characters';
import { tableFrom } from './tables';

const DELIMITERS = [',', ';', '\t', '|'];
const SAMPLE_LINES = 20;
const MOST_ROWS = 20_000;

/** The table of a CSV file, whatever its delimiter. Throws AssistantError. */
export function csvToBlocks(text: string): Block[] {
  const clean = cleanCharacters(text);
  const rows = parse(clean, {
    delimiter: delimiterOf(clean),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    to: MOST_ROWS + 1,
  });
  if (rows.length > MOST_ROWS) throw new AssistantError('document-too-large', `The table has more than ${MOST_ROWS} rows. Split it.`);
  return tableFrom(rows.map((row) => row.map((cell) => ({ text: oneLine(cell), isHeader: false, columns: 1, rows: 1 }))));
}

/** The one that cuts most lines into equally many fields. */
function delimiterOf(text: string): string {
  const lines = text.split('\n', SAMPLE_LINES).filter((line) => line.trim() !== '');
  const score = (delimiter: string): number => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const usual = counts[Math.min(1, counts.length - 1)] ?? 0;
    return usual === 0 ? 0 : counts.filter((count) => count === usual).length + usual / 100;
  };
  return DELIMITERS.map((delimiter) => ({ delimiter, score: score(delimiter) })).sort((a, b) => b.score - a.score)[0]?.delimiter ?? ',';
}
