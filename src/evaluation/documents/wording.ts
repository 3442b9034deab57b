const ONES = numbered(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  0,
  1,
);
const TENS = numbered('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10);
/** From "fourth" on: "first", "second" and "third" mean other things too often. */
const ORDINALS = numbered(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth ' +
    'eighteenth nineteenth twentieth',
  1,
  1,
);
const DAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
const SAME = new Map<string, string>([
  ...DAYS.map((day): [string, string] => [`${day}s`, day]),
  ...(
    'mon monday,tue tuesday,tues tuesday,wed wednesday,thu thursday,thurs thursday,fri friday,sat saturday,sun sunday,min minute,mins minute,' +
    'minutes minute,h hour,hours hour,days day,weeks week,months month,years year,kilograms kg,kilogram kg,kilogrammes kg,kilos kg,kilo kg,' +
    'kilometres km,kilometers km,kilometre km,metres m,meters m,miles mile,pounds pound,euros euro,dollars dollar,pence p,noon 12,midday 12'
  )
    .split(',')
    .map((pair) => pair.split(' ') as [string, string]),
  ['cannot', 'can not'],
]);

/** Whether the answer has the alternative as whole words; telephone numbers are compared by their digits. */
export function says(answer: string, alternative: string): boolean {
  const heard = comparableWords(answer);
  const digits = alternative.replace(/\D/gu, '');
  if (digits.length >= 7 && !/[a-z]/iu.test(alternative)) return heard.join('').replace(/\D/gu, '').includes(digits);
  const wanted = comparableWords(alternative);
  return heard.some((_, at) => wanted.every((word, index) => heard[at + index] === word));
}

/** A text's words in lower case: numbers as digits, times by 24 hours ("7:30 p.m." is "19.30"), units in one spelling, no signs. */
export function comparableWords(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’'`]/gu, '')
    .replace(/\b([ap])\.\s?m\b\.?/gu, '$1m')
    .replace(/\be-mail/gu, 'email')
    .replaceAll('%', ' percent ')
    .replace(/(\d),(\d{3})(?!\d)/gu, '$1$2')
    .replace(/(\d)[:.](\d)/gu, '$1.$2')
    .replace(/(\d)(?:st|nd|rd|th)\b/gu, '$1')
    .replace(/\d(?=[a-z])|[a-z](?=\d)/gu, '$& ');
  const words = (plain.match(/\d+(?:\.\d+)?|\p{L}+/gu) ?? []).flatMap((word) => (SAME.get(word) ?? word).split(' '));
  return withTimes(withNumbers(words).join(' ')).split(' ').filter(Boolean);
}

function withTimes(text: string): string {
  return text
    .replace(/\bhalf past (\d+)\b/gu, '$1.30')
    .replace(/\b(\d+) (?:o ?clock|oclock)\b/gu, '$1')
    .replace(/\b(\d{1,2}) (\d\d) (am|pm)\b/gu, '$1.$2 $3')
    .replace(
      /\b(\d{1,2}(?:\.\d\d)?) in the (morning|afternoon|evening)\b/gu,
      (_, time: string, part: string) => `${time} ${part === 'morning' ? 'am' : 'pm'}`,
    )
    .replace(/\b(\d{1,2})(\.\d\d)? (am|pm)\b/gu, (_, hour: string, minutes: string | undefined, half: string) => {
      return `${(Number(hour) % 12) + (half === 'pm' ? 12 : 0)}${minutes ?? ''}`;
    })
    .replace(/\b(\d+)\.00\b/gu, '$1');
}

/** forty five -> 45, one hundred and twenty -> 120, twenty first -> 21; four fifty stays two numbers. */
function withNumbers(words: readonly string[]): string[] {
  const out: string[] = [];
  let at = 0;
  while (at < words.length) {
    const word = words[at] ?? '';
    const number = readNumber(words, at);
    if (number) {
      out.push(String(number.value));
      at = number.end;
    } else {
      const ordinal = ORDINALS.get(word) ?? 0;
      out.push(ordinal > 3 ? String(ordinal) : word);
      at += 1;
    }
  }
  return out;
}

function readNumber(words: readonly string[], from: number): { value: number; end: number } | undefined {
  let at = from;
  let total = 0;
  let value = 0;
  const isNumber = (index: number): boolean => ONES.has(words[index] ?? '') || TENS.has(words[index] ?? '');
  if (!isNumber(at)) return undefined;
  for (;;) {
    const tens = TENS.get(words[at] ?? '');
    value += tens ?? ONES.get(words[at] ?? '') ?? 0;
    at += 1;
    const unit = ONES.get(words[at] ?? '') ?? ORDINALS.get(words[at] ?? '') ?? 0;
    if (tens !== undefined && unit > 0 && unit < 10) {
      value += unit;
      at += 1;
    }
    if (words[at] === 'hundred' && value < 100) {
      value *= 100;
      at += 1;
    }
    if (words[at] === 'thousand') {
      total += value * 1000;
      value = 0;
      at += 1;
    }
    const joined = words[at] === 'and' ? at + 1 : at;
    const goesOn = isNumber(joined) && ((value >= 100 && value % 100 === 0) || (value === 0 && total > 0));
    if (!goesOn) return { value: total + value, end: at };
    at = joined;
  }
}

function numbered(words: string, first: number, step: number): Map<string, number> {
  return new Map(words.split(' ').map((word, index) => [word, first + index * step]));
}
