import { DAYS, MONTHS } from '../text/quantities/calendar';
import { integer, pick, type Random } from './random';

const FIRST_NAMES = (
  'Maria Daniel Aisha Peter Chloe Tomas Priya Samuel Ingrid Victor Hana Luis Nadia Oscar Wei Fatima George Elena Kofi ' +
  'Ruth Anders Yuki Martin Leila Pablo Grace Omar Sofia Henry Amara Julia Felix Nora Ivan Zoe Ravi Clara Stefan Mina Hugo'
).split(' ');
const LAST_NAMES = (
  'Okafor Lindgren Patel Moreau Tanaka Kowalski Haddad Brennan Castillo Nowak Osei Fischer Romano Whitfield Larsen Mendez ' +
  'Novak Achterberg Sato Delgado Kaplan Bergstrom Ibrahim Costa Fraser Petrov Nguyen Halloran Weiss Adeyemi Marsh Quinn'
).split(' ');
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const SMALL_WORDS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const NOUNS = ['harbor', 'maple', 'falcon', 'lantern', 'river', 'cedar', 'comet', 'meadow', 'copper', 'otter', 'saffron', 'pebble'];
const TREES = ['Maple', 'Station', 'Mill', 'Church', 'Harbour', 'Orchard', 'Bridge', 'Victoria', 'Cedar', 'Market', 'Elm', 'King'];
const PLACES = ['library', 'museum', 'desk', 'clinic', 'hotel', 'tickets', 'office', 'booking', 'hall', 'campus', 'info', 'visit'];
const COLOURS = ['red', 'blue', 'green', 'yellow', 'orange', 'purple', 'white', 'grey', 'brown', 'black', 'pink', 'silver'];

/** Minutes after midnight as the corpus writes times: "7 a.m.", "10:30 p.m.", "noon". */
function clock(minutes: number): string {
  const hour = Math.floor(minutes / 60) % 24;
  const minute = minutes % 60;
  if (minute === 0 && hour === 12) return 'noon';
  if (minute === 0 && hour === 0) return 'midnight';
  const tail = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${tail} ${hour < 12 ? 'a.m.' : 'p.m.'}`;
}

function digits(random: Random, length: number): string {
  return Array.from({ length }, () => integer(random, 0, 9)).join('');
}

/** The common slot generators of the desk grammar (data/desk/SPEC.md). */
export const SLOT_GENERATORS: Readonly<Record<string, (random: Random) => string>> = {
  clock_time: (random) => clock(integer(random, 12, 40) * 30),
  clock_time_later: (random) => clock(integer(random, 41, 47) * 30),
  day: (random) => pick(random, DAYS),
  day_range: (random) => {
    const first = integer(random, 0, 4);
    return `${DAYS[first]} to ${DAYS[integer(random, first + 1, 6)]}`;
  },
  date: (random) => `${pick(random, MONTHS)} ${integer(random, 1, 28)}`,
  month: (random) => pick(random, MONTHS),
  season: (random) => pick(random, ['spring', 'summer', 'autumn', 'winter']),
  duration: (random) =>
    pick(random, [
      `${integer(random, 2, 11) * 5} minutes`,
      `${pick(random, SMALL_WORDS)} hours`,
      `${pick(random, SMALL_WORDS)} days`,
      `${pick(random, SMALL_WORDS)} working days`,
      'half an hour',
      `${pick(random, SMALL_WORDS)} weeks`,
      'one week',
      'an hour and a half',
    ]),
  price: (random) =>
    pick(random, [
      `${integer(random, 2, 95)} dollars`,
      `${integer(random, 2, 60)}.50`,
      `${integer(random, 3, 80)} euros`,
      `$${integer(random, 2, 240)}`,
      `${integer(random, 1, 9)}.${integer(random, 1, 9)}0`,
    ]),
  percent: (random) => `${integer(random, 1, 18) * 5} percent`,
  count: (random) => {
    const value = integer(random, 2, 60);
    return SMALL_WORDS[value - 2] ?? String(value);
  },
  floor: (random) => `the ${pick(random, ORDINALS)} floor`,
  ordinal: (random) => pick(random, ORDINALS),
  room: (random) =>
    pick(random, [
      `room ${integer(random, 2, 999)}`,
      `suite ${integer(random, 2, 40)}`,
      `room ${pick(random, ['A', 'B', 'C', 'D'])}${integer(random, 1, 30)}`,
    ]),
  person: (random) => `${pick(random, FIRST_NAMES)} ${pick(random, LAST_NAMES)}`,
  first_name: (random) => pick(random, FIRST_NAMES),
  phone: (random) => pick(random, [`555 0${digits(random, 3)}`, `555-0${digits(random, 3)}`]),
  extension: (random) => `extension ${integer(random, 100, 9999)}`,
  code: (random) => digits(random, integer(random, 4, 6)),
  wifi_name: (random) =>
    pick(random, [
      `${pick(random, TREES)}Guest`,
      `${pick(random, NOUNS)}-net`,
      `${pick(random, TREES)} Visitors`,
      `${pick(random, TREES)}_Public`,
    ]),
  password: (random) => `${pick(random, NOUNS)}${integer(random, 10, 999)}`,
  distance: (random) =>
    pick(random, [
      `${pick(random, SMALL_WORDS)} blocks`,
      'half a mile',
      `${integer(random, 2, 9) * 100} metres`,
      `${pick(random, SMALL_WORDS)} miles`,
      `${integer(random, 2, 40)} kilometres`,
    ]),
  weight: (random) => `${integer(random, 3, 60)} kilograms`,
  length: (random) =>
    pick(random, [`${pick(random, SMALL_WORDS)} feet`, `${integer(random, 2, 30)} metres`, `${integer(random, 12, 90)} centimetres`]),
  age: (random) => String(integer(random, 3, 21)),
  year: (random) => String(integer(random, 1820, 2025)),
  colour: (random) => pick(random, COLOURS),
  url: (random) => `${pick(random, PLACES)}.example.org`,
  email: (random) => `${pick(random, PLACES)}@example.org`,
  street: (random) => `${pick(random, TREES)} ${pick(random, ['Street', 'Road', 'Lane', 'Avenue'])}`,
  compass: (random) => `the ${pick(random, ['north', 'south', 'east', 'west'])} entrance`,
};
