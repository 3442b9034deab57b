import { join } from 'node:path';
import { composeRules, readRules } from '../../src/dataset/rules/compose-rules';
import { stateLimit } from '../../src/dataset/rules/limits';
import { stateTime } from '../../src/dataset/rules/times';
import { readNumber } from '../../src/text/quantities/cardinals';
import { cardinal } from '../../src/text/numbers';
import { stateOpening } from '../../src/dataset/rules/opening-hours';
import { statePairings } from '../../src/dataset/rules/pairings';
import { stateException } from '../../src/dataset/rules/exceptions';
import { stateSeason } from '../../src/dataset/rules/seasons';
import { seededRandom } from '../../src/dataset/random';

const DESK = join(__dirname, '..', '..', 'data', 'desk');
const rules = readRules(DESK);
const paragraphs = Array.from({ length: 300 }, (_, seed) => composeRules(rules, seededRandom(seed), seed));
const asked = paragraphs.flatMap(({ context, questions }) => questions.map((question) => ({ context, ...question })));

test('evidence stands in the paragraph, word for word', () => {
  for (const { context, evidence, golds = [] } of asked) {
    if (evidence) expect(context.slice(evidence.start, evidence.end).toLowerCase()).toBe(golds[0]?.toLowerCase());
  }
});

test('an answer ends with one full stop, after "p.m." as well', () => {
  for (const { sentence } of asked) if (sentence !== undefined) expect(sentence).toMatch(/[^.]\.$/u);
});

test('yes and no are about as frequent, so that neither is a safe guess', () => {
  const answers = asked.flatMap(({ sentence = '' }) => (/^(?:Yes|No),/u.test(sentence) ? [sentence.startsWith('Yes')] : []));
  const share = answers.filter(Boolean).length / answers.length;
  expect(answers.length).toBeGreaterThan(1000);
  expect(share).toBeGreaterThan(0.42);
  expect(share).toBeLessThan(0.58);
});

test('a question and its reverse are answered the other way round from the same statement', () => {
  const pairs = new Map<string, Set<boolean>>();
  for (const { context, golds = [], sentence = '' } of asked) {
    if (!/^(?:Yes|No),/u.test(sentence)) continue;
    const key = `${context} ${golds[0] ?? ''}`;
    pairs.set(key, (pairs.get(key) ?? new Set()).add(sentence.startsWith('Yes')));
  }
  expect([...pairs.values()].filter((answers) => answers.size === 2).length).toBeGreaterThan(100);
});

test('what nothing is said about has no answer', () => {
  const strays = asked.filter(({ evidence }) => evidence === undefined);
  expect(strays.length).toBe(paragraphs.length);
  for (const { golds } of strays) expect(golds).toEqual([]);
});

const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

