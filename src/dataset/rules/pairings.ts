import { cardinal } from '../../text/numbers';
import { toSpokenForm } from '../../text/spoken';
import { integer, pick, shuffle, type Random } from '../random';
import type { Statement } from './statement';

/** Things of a kind that are each paired with a value, told in one breath: the verb stands once, or twice. */
interface Kind {
  readonly names: readonly string[];
  readonly values: readonly string[];
  /** {n} and {v} of the first pair. */
  readonly first: readonly string[];
  /** The pairs after it. */
  readonly next: readonly string[];
  readonly asks: readonly string[];
  readonly answers: readonly string[];
  /** Asks for the name of a value. */
  readonly reverse: readonly string[];
  readonly reverseAnswers: readonly string[];
}

const HOURS = [7, 8, 9, 10, 11, 1, 2, 3, 4, 5].flatMap((hour) => [
  cardinal(hour),
  `${hour}:30`,
  `half past ${cardinal(hour)}`,
  `${hour}:15`,
]);
const PRICES = Array.from({ length: 40 }, (_, index) => String(index + 3));
const FLOORS = [
  'the ground floor',
  'the first floor',
  'the second floor',
  'the third floor',
  'the fourth floor',
  'the top floor',
  'the lower level',
];
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const PEOPLE = [
  'Nadia',
  'Mr. Okoye',
  'Ms. Lund',
  'Tomas',
  'Dr. Rao',
  'Greta',
  'Hassan',
  'Mrs. Bell',
  'Yuki',
  'Pedro',
  'Ines',
  'Father Kolbe',
  'Ludwig',
  'Amara',
];

const KINDS: readonly Kind[] = [
  {
    names: ['otters', 'wolves', 'pelicans', 'seals', 'lions', 'penguins', 'monkeys', 'bears', 'owls', 'goats', 'ducks', 'children', 'fish'],
    values: HOURS,
    first: ['the {n} are fed at {v}', 'the {n} get their food at {v}', 'feeding time for the {n} is {v}'],
    next: ['the {n} at {v}'],
    asks: ['when do the {n} eat', 'what time are the {n} fed', 'when is feeding time for the {n}'],
    answers: ['The {n} are fed at {v}.', 'They get their food at {v}.'],
    reverse: ['who is fed at {v}', 'which animals eat at {v}'],
    reverseAnswers: ['The {n} are fed at {v}.', 'The {n} eat at {v}.'],
  },
  {
    names: ['adults', 'children', 'students', 'seniors', 'members', 'families', 'groups', 'teachers', 'residents'],
    values: PRICES,
    first: ['{n} pay {v} euros', 'for {n} it is {v} dollars', 'the price for {n} is {v} dollars', 'tickets are {v} euros for {n}'],
    next: ['{n} {v}', '{n} only {v}'],
    asks: ['what do {n} pay', 'how much is it for {n}', 'how much do {n} have to pay', 'price for {n}'],
    answers: ['For {n} it is {v}.', '{N} pay {v}.'],
    reverse: ['who pays {v}'],
    reverseAnswers: ['{N} pay {v}.'],
  },
  {
    names: ['shoes', 'books', 'toys', 'hats', 'lamps', 'carpets', 'games', 'bicycles', 'coats', 'plants', 'tools', 'phones'],
    values: FLOORS,
    first: ['{n} are on {v}', 'you will find {n} on {v}', 'we sell {n} on {v}'],
    next: ['{n} on {v}'],
    asks: ['where are the {n}', 'which floor has {n}', 'where do i find {n}', 'i am looking for {n}'],
    answers: ["They're on {v}.", 'You will find {n} on {v}.'],
    reverse: ['what is on {v}', 'what can i buy on {v}'],
    reverseAnswers: ['{N} are on {v}.'],
  },
  {
    names: [
      'yoga',
      'tango',
      'chess',
      'pottery',
      'choir practice',
      'the book club',
      'bingo',
      'judo',
      'story time',
      'the repair café',
      'gymnastics',
    ],
    values: WEEKDAYS,
    first: ['{n} is on {v}', '{n} takes place on {v}', '{n} meets on {v}'],
    next: ['{n} on {v}'],
    asks: ['when is {n}', 'which day is {n}', 'what day does {n} take place'],
    answers: ["It's on {v}.", '{N} is on {v}.'],
    reverse: ['what is on {v}', 'what is happening on {v}', 'what can i do on {v}'],
    reverseAnswers: ['{N} is on {v}.', 'On {v} there is {n}.'],
  },
  {
    names: [
      'the accounts',
      'the garden',
      'the keys',
      'repairs',
      'complaints',
      'the kitchen',
      'bookings',
      'the archive',
      'lost property',
      'first aid',
      'the music',
    ],
    values: PEOPLE,
    first: ['{v} looks after {n}', '{v} is in charge of {n}', '{v} takes care of {n}'],
    next: ['{v} after {n}', '{v} of {n}'],
    asks: ['who looks after {n}', 'who do i ask about {n}', 'who is in charge of {n}'],
    answers: ['{v} looks after {n}.', "That's {v}."],
    reverse: ['what does {v} do', 'what is {v} in charge of'],
    reverseAnswers: ['{v} looks after {n}.'],
  },
];

/** Two to four pairs in one sentence ("the otters are fed at eleven, the wolves at two"), each asked for from either side. */
export function statePairings(random: Random): Statement {
  const kind = pick(random, KINDS);
  const count = integer(random, 2, 4);
  const names = shuffle(random, kind.names).slice(0, count);
  const values = shuffle(random, kind.values).slice(0, count);
  const pairs = names.map((name, index) => ({ name, value: values[index] ?? '' }));
  const turn = kind.first.indexOf(pick(random, kind.first));
  const next = kind.next[Math.min(turn, kind.next.length - 1)] ?? '';
  const parts = pairs.map((pair, index) => fill(index === 0 ? (kind.first[turn] ?? '') : next, pair));
  const text = `${parts.slice(0, -1).join(', ')}${pick(random, [' and ', ', ', ', and '])}${parts.at(-1) ?? ''}`;
  const asks = shuffle(random, pairs).flatMap((pair) => {
    const forward = {
      question: toSpokenForm(fill(pick(random, kind.asks), pair)),
      answer: sentence(pick(random, kind.answers), pair),
      evidence: pair.value,
    };
    const backward = {
      question: toSpokenForm(fill(pick(random, kind.reverse), pair)),
      answer: sentence(pick(random, kind.reverseAnswers), pair),
      evidence: pair.name,
    };
    return random() < 0.75 ? [forward] : [backward];
  });
  return { text, asks: asks.filter(({ evidence }) => text.split(evidence).length === 2) };
}

function fill(template: string, { name, value }: { name: string; value: string }): string {
  return template.replaceAll('{n}', name).replaceAll('{N}', name).replaceAll('{v}', value);
}

function sentence(template: string, pair: { name: string; value: string }): string {
  const said = fill(template, pair);
  return said.charAt(0).toUpperCase() + said.slice(1);
}
