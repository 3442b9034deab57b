import type { Block, Table, TableRow } from './blocks';

const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/\$|\bUSD\b|\bUS\$|\bdollars?\b/iu, 'dollars'],
  [/€|\bEUR\b|\beuros?\b/iu, 'euros'],
  [/£|\bGBP\b|\bpounds?\b/iu, 'pounds'],
  [/\bCHF\b|\bfrancs?\b|\bFr\./iu, 'francs'],
  [/¥|\bJPY\b|\byen\b/iu, 'yen'],
  [/₹|\bINR\b|\bRs\.|\brupees?\b/iu, 'rupees'],
  [/\bSEK\b|\bNOK\b|\bDKK\b|\bkron(?:or|er)\b/iu, 'crowns'],
  [/\bPLN\b|\bzł|\bzloty\b/iu, 'zloty'],
];
const MEASURE =
  /^(?:mm|cm|m|km|m²|sq ?m|ft|in|g|kg|lbs?|oz|ml|cl|l|litres?|liters?|min|mins|minutes|h|hrs?|hours|days|weeks|months|years|km\/h|kWh|°C|°F)$/u;
const PRICE_WORD =
  /\b(?:prices?|costs?|fees?|rates?|charges?|deposits?|premiums?|hire|rent|rental|fares?|tariff|amount|supplement|discounted|per (?:year|month|week|night|day|hour|person|head|class|guest|child|item|piece|pair|box|cycle|term)|you save|surcharge|half price|full price)\b/iu;
const COUNT_WORD =
  /\b(?:numbers?|no|seats?|seated|standing|places?|persons?|people|guests?|visits?|miles|distance|kilomet(?:er|re)s|age|ages|capacity|courses|pieces|quantity|stock|claims|level|grade|size|weight|phone|telephone|rooms?|floor|zone|year|pupils|minutes|hours|tests)\b/iu;
const TIME_WORD =
  /\b(?:times?|hours|open(?:s|ing)?|clos(?:es|ing)|when|from|until|starts?|begins?|ends?|departs?|arriv\w{0,5}|leaves?)\b/iu;
const DURATION = /^(?:\d+|one|two|half an?|per|an?|each) ?(?:hours?|days?|nights?|weeks?|weekends?|months?|seasons?|years?|h)$/iu;
const BARE_NUMBER = /^(?:(?:from|up to|about|over|under|at least|at most) )?\d{1,3}(?:[,.' ]?\d{3})*(?:[.,]\d{1,2})?$/iu;
/** 17.30 may be a sum or a time. */
const CLOCK_TIME = /^(?:[01]?\d|2[0-4])[.,][0-5][05]$/u;
const WITH_CENTS = /^\d{1,4}[.,]\d{2}$/u;

/** A unit that a header names for the values below it. */
export interface HeaderUnit {
  /** The header without the unit. */
  readonly header: string;
  readonly unit: string;
}

/** "Price (USD)" is "Price" in dollars, "Length (cm)" is "Length" in cm; undefined where a header names none. */
export function unitOfHeader(header: string): HeaderUnit | undefined {
  const match = /^(.{0,80}?)\s?(?:[([]\s?(?:in )?([^()[\]]{1,12})[)\]]|,? in ([a-z€£$¥]{1,9}))$/iu.exec(header);
  const named = (match?.[2] ?? match?.[3] ?? '').trim();
  const unit =
    currencyIn(named) && named.split(' ').length === 1 ? currencyIn(named) : MEASURE.test(named) ? named : named === '%' ? '%' : undefined;
  return match && unit ? { header: (match[1] ?? '').trim(), unit } : undefined;
}

/** The value with its unit; what is no bare number keeps as it stands. */
export function withUnit(value: string, unit: string): string {
  if (!BARE_NUMBER.test(value) && !/^[\d.,]+(?: ?(?:x|×|-|–|to) ?[\d.,]+){1,2}$/u.test(value)) return value;
  if (unit === '%') return `${value}%`;
  return `${value} ${value === '1' && unit.length > 3 ? unit.replace(/s$/u, '') : unit}`;
}

/** Which columns of a table hold bare sums of money, and in what currency; `section` is the heading that it stands under. */
export function moneyColumns(table: Table, section: string, documentCurrency: string | undefined): Map<number, string> {
  const stated = statedCurrency(`${table.caption} ${section}`);
  const currency = stated ?? documentCurrency;
  const columns = new Map<number, string>();
  if (!currency) return columns;
  const hasPrices = table.header.some((header, column) => column > 0 && PRICE_WORD.test(header));
  table.header.forEach((header, column) => {
    const texts = table.rows.map((row) => textAt(row, column));
    if (column > 0 && holdsMoney(header, texts, { isStated: stated !== undefined, hasPrices })) columns.set(column, currency);
  });
  return columns;
}

interface TableSense {
  /** A heading or the caption says the currency of the numbers. */
  readonly isStated: boolean;
  /** Another column is one of prices by its header. */
  readonly hasPrices: boolean;
}

function holdsMoney(header: string, texts: readonly string[], { isStated, hasPrices }: TableSense): boolean {
  const values = texts.filter((text) => BARE_NUMBER.test(text));
  if (values.length === 0 || /\bnumber\b/iu.test(header)) return false;
  if (PRICE_WORD.test(header) || DURATION.test(header)) return true;
  if (COUNT_WORD.test(header.replace(/^\d+ \p{L}+$/u, ''))) return false;
  const haveCents = values.length > 1 && values.every((text) => WITH_CENTS.test(text)) && !TIME_WORD.test(header);
  return isStated || (haveCents && (hasPrices || !values.every((text) => CLOCK_TIME.test(text))));
}

/** What stands in a column, under spans as well. */
function textAt(row: TableRow, column: number): string {
  let at = 0;
  for (const { text, columns } of row.cells) {
    if (at === column) return text;
    at += columns;
  }
  return '';
}

/** The currency of a document that speaks of one alone. */
export function currencyOfBlocks(blocks: readonly Block[]): string | undefined {
  const found = new Set<string>();
  for (const block of blocks)
    for (const text of textsOf(block)) for (const [pattern, name] of CURRENCIES) if (pattern.test(text)) found.add(name);
  return found.size === 1 ? [...found][0] : undefined;
}

function textsOf(block: Block): string[] {
  if (block.kind === 'table') return [block.caption, ...block.header, ...block.rows.flatMap((row) => row.cells.map(({ text }) => text))];
  return block.kind === 'pair' ? [block.question, ...block.answer.flatMap(textsOf)] : [block.text];
}

function currencyIn(text: string): string | undefined {
  return CURRENCIES.find(([pattern]) => pattern.test(text))?.[1];
}

/** "Prices in euros": the currency that a heading or a caption states for all numbers under it. */
function statedCurrency(text: string): string | undefined {
  const stated = /\b(?:in|all) ([a-z]{3,8}|[€£$¥])(?=$|[\s.,;)])/giu;
  return (
    [...text.matchAll(stated)].map((match) => currencyIn(match[1] ?? '')).find(Boolean) ??
    currencyIn(/\(([^()]{1,8})\)/u.exec(text)?.[1] ?? '')
  );
}
