import { FUNCTION_WORDS } from '../function-words';
import { digitsOf } from '../numbers';

export interface ReadNumber {
  readonly value: number;
  /** The word behind the number. */
  readonly end: number;
}

/**
 * The number that begins at a word: "1,250", "2.50", "twenty-one", "a hundred and twenty". Words that do not go on as one
 * number stay apart: "four four one nine" begins with a four, "ten thirty" with a ten.
 */
export function readNumber(words: readonly string[], start: number): ReadNumber | undefined {
  const first = words[start] ?? '';
  if (/^\d/u.test(first)) {
    const plain = first.replace(/,(?=\d{3}(?!\d))/gu, '');
    return /^\d+(?:\.\d+)?$/u.test(plain) ? { value: Number(plain), end: start + 1 } : undefined;
  }
  const [tens = '', units = ''] = first.split('-');
  if (units !== '') return joined(valueOf(tens), valueOf(units), start + 1);
  return readWords(words, start);
}

function joined(tens: number | undefined, units: number | undefined, end: number): ReadNumber | undefined {
  return tens !== undefined && units !== undefined && goesOn(tens, units) ? { value: tens + units, end } : undefined;
}

function readWords(words: readonly string[], start: number): ReadNumber | undefined {
  const isHundred = words[start] === 'a' && /^(?:hundred|thousand)$/u.test(words[start + 1] ?? '');
  let [total, part, end] = [0, isHundred ? 1 : -1, isHundred ? start + 1 : start];
  for (; end < words.length; end += 1) {
    const word = words[end] ?? '';
    const value = valueOf(word);
    if (value !== undefined && (part < 0 || goesOn(part, value))) part = Math.max(part, 0) + value;
    else if (word === 'hundred' && part > 0 && part < 20) part *= 100;
    else if (word === 'thousand' && part > 0 && total === 0) [total, part] = [total + part * 1000, 0];
    else if (word !== 'and' || part <= 0 || part % 100 !== 0 || valueOf(words[end + 1] ?? '') === undefined) break;
  }
  return part < 0 ? undefined : { value: total + part, end };
}

/** Whether a number word may follow: "twenty" goes on with "one", "hundred" with "twenty", "four" with nothing. */
function goesOn(before: number, value: number): boolean {
  if (value === 0 || before === 0) return before !== 0 ? false : value > 0;
  return value < 10 ? before % 10 === 0 && before % 100 !== 10 : before % 100 === 0;
}

/** What a word of one number stands for; ordinals are none. */
function valueOf(word: string): number | undefined {
  const digits = digitsOf(word);
  return digits !== undefined && /^\d+$/u.test(digits) ? Number(digits) : undefined;
}

/** Whether a word after a number may be what is counted. */
export function isCounted(word = ''): boolean {
  return /^\p{L}/u.test(word) && !FUNCTION_WORDS.has(word) && !/^(?:until|till|through|sharp|every|each|today|tomorrow|daily)$/u.test(word);
}
