import { AFTER_NUMBER, BEFORE_NUMBER, CALENDAR, LEADING, TRAILING } from './abbreviations';
import { digits, escapeXml, isoDate } from './markup';

/** Something that would sound wrong if it were read as it is written, and how it is said, as SSML. */
export interface SpokenForm {
  /** Without capturing groups. All repetitions are bounded, so that matching is linear in the text. */
  readonly pattern: string;
  readonly speak: (written: string, after: string) => string;
}

const WORD_START = String.raw`(?<![\p{L}\p{N}])`;
const WORD_END = String.raw`(?![\p{L}\p{N}])`;
const LABEL = 'code|pin|extension|ext|dial|number|password|call|phone|telephone|tel|room|suite|gate|press|fax|hotline';
const DAY_OR_MONTH = Object.keys(CALENDAR)
  .sort((a, b) => b.length - a.length)
  .flatMap((name) => [capitalised(name), name.toUpperCase()])
  .join('|');
const CAPITALISED = String.raw`\p{Lu}[\p{L}'’]{1,20}`;

/** The first form that matches at a place is taken. */
export const SPOKEN_FORMS: readonly SpokenForm[] = [
  {
    pattern: String.raw`${WORD_START}[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}|(?:https?:\/\/|www\.)[^\s<>"“”]{0,200}[\p{L}\p{N}/]`,
    speak: speakAddress,
  },
  {
    pattern: String.raw`${WORD_START}[\p{L}\p{N}-]{2,63}(?:\.[\p{L}\p{N}-]{2,63}){0,4}\.\p{Ll}{2,12}${WORD_END}(?:\/[\p{L}\p{N}/_.-]{0,100}[\p{L}\p{N}/])?`,
    speak: (written, after) =>
      /^[\d.-]+\p{L}/u.test(written) && !/\p{L}.*\./u.test(written) ? escapeXml(written) : speakAddress(written, after),
  },
  { pattern: String.raw`${WORD_START}\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])${WORD_END}`, speak: isoDate },
  { pattern: String.raw`${WORD_START}\d{1,2}[./-]\d{1,2}[./-]\d{4}${WORD_END}`, speak: escapeXml },
  {
    pattern: String.raw`(?<![\p{L}\p{N}.,:])(?:\+\d{1,3}[ -]?)?(?:\(\d{1,5}\)[ -]?\d{2,5}(?:[ -]\d{2,5}){0,4}|\d{1,5}(?:-\d{2,5}){2,5}|\d{3}[- ]\d{4}|0\d{1,5}(?:[ /-]\d{2,8}){1,5})(?![\p{L}\p{N}]|[.,:]\d)|\+\d{1,3}(?:[ -]?\d{1,8}){2,6}(?![\p{L}\p{N}]|[.,:]\d)`,
    speak: speakPhone,
  },
  {
    pattern: String.raw`${WORD_START}(?:${DAY_OR_MONTH})\.?(?:\s?(?:[-–—/]|,\s?|&\s?|to\s|and\s|through\s)\s?(?:${DAY_OR_MONTH})${WORD_END}\.?){1,6}|${WORD_START}(?:${DAY_OR_MONTH})(?=\.?:?\s{1,2}\d)\.?|(?<=\d\s)(?:${DAY_OR_MONTH})${WORD_END}\.?|${WORD_START}(?:${DAY_OR_MONTH})\.(?=,|\s\p{Ll})`,
    speak: speakCalendar,
  },
  { pattern: String.raw`(?=[DS])(?<=\d{1,5}\p{L}?\s(?:${CAPITALISED}\s){1,3})(?:Dr|St)${WORD_END}\.?`, speak: speakStreet },
  { pattern: String.raw`(?=[DS])(?<=${CAPITALISED}\s)(?:Dr|St)\.(?!\s\p{Lu})`, speak: speakStreet },
  { pattern: String.raw`${WORD_START}(?:Dr|St)\.`, speak: (written) => (written.startsWith('D') ? 'Doctor' : 'Saint') },
  {
    pattern: String.raw`(?<=\d\s?)(?:${alternatives(AFTER_NUMBER)})${WORD_END}\.?`,
    speak: (written, after) => ` ${lookUp(AFTER_NUMBER, written)}${fullStop(written, after)}`,
  },
  {
    pattern: String.raw`${WORD_START}(?:${alternatives(BEFORE_NUMBER)})\.(?=\s?\d)|${WORD_START}[Ee]xt(?=\s\d)|#(?=\d)`,
    speak: (written) => `${written === '#' ? 'number' : lookUp({ ...BEFORE_NUMBER, ext: 'extension' }, written)} `,
  },
  { pattern: String.raw`${WORD_START}(?:${alternatives(LEADING)})\.`, speak: (written) => lookUp(LEADING, written) },
  {
    pattern: String.raw`${WORD_START}(?:${alternatives(TRAILING)})\.`,
    speak: (written, after) => lookUp(TRAILING, written) + fullStop(written, after),
  },
  // A code after its label: "PIN: 4419", "extension 214", "the code is 4419".
  { pattern: String.raw`(?<=(?:${anyCase(LABEL)})(?:\sis|\snumber|\sno\.?)?[.:]?\s?)\d{3,20}(?![\p{L}\p{N}]|[.,:-]\d)`, speak: digits },
  { pattern: String.raw`(?<=\s(?:is|be|to)\s)(?!1[5-9]|20)\d{4}(?![\p{L}\p{N}]|[.,:%-]\d|\s?%)`, speak: digits },
  { pattern: String.raw`(?<![\p{L}\p{N}.,:/])(?:0\d{1,20}|\d{7,20})(?![\p{L}\p{N}]|[.,:/-]\d)`, speak: digits },
  { pattern: String.raw`${WORD_START}\p{L}{3,30}\d{2,20}${WORD_END}|${WORD_START}\p{L}{1,2}\d{3,20}${WORD_END}`, speak: speakMixed },
  { pattern: String.raw`(?<=\d(?:\s?[ap]\.?m\.?)?)\s?[–-]\s?(?=\d)`, speak: () => ' to ' },
  { pattern: String.raw`\s?&\s?`, speak: () => ' and ' },
];

