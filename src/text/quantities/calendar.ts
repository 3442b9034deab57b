export const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Days or months as a bit each: the first is 1. */
export interface Stretch {
  readonly unit: 'days' | 'months';
  readonly covered: number;
}

const WEEKDAYS = 0b0011111;
const WEEKEND = 0b1100000;
const EVERY_DAY = 0b1111111;
const AFTER_MONTH_PREPOSITION = /^(?:in|of|from|to|until|till|through|since|early|late|mid|and|between|by|during|before|after|last|next)$/u;

const STRETCHES = new Map<string, Stretch>();
DAYS.forEach((name, index) => {
  for (const form of [name, `${name}s`]) STRETCHES.set(form.toLowerCase(), { unit: 'days', covered: 1 << index });
});
MONTHS.forEach((name, index) => STRETCHES.set(name.toLowerCase(), { unit: 'months', covered: 1 << index }));
for (const word of ['weekday', 'weekdays']) STRETCHES.set(word, { unit: 'days', covered: WEEKDAYS });
for (const word of ['weekend', 'weekends']) STRETCHES.set(word, { unit: 'days', covered: WEEKEND });
STRETCHES.set('daily', { unit: 'days', covered: EVERY_DAY });
STRETCHES.set('winter', { unit: 'months', covered: 0b100000000011 });
STRETCHES.set('spring', { unit: 'months', covered: 0b000000011100 });
STRETCHES.set('summer', { unit: 'months', covered: 0b000011100000 });
STRETCHES.set('autumn', { unit: 'months', covered: 0b011100000000 });
STRETCHES.set('fall', { unit: 'months', covered: 0b011100000000 });
STRETCHES.set('christmas', { unit: 'months', covered: 0b100000000000 });

/** The days or months that a word names; "may" and "fall" only where a month can stand. */
export function stretchAt(words: readonly string[], index: number): Stretch | undefined {
  const [word = '', before = ''] = [words[index], words[index - 1]];
  if (word === 'may' && !AFTER_MONTH_PREPOSITION.test(before)) return undefined;
  if (word === 'fall' && !/^(?:in|the)$/u.test(before)) return undefined;
  if (word === 'day' && before === 'every') return { unit: 'days', covered: EVERY_DAY };
  return STRETCHES.get(word);
}

/** Whether a word may name a month. */
export function isMonth(word: string): boolean {
  return MONTHS.some((month) => month.toLowerCase() === word);
}

/** "Friday to Monday": everything from the first of one stretch to the last of the other, round the end of the week or year. */
export function throughTo(from: Stretch, to: Stretch): Stretch {
  const size = from.unit === 'days' ? DAYS.length : MONTHS.length;
  const has = (stretch: Stretch, index: number): boolean => (stretch.covered >> (index % size)) % 2 === 1;
  let covered = 0;
  const first = Array.from({ length: size }, (_, index) => index).find((index) => has(from, index) && !has(from, index + size - 1)) ?? 0;
  for (let step = 0; step < size; step += 1) {
    const index = (first + step) % size;
    covered |= 1 << index;
    if (has(to, index) && !has(to, index + 1)) break;
  }
  return { unit: from.unit, covered };
}
