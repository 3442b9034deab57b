import { DAYS, MONTHS } from '../../text/quantities/calendar';
import { integer, pick, type Random } from '../random';

export const WEEKDAYS = DAYS.slice(0, 5);
const WEEKEND = DAYS.slice(5);

/** How people call more than one day or month; a period covers it when it covers all of them. */
const STRETCHES: readonly (readonly [string, readonly string[]])[] = [
  ['in winter', ['December', 'January', 'February']],
  ['in spring', ['March', 'April', 'May']],
  ['in summer', ['June', 'July', 'August']],
  ['in the fall', ['September', 'October', 'November']],
  ['at christmas', ['December']],
  ["on new year's day", ['January']],
  ['on the weekend', WEEKEND],
  ['during the week', WEEKDAYS],
];

/** A time of the week or of the year as a text tells it, and the days or months that it covers. */
export interface Period {
  readonly text: string;
  readonly covered: readonly string[];
  /** Every day of its months. */
  readonly isDaily?: boolean;
}

/** Draws a part of the week or of the year. */
export function drawPeriod(random: Random): Period {
  return random() < 0.5 ? drawDays(random) : drawMonths(random);
}

function drawDays(random: Random): Period {
  const first = integer(random, 0, 4);
  const last = integer(random, first + 2, Math.min(6, first + 5));
  const [from, to] = [DAYS[first] ?? '', DAYS[last] ?? ''];
  return pick(random, [
    { text: pick(random, ['on weekdays', 'on working days', 'from Monday to Friday', 'during the week']), covered: WEEKDAYS },
    { text: pick(random, ['on weekends', 'at weekends', 'on Saturdays and Sundays', 'on the weekend']), covered: WEEKEND },
    { text: pick(random, [`on ${from}s and ${to}s`, `on ${from} and ${to}`]), covered: [from, to] },
    { text: pick(random, [`from ${from} to ${to}`, `${from} through ${to}`]), covered: DAYS.slice(first, last + 1) },
    { text: `on ${from}s`, covered: [from] },
  ]);
}

function drawMonths(random: Random): Period {
  const first = integer(random, 0, 11);
  const length = integer(random, 2, 9);
  const covered = Array.from({ length }, (_, index) => MONTHS[(first + index) % 12] ?? '');
  const [from, to] = [covered[0] ?? '', covered.at(-1) ?? ''];
  const range = pick(random, [
    `from ${from} to ${to}`,
    `between ${from} and ${to}`,
    `from ${from} until the end of ${to}`,
    `from the first of ${from} to the end of ${to}`,
  ]);
  const [name, months] = pick(random, STRETCHES.slice(0, 3));
  if (random() < 0.25)
    return { text: pick(random, [`every day ${range}`, `${range} every day`, `daily ${range}`]), covered, isDaily: true };
  return random() < 0.75 ? { text: range, covered } : { text: pick(random, [name, `${name} only`]), covered: months };
}

/** What a visitor may ask about ("in december", "on a wednesday") and whether the period covers it. */
export function askAbout({ covered, isDaily = false }: Period, random: Random): { on: string; isCovered: boolean } {
  const units = DAYS.includes(covered[0] ?? '') ? DAYS : MONTHS;
  const isCovered = random() < 0.5;
  const inside = (unit: string): boolean => covered.includes(unit) === isCovered;
  const stretches = STRETCHES.filter(([, parts]) => parts.every((part) => units.includes(part) && inside(part)));
  if (stretches.length > 0 && random() < 0.3) return { on: pick(random, stretches)[0], isCovered };
  const unit = pick(random, units.filter(inside)).toLowerCase();
  const inMonth = isDaily ? [`in ${unit}`, `on ${pick(random, DAYS).toLowerCase()}s in ${unit}`] : [`in ${unit}`];
  return { on: units === MONTHS ? pick(random, inMonth) : pick(random, [`on ${unit}`, `on a ${unit}`, `on ${unit}s`]), isCovered };
}