/** "555-0142", "+44 20 7946 0958": digit by digit, with a short rest between the groups; a range of years stays one. */
function speakPhone(written: string): string {
  const groups = written.match(/\d{1,20}/gu) ?? [];
  return `${written.startsWith('+') ? 'plus ' : ''}${groups.map(digits).join(' ')}`;
}

/** "Mon.-Fri." is "Monday to Friday". */
function speakCalendar(written: string, after: string): string {
  const spoken = written
    .replace(/\s?[-–—]\s?/gu, ' to ')
    .replace(/\s?[/&]\s?/gu, ' and ')
    .replace(/(\p{L}{1,9})\.?/gu, (_, word: string) => CALENDAR[word.toLowerCase()] ?? word);
  return spoken + fullStop(written, after);
}

function speakStreet(written: string, after: string): string {
  return (written.startsWith('D') ? 'Drive' : 'Street') + fullStop(written, after);
}

/** "lantern482" is "lantern" and its digits. */
function speakMixed(written: string): string {
  const word = written.replace(/\d{1,20}$/u, '');
  return `${escapeXml(word)} ${digits(written.slice(word.length))}`;
}

const MARKS: Readonly<Record<string, string>> = { '@': ' at ', '.': ' dot ', '/': ' slash ', _: ' underscore ', '-': ' dash ' };

function speakAddress(written: string, _after = ''): string {
  const [, name = ''] = /^(?:https?:\/\/)?(.*?)\/?$/isu.exec(written) ?? [];
  return escapeXml(name.replace(/^www(?=\.)/iu, 'w w w').replace(/[@./_-]/gu, (mark) => MARKS[mark] ?? mark));
}

/** The dot of an abbreviation that ends a sentence as well. */
function fullStop(written: string, after: string): string {
  return written.endsWith('.') && /^(?:\s*$|\s+\p{Lu})/u.test(after) ? '.' : '';
}

function lookUp(spoken: Readonly<Record<string, string>>, written: string): string {
  return spoken[written.toLowerCase().replace(/\.$/u, '')] ?? escapeXml(written);
}

function alternatives(spoken: Readonly<Record<string, string>>): string {
  return anyCase(
    Object.keys(spoken)
      .sort((a, b) => b.length - a.length)
      .map((word) => word.replace(/\./gu, String.raw`\.`))
      .join('|'),
  );
}

/** The same words with a capital first letter as well. */
function anyCase(words: string): string {
  return words
    .split('|')
    .flatMap((word) => [word, capitalised(word), word.toUpperCase()])
    .filter((word, index, all) => all.indexOf(word) === index)
    .join('|');
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
