import { readNumber } from './cardinals';

/** Minutes since midnight that a time of day may mean: "9" is nine in the morning or in the evening. */
export interface ClockTime {
  readonly minutes: readonly number[];
  /** The word behind the time. */
  readonly end: number;
  /** Nothing but a number, which need not be a time. */
  readonly isBare: boolean;
}

const HOUR = 60;
const NOON = 12 * HOUR;
const MIDNIGHT = 24 * HOUR;
const PREPOSITIONS = /^(?:at|by|until|till|before|after|around|past|since|from|to|between)$/u;

/** Whether a number here would be a time: "at nine", "until nine". */
export function isAfterTimePreposition(words: readonly string[], index: number): boolean {
  return PREPOSITIONS.test(words[index - 1] ?? '');
}

/** The time of day that begins at a word: "17:30", "5 p.m.", "half past nine", "four in the afternoon", "noon", "nine". */
export function clockTimeAt(words: readonly string[], start: number, isTwentyFourHour: boolean): ClockTime | undefined {
  const word = words[start] ?? '';
  if (word === 'noon' || word === 'midday') return { minutes: [NOON], end: start + 1, isBare: false };
  if (word === 'midnight') return { minutes: [MIDNIGHT], end: start + 1, isBare: false };
  const turned = /^(?:half|quarter)$/u.test(word) ? turnedTime(words, start) : undefined;
  const told = turned ?? digitalTime(word, start, words) ?? hourTime(words, start);
  if (!told) return undefined;
  const part = partOfDay(words, told.end);
  if (part) return { minutes: [part.place(told.hour) + told.minute], end: part.end, isBare: false };
  const isSure = told.hour === 0 || told.hour > 12 || (isTwentyFourHour && told.isDigital);
  return { minutes: isSure ? [told.hour * HOUR + told.minute] : eitherHalf(told), end: told.end, isBare: told.isBare };
}

interface Told {
  readonly hour: number;
  readonly minute: number;
  readonly end: number;
  readonly isBare: boolean;
  readonly isDigital: boolean;
}

/** Without a word on the part of the day, one to five is meant in the afternoon, six to eleven in either half. */
function eitherHalf({ hour, minute, isDigital }: Told): number[] {
  const early = (hour % 12) * HOUR + minute;
  if (hour === 12) return [NOON + minute];
  return hour < 6 && !isDigital ? [early + NOON] : [early, early + NOON];
}

function turnedTime(words: readonly string[], start: number): Told | undefined {
  const hour = readNumber(words, start + 2);
  const way = words[start + 1];
  if (!hour || hour.value < 1 || hour.value > 12 || (way !== 'past' && way !== 'to')) return undefined;
  const minute = words[start] === 'half' ? 30 : 15;
  const told = { end: hour.end, isBare: false, isDigital: false };
  return way === 'past' ? { ...told, hour: hour.value, minute } : { ...told, hour: hour.value - 1 || 12, minute: HOUR - minute };
}

function digitalTime(word: string, start: number, words: readonly string[]): Told | undefined {
  const [, hour, mark, minute] = /^(\d{1,2})([:.])(\d{2})$/u.exec(word) ?? [];
  if (hour === undefined || minute === undefined || Number(hour) > 24 || Number(minute) >= HOUR) return undefined;
  if (mark === '.' && !partOfDay(words, start + 1)) return undefined;
  return { hour: Number(hour), minute: Number(minute), end: start + 1, isBare: false, isDigital: true };
}

function hourTime(words: readonly string[], start: number): Told | undefined {
  const hour = readNumber(words, start);
  if (!hour || !Number.isInteger(hour.value) || hour.value > 24) return undefined;
  const told = { hour: hour.value, isDigital: false };
  if (words[hour.end] === "o'clock") return { ...told, minute: 0, end: hour.end + 1, isBare: false };
  const minute = /^\d/u.test(words[start] ?? '') ? undefined : readNumber(words, hour.end);
  if (minute && minute.value >= 10 && minute.value < HOUR && hour.value <= 12) {
    return { ...told, minute: minute.value, end: minute.end, isBare: false };
  }
  return { ...told, minute: 0, end: hour.end, isBare: !partOfDay(words, hour.end) };
}

interface PartOfDay {
  readonly end: number;
  /** The minutes of an hour of the twelve in this part of the day. */
  readonly place: (hour: number) => number;
}

const early = (hour: number): number => (hour > 12 ? hour : hour % 12) * HOUR;
const late = (hour: number): number => (hour > 12 ? hour : (hour % 12) + 12) * HOUR;
const atNight = (hour: number): number => (hour === 12 ? MIDNIGHT : hour < 5 ? early(hour) : late(hour));

const OPENS_PART_OF_DAY = /^(?:[ap]|[ap]m|[ap]\.m\.?|in|this|at|night|tonight)$/u;

function partOfDay(words: readonly string[], index: number): PartOfDay | undefined {
  if (!OPENS_PART_OF_DAY.test(words[index] ?? '')) return undefined;
  const next = words.slice(index, index + 3).join(' ');
  const [marker] = /^(?:[ap]\.m\.?|[ap]m\b|[ap] m\b)/u.exec(next) ?? [];
  if (marker !== undefined) return { end: index + marker.split(' ').length, place: marker.startsWith('a') ? early : late };
  const [phrase, part] = /^(?:(?:in the|this) )(morning|afternoon|evening)\b/u.exec(next) ?? /^(?:at )?(night|tonight)\b/u.exec(next) ?? [];
  if (phrase === undefined) return undefined;
  return { end: index + phrase.split(' ').length, place: part === 'morning' ? early : part === 'night' ? atNight : late };
}
