const SMALL = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const SCALES: readonly (readonly [number, string])[] = [
  [1e9, 'billion'],
  [1e6, 'million'],
  [1e3, 'thousand'],
  [100, 'hundred'],
];
const IRREGULAR_ORDINALS: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};

/** A whole number below a trillion in words: 214 is "two hundred fourteen". */
export function cardinal(value: number): string {
  if (value < 20) return SMALL[value] ?? String(value);
  if (value < 100) {
    const rest = value % 10;
    return `${TENS[Math.floor(value / 10)] ?? ''}${rest ? ` ${SMALL[rest] ?? ''}` : ''}`;
  }
  for (const [size, name] of SCALES) {
    if (value < size) continue;
    const rest = value % size;
    return `${cardinal(Math.floor(value / size))} ${name}${rest ? ` ${cardinal(rest)}` : ''}`;
  }
  return String(value);
}

/** 3 is "third", 21 is "twenty first". */
export function ordinal(value: number): string {
  const words = cardinal(value).split(' ');
  const last = words.pop() ?? '';
  const suffixed = IRREGULAR_ORDINALS[last] ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`);
  return [...words, suffixed].join(' ');
}

/** "4419" is "four four one nine": codes, telephone and long numbers are read digit by digit. */
export function digitByDigit(digits: string): string {
  return Array.from(digits, (digit) => SMALL[Number(digit)] ?? digit).join(' ');
}

/** 1666 is "sixteen sixty six", 1905 "nineteen oh five", 2014 "twenty fourteen", 2005 "two thousand five". */
export function year(value: number): string {
  const century = Math.floor(value / 100);
  const rest = value % 100;
  if (value % 1000 < 10) return cardinal(value);
  if (rest === 0) return `${cardinal(century)} hundred`;
  return `${cardinal(century)} ${rest < 10 ? `oh ${cardinal(rest)}` : cardinal(rest)}`;
}

const VALUES = new Map<string, string>();
for (let value = 0; value <= 31; value += 1) {
  const suffix = ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
  VALUES.set(cardinal(value).replace(' ', '-'), String(value));
  VALUES.set(ordinal(value).replace(' ', '-'), `${value}${value > 10 && value < 14 ? 'th' : suffix}`);
}
for (let tens = 20; tens <= 90; tens += 10) VALUES.set(cardinal(tens), String(tens));

/** The digits a number word stands for ("seven" is "7", "third" is "3rd"), or undefined for other words. */
export function digitsOf(word: string): string | undefined {
  return VALUES.get(word);
}
