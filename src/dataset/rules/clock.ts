import { cardinal } from '../../text/numbers';

/** Ways to write an hour of the day, 6 to 22; halves are allowed. */
export const CLOCKS = [
  (hour: number) => `${twelve(hour)}${minutes(hour)} ${hour < 12 ? 'a.m.' : 'p.m.'}`,
  (hour: number) => `${Math.floor(hour)}${minutes(hour) || ':00'}`,
  (hour: number) => (minutes(hour) ? `half past ${cardinal(twelve(hour))}` : cardinal(twelve(hour))),
];

function minutes(hour: number): string {
  return Number.isInteger(hour) ? '' : ':30';
}

function twelve(hour: number): number {
  const whole = Math.floor(hour);
  return whole > 12 ? whole - 12 : whole;
}

/** The whole hour as a visitor says it: "four in the afternoon". */
export function spokenHour(hour: number): string {
  const part = hour < 12 ? 'in the morning' : hour < 18 ? 'in the afternoon' : 'in the evening';
  return `${cardinal(twelve(hour))} ${part}`;
}
