import type { Table, TableRow } from './blocks';
import { moneyColumns, unitOfHeader, withUnit } from './units';
import { ended } from './write-list';

/** More values than this are told in several sentences, each beginning with the row's name. */
const MOST_VALUES = 8;
const DAY = /^(?:mon|tue|wed|thu|fri|sat|sun|weekday|weekend|daily|public holiday|bank holiday|holiday)/iu;
const OPENING = /^(?:open(?:s|ing)?|from|starts?|begins?)\b/iu;
const CLOSING = /^(?:clos(?:es?|ing)|until|to|till|ends?)\b/iu;
/** Headers of a first column that say nothing of its rows. */
const PLAIN_NAME =
  /^(?:items?|names?|what|descriptions?|articles?|days?|weekdays?|days? of the week|positions?|no\.?|when|(?:what|who|which) .{1,60})$/iu;
const NONE = /^(?:[-–—−]+|n\/a)$/iu;
const MARKS: readonly (readonly [RegExp, string])[] = [
  [/^[✓✔☑✅]\ufe0f?$/u, 'yes'],
  [/^[✗✘✕✖❌☒]\ufe0f?$/u, 'no'],
];

/**
 * A table as a line for each row: "Double room: weekday 110 dollars; weekend 130 dollars." Each value stands beside the
 * header of its column, with the unit or the currency that the header, the caption, the section or the document gives;
 * a week across is told day by day.
 */
export function writeTable(table: Table, section: string, currency: string | undefined): string {
  const upright = isWeekAcross(table) ? transposed(table) : table;
  const money = moneyColumns(upright, section, currency);
  const lines = namedRows(upright).flatMap((row) => writeRow(row, upright.header, money));
  return [...(table.caption && !sameWords(table.caption, section) ? [ended(table.caption)] : []), ...lines].join('\n');
}

/** A row without a name goes on with the name above it. */
function namedRows(table: Table): TableRow[] {
  let name = '';
  return table.rows.map((row) => {
    const first = row.cells[0];
    if (!first || first.columns > 1) return row;
    if (first.text !== '') name = first.text;
    return first.text === '' && name !== '' ? { ...row, cells: [{ ...first, text: name }, ...row.cells.slice(1)] } : row;
  });
}

function writeRow({ group, cells }: TableRow, header: readonly string[], money: ReadonlyMap<number, string>): string[] {
  const [first, ...others] = cells;
  if (!first) return [];
  let column = first.columns;
  const values: string[] = [];
  for (const cell of others) {
    const headers = header.slice(column, column + cell.columns).filter(Boolean);
    const value = writeValue(cell.text, headers, money.get(column));
    column += cell.columns;
    if (value !== '') values.push(value);
  }
  const name = [group, rowName(first.text, first.columns === 1 ? (header[0] ?? '') : '')].filter(Boolean).join(', ');
  if (values.length === 0) return name === '' ? [] : [ended(name)];
  if (
    isClosedAllDay(
      others.map(({ text }) => text),
      header,
    )
  )
    return [`${name}: ${others[0]?.text ?? ''}.`];
  const sentences = [];
  const size = Math.ceil(values.length / Math.ceil(values.length / MOST_VALUES));
  for (let at = 0; at < values.length; at += size) {
    const told = ended(values.slice(at, at + size).join('; '));
    sentences.push(name === '' ? told : `${name}: ${told}`);
  }
  return [sentences.join(' ')];
}

/** "closed" under "Opens" and under "Closes" is neither. */
function isClosedAllDay(values: readonly string[], header: readonly string[]): boolean {
  const isRange = header.length === 3 && OPENING.test(header[1] ?? '') && CLOSING.test(header[2] ?? '');
  return isRange && values.every((value) => value === values[0] && !/\d/u.test(value));
}

/** "Zone 3", "Class Gold", but "Double room" under "Room" and "Monday" under "Day". */
function rowName(text: string, header: string): string {
  const known = unitOfHeader(header);
  const name = known ? withUnit(text, known.unit) : text;
  const title = (known?.header ?? header).replace(/\s*:$/u, '');
  const isNamed = title === '' || PLAIN_NAME.test(title) || DAY.test(name) || holdsWord(name, title) || title.length > 40;
  return isNamed && !/^\d+$/u.test(name) ? name : `${title} ${name}`.trim();
}

function writeValue(text: string, headers: readonly string[], currency: string | undefined): string {
  if (text === '') return '';
  const units = headers.map((header) => unitOfHeader(header));
  const told = MARKS.find(([mark]) => mark.test(text))?.[1] ?? (NONE.test(text) ? 'none' : text.replace(/(?<=[^.])\.$/u, abbreviated));
  const unit = headers.length === 1 ? (units[0]?.unit ?? currency) : undefined;
  const value = unit ? withUnit(told, unit) : told;
  const header = joined(headers.map((title, index) => (units[index]?.header ?? title).replace(/\s*[:.]$/u, '')));
  if (header === '' || value.toLowerCase().startsWith(header.toLowerCase())) return value;
  return /\d/u.test(header) || header.endsWith(')') ? `${header}: ${value}` : `${header} ${value}`;
}

/** The stop of a sentence in a cell goes, that of "a.m." stays. */
function abbreviated(stop: string, at: number, text: string): string {
  return /\.\p{L}$/u.test(text.slice(0, at)) ? stop : '';
}

const joined = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

/** Whether a name has a word of its column's header in it. */
function holdsWord(name: string, title: string): boolean {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return words.some((word) => name.toLowerCase().includes(word.replace(/(?:e?s)$/u, '')));
}

const sameWords = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

function isWeekAcross({ header, rows }: Table): boolean {
  const days = header.slice(1);
  return (
    days.length >= 3 && days.every((day) => DAY.test(day)) && rows.length > 1 && rows.every(({ cells }) => !DAY.test(cells[0]?.text ?? ''))
  );
}

function transposed({ kind, caption, header, rows }: Table): Table {
  const spread = rows.map(({ group, cells }) => ({
    name: [group, cells[0]?.text ?? ''].filter(Boolean).join(', '),
    values: cells.slice(1).flatMap(({ text, columns }) => Array.from({ length: columns }, () => text)),
  }));
  return {
    kind,
    caption,
    header: ['', ...spread.map(({ name }) => name)],
    rows: header.slice(1).map((day, index) => ({
      group: '',
      cells: [{ text: day, columns: 1 }, ...spread.map(({ values }) => ({ text: values[index] ?? '', columns: 1 }))],
    })),
  };
}