test('opening hours are compared rightly with a time that is asked for', () => {
  const hour = (digits: string, half: string): number => (Number(digits) % 12) + (half === 'p' ? 12 : 0);
  let compared = 0;
  for (let seed = 0; seed < 6000; seed += 1) {
    const { text, asks } = stateOpening(seededRandom(seed));
    const times = [...text.matchAll(/(\d+)(?::30)? ([ap])\.m\./gu)].map(([, digits = '', half = '']) => hour(digits, half));
    if (times.length !== 2 || text.includes(':30')) continue;
    for (const { question, answer } of asks) {
      const [, word = '', part = ''] = /at (\w+) in the (\w+)/u.exec(question) ?? [];
      if (!word) continue;
      const at = (WORDS.indexOf(word) % 12) + (part === 'morning' ? 0 : 12);
      expect([text, question, answer.startsWith('Yes')]).toEqual([text, question, at >= (times[0] ?? 0) && at < (times[1] ?? 0)]);
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(100);
});

test('either end of a range answers its own question', () => {
  let ends = 0;
  for (let seed = 0; seed < 600; seed += 1) {
    const { text, asks } = stateOpening(seededRandom(seed));
    const [first] = /(?<=from |between |are |at )[^,]+?(?= to | and | until )/u.exec(text) ?? [];
    for (const { question, evidence } of asks) {
      if (evidence === undefined || !/^when does the [a-z é]+ (?:open|close)$/u.test(question)) continue;
      expect([text, question, evidence === first]).toEqual([text, question, question.endsWith('open')]);
      ends += 1;
    }
  }
  expect(ends).toBeGreaterThan(50);
});

test('numbers are compared rightly with a limit', () => {
  const told = { yes: 0, no: 0 };
  for (let seed = 0; seed < 2000; seed += 1) {
    const { text, asks } = stateLimit(rules.limits, seededRandom(seed));
    const limit = numberIn(text);
    const written = [String(limit), cardinal(limit)];
    const { keeps, against } =
      rules.limits.find(({ texts }) => texts.some((template) => written.some((n) => template.replace('{n}', n) === text))) ?? fail(text);
    for (const { question, answer } of asks) {
      const value = numberIn(question);
      const isAgainst = against.some(
        (template) => question.startsWith(template.split('{m}')[0] ?? '') && question.endsWith(template.split('{m}')[1] ?? ''),
      );
      const isKept = keeps === 'above' ? value >= limit : value <= limit;
      expect([text, question, answer.startsWith('Yes')]).toEqual([text, question, isKept !== isAgainst]);
      told[answer.startsWith('Yes') ? 'yes' : 'no'] += 1;
    }
  }
  expect(Math.min(told.yes, told.no)).toBeGreaterThan(1000);
});

function numberIn(text: string): number {
  const words = text.split(/[^\p{L}\d]+/u);
  for (let index = 0; index < words.length; index += 1) {
    const found = readNumber(words, index);
    if (found) return found.value;
  }
  return fail(`no number in ${text}`);
}

function fail(message: string): never {
  throw new Error(message);
}

test('hours are compared rightly with those that a text tells', () => {
  const told = { yes: 0, no: 0 };
  for (let seed = 0; seed < 2000; seed += 1) {
    const { text, asks } = stateTime(rules.times, seededRandom(seed));
    const hours = [...text.matchAll(/(\d+) ([ap])\.m\./gu)].map(
      ([, hour = '', half = '']) => (Number(hour) % 12) + (half === 'p' ? 12 : 0),
    );
    for (const { question, answer } of asks) {
      const [, word = '', part = ''] = /\b(\w+) in the (\w+)/u.exec(question) ?? [];
      if (hours.length === 0 || !WORDS.includes(word)) continue;
      const at = (WORDS.indexOf(word) % 12) + (part === 'morning' ? 0 : 12);
      const [first = 0, last = 24] = hours;
      const isAllowed = /\bfrom \d+ \S+ to /u.test(answer)
        ? answer.includes('not') !== (first < last ? at >= first && at < last : at >= first || at < last)
        : answer.includes(' until ')
          ? at < first
          : at >= first;
      expect([text, question, answer.startsWith('Yes')]).toEqual([text, question, isAllowed]);
      told[isAllowed ? 'yes' : 'no'] += 1;
    }
  }
  expect(Math.min(told.yes, told.no)).toBeGreaterThan(50);
});

test('each of several paired things is asked for with its own value', () => {
  let asked = 0;
  for (let seed = 0; seed < 300; seed += 1) {
    const { text, asks } = statePairings(rules.pairings, seededRandom(seed));
    for (const { question, evidence = '' } of asks) {
      const [, animal] = /^(?:when do|what time are|when is feeding time for) the (\w+)/u.exec(question) ?? [];
      if (animal === undefined) continue;
      const pair = text.split(/, and |, | and /u).find((part) => part.includes(animal)) ?? '';
      expect([text, question, pair.endsWith(` ${evidence}`)]).toEqual([text, question, true]);
      asked += 1;
    }
  }
  expect(asked).toBeGreaterThan(50);
});

test('months and days are found inside or outside of the stretch that a text tells', () => {
  const months = 'january february march april may june july august september october november december'.split(' ');
  const days = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
  let compared = 0;
  for (let seed = 0; seed < 2000; seed += 1) {
    const { text, asks } = stateSeason(rules.seasons, seededRandom(seed));
    const [, from = '', to = ''] = /from (?:the first of )?(\w+day|\w+) (?:to|until)(?: the end of)? (\w+)/u.exec(text.toLowerCase()) ?? [];
    const cycle = [months, days].find((names) => names.includes(from) && names.includes(to));
    if (cycle === undefined) continue;
    const place = (name: string): number => (cycle.indexOf(name) - cycle.indexOf(from) + cycle.length) % cycle.length;
    const isStop = /\b(?:closed|not|no|shut|away|nobody|banned|forbidden|needed|pay as|locked)\b/u.test(text);
    for (const { question, answer } of asks) {
      const unit = cycle.find((name) => new RegExp(`\\b(?:in|on|on a) ${name}s?$`, 'u').test(question));
      if (unit === undefined) continue;
      expect([text, question, answer.startsWith('Yes')]).toEqual([text, question, place(unit) <= place(to) !== isStop]);
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(200);
});

test('what is excepted is denied, and what is not is allowed', () => {
  const told: boolean[] = [];
  for (let seed = 0; seed < 500; seed += 1) {
    const { text, asks } = stateException(rules.exceptions, seededRandom(seed));
    const [, excepted] = /^we take (?!anything).*, but no (.*)$/u.exec(text) ?? [];
    for (const { question, answer } of excepted === undefined ? [] : asks) {
      const [, item = ''] = /^(?:do you take|can i pay with|are|would you accept) (.*?)(?: okay)?$/u.exec(question) ?? [];
      if (!item || item.endsWith('turned down')) continue;
      const isExcepted = excepted?.toLowerCase().includes(item) === true;
      expect([text, question, answer.startsWith('No')]).toEqual([text, question, isExcepted]);
      told.push(isExcepted);
    }
  }
  expect(new Set(told)).toEqual(new Set([true, false]));
});
