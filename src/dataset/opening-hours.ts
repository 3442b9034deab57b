import { cardinal } from '../text/numbers';
import { integer, pick, type Random } from './random';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const PLACES = [
  'desk',
  'pool',
  'shop',
  'museum',
  'office',
  'library',
  'kitchen',
  'bar',
  'garden',
  'gym',
  'bakery',
  'counter',
  'tower',
  'clinic',
];

/** A statement with the yes/no questions that it answers. */
export interface PolarStatement {
  readonly text: string;
  readonly asks: readonly { readonly question: string; readonly answer: string }[];
}

/** An opening time or day of some place, and whether it is open at another. */
export function askAboutOpening(random: Random): PolarStatement {
  return random() < 0.5 ? aboutHours(pick(random, PLACES), random) : aboutDays(pick(random, PLACES), random);
}

function aboutHours(place: string, random: Random): PolarStatement {
  const opens = integer(random, 6, 11);
  const closes = integer(random, 16, 22);
  const asked = integer(random, 5, 23);
  const text = pick(random, [
    `the ${place} is open from ${clock(opens)} to ${clock(closes)}`,
    `opening hours of the ${place} are ${clock(opens)} to ${clock(closes)}`,
    `the ${place} opens at ${clock(opens)} and closes at ${clock(closes)}`,
  ]);
  const isOpen = asked >= opens && asked < closes;
  const question = pick(random, [
    `is the ${place} open at ${spoken(asked)}`,
    `can i come to the ${place} at ${spoken(asked)}`,
    `will the ${place} be open at ${spoken(asked)}`,
  ]);
  return { text, asks: [{ question, answer: `${isOpen ? 'Yes' : 'No'}, it's open from ${clock(opens)} to ${clock(closes)}` }] };
}

function aboutDays(place: string, random: Random): PolarStatement {
  const [closed, asked] = [pick(random, DAYS), pick(random, DAYS)];
  const isSame = closed === asked;
  const question = pick(random, [
    `is the ${place} open on ${asked.toLowerCase()}`,
    `can i visit the ${place} on a ${asked.toLowerCase()}`,
    `are you open on ${asked.toLowerCase()} at the ${place}`,
  ]);
  const text = pick(random, [`the ${place} is open every day except ${closed}`, `the ${place} is open daily but closed on ${closed}s`]);
  return { text, asks: [{ question, answer: isSame ? `No, it's closed on ${closed}s` : `Yes, it's open every day except ${closed}` }] };
}

function clock(hour: number): string {
  return `${hour > 12 ? hour - 12 : hour} ${hour < 12 ? 'a.m.' : 'p.m.'}`;
}

function spoken(hour: number): string {
  const part = hour < 12 ? 'in the morning' : hour < 18 ? 'in the afternoon' : 'in the evening';
  return `${cardinal(hour > 12 ? hour - 12 : hour)} ${part}`;
}
