import { parse } from 'csv-parse/sync';
import { AssistantError } from '../../assistant/errors';

interface Pair {
  readonly question: string;
  readonly answer: string;
}

/**
 * Questions and answers of a CSV file (RFC 4180; commas or semicolons), with or without a line that names the columns.
 * Throws AssistantError `invalid-request` when it is none.
 */
export function readPairs(text: string): Pair[] {
  let rows: string[][];
  try {
    rows = parse(text, { bom: true, delimiter: [',', ';', '\t'], skip_empty_lines: true, trim: true, relax_column_count: true });
  } catch (error) {
    throw new AssistantError('invalid-request', 'This is not a CSV file. Give two columns, question and answer, in UTF-8.', {
      cause: error,
    });
  }
  const [first = []] = rows;
  const named = first.map((name) => name.toLowerCase());
  const [question, answer] = [named.indexOf('question'), named.indexOf('answer')];
  const hasNames = question >= 0 && answer >= 0;
  return rows
    .slice(hasNames ? 1 : 0)
    .map((row) => ({ question: row[hasNames ? question : 0] ?? '', answer: row[hasNames ? answer : 1] ?? '' }));
}

export function writePairs(pairs: readonly Pair[]): string {
  const lines = pairs.map(({ question, answer }) => `${quoted(question)},${quoted(answer)}`);
  return ['question,answer', ...lines, ''].join('\r\n');
}

/** Cells that a spreadsheet would take for a formula get an apostrophe (OWASP, CSV injection). */
function quoted(cell: string): string {
  const safe = /^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell;
  return `"${safe.replace(/"/gu, '""')}"`;
}
