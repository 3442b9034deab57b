import { cardinal } from '../../text/numbers';
import { pick, type Random } from '../random';

/** Ways to write an hour of the day, 5 to 23, so that it can mean no other; halves are allowed. */
export const CLOCKS = [
  (hour: number) => `${twelve(hour)}${minutes(hour)} ${hour < 12 ? 'a.m.' : 'p.m.'}`,
  (hour: number) => `${twelve(hour)}${minutes(hour)}${hour < 12 ? 'am' : 'pm'}`,
  (hour: number) => `${String(Math.floor(hour)).padStart(2, '0')}${minutes(hour) || ':00'}`,
  (hour: number) => withPartOfDay(hour, inWords(hour)),
  (hour: number) => withPartOfDay(hour, `${twelve(hour)}${minutes(hour)}`),
  (hour: number) => (hour >= 12 && hour < 18 ? inWords(hour) : withPartOfDay(hour, inWords(hour))),
];

function minutes(hour: number): string {
  return Number.isInteger(hour) ? '' : ':30';
}

function inWords(hour: number): string {
  return Number.isInteger(hour) ? cardinal(twelve(hour)) : `half past ${cardinal(twelve(hour))}`;
}

function twelve(hour: number): number {
  const whole = Math.floor(hour);
  return whole > 12 ? whole - 12 : whole;
}

function withPartOfDay(hour: number, written: string): string {
  return hour === 12 ? 'noon' : `${written} ${partOfDay(hour)}`;
}

function partOfDay(hour: number): string {
  if (hour < 12) return 'in the morning';
  return hour < 18 ? 'in the afternoon' : hour < 22 ? 'in the evening' : 'at night';
}

/** The hour as a visitor says it: "four in the afternoon", "half past six in the evening", "ten p m", and "four" when nobody thinks of the night. */
export function spokenHour(hour: number, random: Random): string {
  const plain = Number.isInteger(hour) ? inWords(hour) : pick(random, [inWords(hour), `${cardinal(twelve(hour))} thirty`]);
  if (hour === 12 && random() < 0.5) return 'noon';
  if (hour >= 12 && hour < 18 && random() < 0.4) return plain;
  return `${plain} ${random() < 0.7 ? partOfDay(hour) : hour < 12 ? 'a m' : 'p m'}`;
}
