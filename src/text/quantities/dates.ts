import { digitsOf } from '../numbers';
import { isMonth } from './calendar';
import { isCounted } from './cardinals';

export interface DateOfMonth {
  /** Day of the month, 1 to 31. */
  readonly day: number;
  /** The word behind the date. */
  readonly end: number;
}

/** And the days of the week: "Friday the 12th". */
const PREPOSITIONS = /^(?:\w+day|on|by|until|till|before|after|since|from|to|through|between|and)$/u;

/** The day of a month that begins at a word: "the 3rd of May", "until the twenty first". "The third floor" is none. */
export function dateAt(words: readonly string[], start: number): DateOfMonth | undefined {
  const [word = '', next = ''] = [words[start], words[start + 1]];
  const paired = /^(?:twenty|thirty)$/u.test(word) ? ordinalOf(`${word}-${next}`) : undefined;
  const day = paired ?? ordinalOf(word);
  const end = start + (paired === undefined ? 1 : 2);
  if (day === undefined || day < 1 || day > 31) return undefined;
  const isInMonth = isMonth(words[start - 1] ?? '') || (words[end] === 'of' && isMonth(words[end + 1] ?? ''));
  const isAlone = words[start - 1] === 'the' && PREPOSITIONS.test(words[start - 2] ?? '') && !isCounted(words[end]);
  return isInMonth || isAlone ? { day, end } : undefined;
}

function ordinalOf(word: string): number | undefined {
  const [, digits] = /^(\d+)(?:st|nd|rd|th)$/u.exec(digitsOf(word) ?? word) ?? [];
  return digits === undefined ? undefined : Number(digits);
}
