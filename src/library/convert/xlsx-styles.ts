import type { Element } from 'domhandler';
import { format } from 'numfmt';
import { oneLine } from './characters';
import { descendants, elementsOf } from './html-tree';

export interface CellStyle {
  /** A number format such as "0.00 €"; "General" where there is none. */
  readonly pattern: string;
  readonly isBold: boolean;
}

/** Number formats that a workbook need not define (ECMA-376, 18.8.30); dates with their month's name, which no country misreads. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'd mmmm yyyy',
  15: 'd mmmm yyyy',
  16: 'd mmmm',
  17: 'mmmm yyyy',
  18: 'h:mm AM/PM',
  19: 'h:mm AM/PM',
  20: 'h:mm',
  21: 'h:mm',
  22: 'd mmmm yyyy h:mm',
};

/** The styles of cells by their number, from the elements of styles.xml. */
export function readCellStyles(elements: readonly Element[]): CellStyle[] {
  const patterns = new Map(
    elements.filter(({ name }) => name === 'numFmt').map(({ attribs }) => [attribs['numFmtId'], attribs['formatCode'] ?? '']),
  );
  const fonts = elements.find(({ name }) => name === 'fonts');
  const bold = (fonts ? elementsOf(fonts) : []).map((font) =>
    descendants(font).some(({ name, attribs }) => name === 'b' && attribs['val'] !== '0'),
  );
  const styles = elements.find(({ name }) => name === 'cellXfs');
  return (styles ? elementsOf(styles) : []).map(({ attribs }) => ({
    pattern: patterns.get(attribs['numFmtId']) ?? BUILT_IN[Number(attribs['numFmtId'])] ?? 'General',
    isBold: bold[Number(attribs['fontId'])] ?? false,
  }));
}

/** A number as its cell shows it. */
export function shownNumber(value: number, style: CellStyle | undefined): string {
  if (Number.isNaN(value)) return '';
  const plain = String(Number(value.toPrecision(12)));
  if (!style || style.pattern === 'General') return plain;
  try {
    return oneLine(format(style.pattern, value));
  } catch {
    return plain;
  }
}
