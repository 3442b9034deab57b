import { cardinal } from '../../text/numbers';
import { integer, pick, type Random } from '../random';
import { answerYesNo, type Statement } from './statement';

/** A limit and the numbers that are asked about. */
interface Limit {
  readonly from: readonly [number, number];
  readonly texts: readonly string[];
  /** The limit is the least number that keeps it; the largest otherwise. */
  readonly isLeast: boolean;
  readonly asks: readonly string[];
}

const AGE = [
  'can my {m} year old come',
  'may a {m} year old take part',
  'is {m} old enough',
  'my daughter is {m} can she join',
  'i am {m} may i come',
];
const LOAD = ['can i bring a bag of {m} kilos', 'is a suitcase of {m} kilos all right', 'my bag weighs {m} kilos is that okay'];
const PARTY = ['we are {m} people do we fit', 'is there room for {m} of us', 'can we come with {m} people'];
const STAY = ['can i stay for {m} days', 'may i keep it for {m} days', 'is it all right for {m} days'];

const LIMITS: readonly Limit[] = [
  {
    from: [3, 18],
    texts: [
      'children from {n} years may join',
      'you must be at least {n} years old',
      'guests of {n} and older are welcome',
      'the minimum age is {n}',
    ],
    isLeast: true,
    asks: AGE,
  },
  {
    from: [3, 18],
    texts: ['nobody under {n} is let in', 'children under {n} have to stay outside', 'it is not for children younger than {n}'],
    isLeast: true,
    asks: AGE,
  },
  {
    from: [5, 40],
    texts: [
      'a bag may weigh up to {n} kilos',
      'luggage is limited to {n} kilos',
      'the limit for bags is {n} kilos',
      'bags must not be heavier than {n} kilos',
    ],
    isLeast: false,
    asks: LOAD,
  },
  {
    from: [4, 60],
    texts: [
      'the room seats {n} people',
      'we take groups of up to {n}',
      'there is room for {n} people',
      'no more than {n} people can come at once',
    ],
    isLeast: false,
    asks: PARTY,
  },
  {
    from: [2, 30],
    texts: ['you may keep it for {n} days', 'the longest stay is {n} days', 'after {n} days it has to be given back'],
    isLeast: false,
    asks: STAY,
  },
];

/** A limit on age, weight, number or time with a question whether some number keeps it. */
export function stateLimit(random: Random): Statement {
  const { from, texts, isLeast, asks } = pick(random, LIMITS);
  const limit = integer(random, ...from);
  const text = pick(random, texts).replace('{n}', random() < 0.5 ? String(limit) : cardinal(limit));
  const above = random() < 0.5;
  const asked = above ? limit + integer(random, 0, Math.ceil(limit / 2)) : Math.max(1, limit - integer(random, 1, Math.ceil(limit / 2)));
  const question = pick(random, asks)
    .replace('{m}', cardinal(asked))
    .replace(/\ba (?=eigh|eleven)/u, 'an ');
  return { text, asks: [{ question, answer: answerYesNo(isLeast ? asked >= limit : asked <= limit, text) }] };
}
