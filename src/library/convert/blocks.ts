/** What every file is made of, whatever its format, in reading order. Texts are plain; "\n" in one is a line break. */
export type Block = Heading | Paragraph | ListItem | Table | Pair;

export interface Heading {
  readonly kind: 'heading';
  /** 1 is the title; 6 the lowest. */
  readonly level: number;
  readonly text: string;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
}

export interface ListItem {
  readonly kind: 'item';
  /** 0 for the items of a list, 1 for the items under one of them, and so on. */
  readonly level: number;
  /** Its mark, as in "1." or "b)", where the order of the items counts. */
  readonly number?: string;
  readonly text: string;
}

export interface Table {
  readonly kind: 'table';
  readonly caption: string;
  /** One a column; all empty where the table has no header. Headers of several levels are joined: "April to October, weekend". */
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  /** The line across the table that the row stands under, or empty. */
  readonly group: string;
  readonly cells: readonly TableCell[];
}

export interface TableCell {
  readonly text: string;
  /** How many columns it spans. */
  readonly columns: number;
}

/** A question with its answer, or a term with what is said of it; read together only. */
export interface Pair {
  readonly kind: 'pair';
  readonly question: string;
  readonly answer: readonly Block[];
}

/** A table without spans: the shape in which Markdown, CSV and generated texts have theirs. */
export function plainTable(header: readonly string[], rows: readonly (readonly string[])[], caption = ''): Table {
  return {
    kind: 'table',
    caption,
    header,
    rows: rows.map((cells) => ({ group: '', cells: cells.map((text) => ({ text, columns: 1 })) })),
  };
}
