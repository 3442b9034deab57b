import type { TokenRange } from '../sentences';
import type { Token } from '../tokens';
import { stretchAt, throughTo, type Stretch } from './calendar';
import { isCounted, readNumber } from './cardinals';
import { clockTimeAt, isAfterTimePreposition } from './clock';
import { dateAt } from './dates';

/** From the least to the most, both belong to it. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A number, a time of day, a date, or some days or months that a text tells, and in which tokens. */
export interface Quantity extends TokenRange {
  /** "from nine to six", "between 4 and 12", and any days or months, which cover some time. */
  readonly isRange: boolean;
  /** Where the two ends of a range of numbers, times or dates stand. */
  readonly ends?: readonly [TokenRange, TokenRange];
  /** What it may mean as a number, in minutes since midnight, and as a day of the month. */
  readonly numbers: readonly Interval[];
  readonly times: readonly Interval[];
  readonly dates: readonly Interval[];
  readonly stretch?: Stretch;
  /** A preposition before it says that it is a time: "at five". */
  readonly isClock: boolean;
}

const DAY = 24 * 60;
const LONGEST_RANGE = 16 * 60;
const NOTHING = { isRange: false, numbers: [], times: [], dates: [], isClock: false };

/** All numbers, times, dates, days and months of a text, ranges in one. */
export function findQuantities(tokens: readonly Token[]): Quantity[] {
  const words = tokens.map(({ text }) => text.toLowerCase().replace(/’/gu, "'"));
  const isTwentyFourHour = words.some((word) => /^(?:0\d|1[3-9]|2[0-4]):\d{2}$/u.test(word));
  const found: Quantity[] = [];
  for (let index = 0; index < words.length;) {
    const single = quantityAt(words, index, isTwentyFourHour);
    const before = found.at(-1);
    const range = single && before && isJoined(words, before, single) ? join(before, single) : undefined;
    if (range) found[found.length - 1] = range;
    else if (single) found.push(single);
    index = single ? single.end : index + 1;
  }
  return found;
}

function quantityAt(words: readonly string[], start: number, isTwentyFourHour: boolean): Quantity | undefined {
  const stretch = stretchAt(words, start);
  if (stretch) return { ...NOTHING, start, end: start + 1, isRange: true, stretch };
  const date = dateAt(words, start);
  if (date) return { ...NOTHING, start, end: date.end, dates: [exactly(date.day)] };
  const time = clockTimeAt(words, start, isTwentyFourHour);
  const times = time ? time.minutes.map(exactly) : [];
  if (time && !time.isBare) return { ...NOTHING, start, end: time.end, times, isClock: true };
  const number = readNumber(words, start);
  if (!number) return undefined;
  const isCounting = isCounted(words[number.end]) || /^[$€£%#]$/u.test(words[start - 1] ?? '') || /^[%€]$/u.test(words[number.end] ?? '');
  if (words[start] === 'one' && !isCounting && !isAfterTimePreposition(words, start)) return undefined;
  const numbers = [exactly(number.value)];
  const isHour = !isCounting && number.value >= 1;
  const isClock = isHour && isAfterTimePreposition(words, start);
  return { ...NOTHING, start, end: number.end, numbers, times: isHour ? times : [], isClock };
}

function exactly(value: number): Interval {
  return { low: value, high: value };
}

const BETWEEN = /^(?:to|until|till|through|-|–|—)$/u;

function isJoined(words: readonly string[], from: Quantity, to: Quantity): boolean {
  const between = words.slice(from.end, to.start).filter((word) => !/^(?:the|end|first|of)$/u.test(word));
  if (between.length !== 1 || from.isRange !== to.isRange) return false;
  return BETWEEN.test(between[0] ?? '') || (between[0] === 'and' && words[from.start - 1] === 'between');
}

/** Of "6:00 to 11:00" the morning is meant; "six to eleven" may be said of either half of the day. */
function join(from: Quantity, to: Quantity): Quantity | undefined {
  const whole = { ...NOTHING, start: from.start, end: to.end, isRange: true, isClock: from.isClock || to.isClock };
  if (from.stretch && to.stretch) {
    return from.stretch.unit === to.stretch.unit ? { ...whole, stretch: throughTo(from.stretch, to.stretch) } : undefined;
  }
  const ranges = joinTimes(from.times, to.times);
  const times = from.numbers.length + to.numbers.length === 0 ? ranges.slice(0, 1) : ranges;
  const [numbers, dates] = [joinUpwards(from.numbers, to.numbers), joinUpwards(from.dates, to.dates)];
  return times.length + numbers.length + dates.length > 0 ? { ...whole, ends: [from, to], numbers, times, dates } : undefined;
}

function joinUpwards(from: readonly Interval[], to: readonly Interval[]): Interval[] {
  return from.flatMap(({ low }) => to.filter(({ high }) => high > low).map(({ high }) => ({ low, high })));
}

/** Of "nine to six" the day is meant and not the night, if both are possible. The last minute does not belong to it. */
function joinTimes(from: readonly Interval[], to: readonly Interval[]): Interval[] {
  const ranges = from.flatMap(({ low }) => {
    const ends = to.flatMap(({ high }) => [high, high + DAY]).filter((high) => high > low && high - low <= LONGEST_RANGE);
    return ends.length > 0 ? [{ low, high: Math.min(...ends) - 1 }] : [];
  });
  const byDay = ranges.filter(({ high }) => high < DAY);
  return byDay.length > 0 ? byDay : ranges;
}
