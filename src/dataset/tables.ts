import { join } from 'node:path';
import { z } from 'zod';
import { capitalized } from '../text/sentences';
import { readYaml, wordings } from './read-yaml';
import { integer, pick, shuffle, type Random } from './random';
import type { Reading, ReadingQuestion } from './reading';

const themeSchema = z.strictObject({
  paths: wordings,
  value: z.enum(['price', 'length', 'time', 'hours', 'phone', 'place', 'date', 'count', 'day', 'degrees']),
  /** As written, as a sentence says it, other ways to ask for it. */
  rows: z.array(z.array(z.string()).min(2)),
  columns: z.array(z.array(z.string()).min(2)),
  ask: wordings,
  say: z.string(),
  missing: wordings,
});

export type TableTheme = z.infer<typeof themeSchema>;

/** Reads data/desk/tables. Throws with the place when the file breaks its format. */
export function readTableThemes(deskFolder: string): TableTheme[] {
  return readYaml(join(deskFolder, 'tables', 'themes.yaml'), z.array(themeSchema));
}

const PLACES = [
  'the ground floor',
  'the first floor',
  'the second floor',
  'the third floor',
  'level 2',
  'the left of the stairs',
  'the lower floor',
];
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = ['January', 'March', 'April', 'June', 'August', 'September', 'October', 'November'];

/** Draws values of one kind, all written alike. */
function valuesOf(kind: TableTheme['value'], random: Random): () => string {
  const clock = (low: number, high: number): string => `${integer(random, low, high)}:${pick(random, ['00', '15', '30', '45'])}`;
  const money = pick(random, ['# dollars', '# euros', '# pounds', '$#', '€#', '£#', '# €', '# francs']);
  const cents = random() < 0.4;
  const unit = pick(random, ['minutes', 'hours', 'weeks', 'days']);
  const draw: Record<TableTheme['value'], () => string> = {
    price: () =>
      money.replace(
        '#',
        () => `${integer(random, 2, pick(random, [9, 30, 180]))}${cents ? pick(random, ['.50', '.20', '.80', '.00']) : ''}`,
      ),
    length: () => `${integer(random, 2, unit === 'minutes' ? 90 : 12)} ${unit}`,
    time: () => clock(6, 22),
    hours: () => `${clock(6, 11)} ${pick(random, ['to', '-', 'until'])} ${clock(15, 23)}`,
    phone: () => `555 01${integer(random, 10, 99)}`,
    place: () => pick(random, PLACES),
    date: () => `${integer(random, 1, 28)} ${pick(random, MONTHS)}`,
    count: () => `${integer(random, 2, 20)}`,
    day: () => pick(random, DAYS),
    degrees: () => `${integer(random, 16, 34)} degrees`,
  };
  return draw[kind];
}

interface Cell {
  readonly row: readonly string[];
  readonly column: readonly string[];
  readonly value: string;
  readonly start: number;
}

const LAYOUTS = [
  { afterRow: ': ', afterColumn: ' ', between: '; ', afterLine: '.\n' },
  { afterRow: ': ', afterColumn: ' ', between: '; ', afterLine: '. ' },
  { afterRow: ': ', afterColumn: ': ', between: ', ', afterLine: '.\n' },
  { afterRow: ' - ', afterColumn: ' ', between: ', ', afterLine: '\n' },
  { afterRow: ', ', afterColumn: ' ', between: ', ', afterLine: '. ' },
];

/** A table as a document's text holds it, a line a row, asked for its cells in other words and for what it does not hold. */
export function composeTable(theme: TableTheme, random: Random, serial: number): Reading {
  const rows = shuffle(random, theme.rows);
  const gone = rows.length > 3 && random() < 0.5 ? rows.pop() : undefined;
  const columns = shuffle(random, theme.columns).slice(0, integer(random, Math.min(2, theme.columns.length), theme.columns.length));
  const layout = pick(random, LAYOUTS);
  const value = valuesOf(theme.value, random);
  const cells: Cell[] = [];
  let context = '';
  for (const row of rows) {
    context += (row[0] ?? '') + layout.afterRow;
    columns.forEach((column, index) => {
      context += (index > 0 ? layout.between : '') + (columns.length > 1 || random() < 0.2 ? (column[0] ?? '') + layout.afterColumn : '');
      cells.push({ row, column, value: value(), start: context.length });
      context += cells.at(-1)?.value ?? '';
    });
    context += layout.afterLine;
  }
  const id = `table-${serial}`;
  const asked = shuffle(random, cells).slice(0, 5);
  const questions = asked.map((cell, index) => askFor(theme, cell, `${id}-${index}`, random));
  const missing = [
    pick(random, theme.missing)
      .replace('{row}', () => wayTo(pick(random, rows), random))
      .replace('{column}', () => wayTo(pick(random, columns), random)),
  ];
  if (gone) missing.push(fill(pick(random, theme.ask), gone, pick(random, columns), random));
  const absent = theme.columns.find((column) => !columns.includes(column));
  if (absent && columns.length > 1) missing.push(fill(pick(random, theme.ask), pick(random, rows), absent, random));
  return {
    source: 'desk-tables',
    title: '',
    path: pick(random, theme.paths),
    context: context.trim(),
    questions: [...questions, ...missing.map((text, index) => ({ id: `${id}-u${index}`, text, golds: [] }))],
  };
}

function askFor(theme: TableTheme, { row, column, value, start }: Cell, id: string, random: Random): ReadingQuestion {
  const text = fill(pick(random, theme.ask), row, column, random);
  const said = theme.say
    .replace('{row}', row[1] ?? '')
    .replace('{column}', column[1] ?? '')
    .replace('{value}', () => value);
  const sentence = capitalized(said.replace(/\s+(?=[.]|$)/gu, '').replace(/ {2,}/gu, ' '));
  return { id, text, evidence: { start, end: start + value.length }, sentence, style: 'spoken', golds: [value] };
}

function fill(template: string, row: readonly string[], column: readonly string[], random: Random): string {
  const text = template.replace('{row}', () => wayTo(row, random)).replace('{column}', () => wayTo(column, random));
  return text.replace(/\s+/gu, ' ').trim();
}

function wayTo(ways: readonly string[], random: Random): string {
  return (random() < 0.25 ? (ways[0] ?? '').toLowerCase() : pick(random, ways.slice(1))) || (ways[1] ?? '');
}
