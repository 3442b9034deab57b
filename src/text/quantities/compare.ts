import type { Interval, Quantity } from './quantities';

/** What is known of a quantity of the context: the question's is the same, less, more, within its range, or out of it. */
export const COMPARISONS = ['same', 'less', 'more', 'within', 'outside'] as const;
type Comparison = (typeof COMPARISONS)[number];

export interface ComparedToken {
  readonly token: number;
  /** Index in {@link COMPARISONS}. */
  readonly comparison: number;
}

const DAY = 24 * 60;

/**
 * Compares the numbers, times, dates, days and months that a question names with those of a context, which a network cannot learn
 * from spellings: "is it open at seven" is outside of "9 to 5". What may be understood in two ways is left open.
 */
export function compareQuantities(context: readonly Quantity[], question: readonly Quantity[]): ComparedToken[] {
  if (question.length === 0) return [];
  return context.flatMap((said) => {
    const results = new Set(question.map((one) => compare(one, said)));
    const comparisons = COMPARISONS.flatMap((comparison, index) => (results.has(comparison) ? [index] : []));
    const tokens = Array.from({ length: said.end - said.start }, (_, offset) => said.start + offset);
    return tokens.flatMap((token) => comparisons.map((comparison) => ({ token, comparison })));
  });
}

function compare(asked: Quantity, said: Quantity): Comparison | undefined {
  if (asked.stretch || said.stretch) return compareStretches(asked, said);
  if (asked.dates.length > 0 || said.dates.length > 0) return compareWays(asked.dates, said.dates, said.isRange);
  const areTimes = asked.times.length > 0 && said.times.length > 0;
  const isTime = asked.isClock || asked.numbers.length === 0 || said.numbers.length === 0;
  const [ways, others] = areTimes && isTime ? [asked.times, said.times] : [asked.numbers, said.numbers];
  return compareWays(ways, others, said.isRange);
}

/** What holds in whichever way both are meant. */
function compareWays(ways: readonly Interval[], others: readonly Interval[], isRange: boolean): Comparison | undefined {
  const results = new Set(ways.flatMap((one) => others.map((other) => relate(one, other, isRange))));
  return results.size === 1 ? [...results][0] : undefined;
}

function compareStretches({ stretch: asked }: Quantity, { stretch: said }: Quantity): Comparison | undefined {
  if (!asked || asked.unit !== said?.unit) return undefined;
  if ((asked.covered & said.covered) === 0) return 'outside';
  return (asked.covered & ~said.covered) === 0 ? 'within' : undefined;
}

function relate(asked: Interval, said: Interval, isRange: boolean): Comparison | undefined {
  const isIn = ({ low, high }: Interval): boolean => low >= said.low && high <= said.high;
  const isNextDay = said.high >= DAY && isIn({ low: asked.low + DAY, high: asked.high + DAY });
  if (isIn(asked) || isNextDay) return isRange ? 'within' : 'same';
  if (asked.high < said.low) return isRange ? 'outside' : 'less';
  if (asked.low > said.high) return isRange ? 'outside' : 'more';
  return undefined;
}
