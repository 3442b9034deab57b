import fc from 'fast-check';
import { analyze } from '../../src/text/analyze';
import { cutPassages } from '../../src/library/cut';
import { splitSections } from '../../src/library/headings';
import { RankedPassages } from '../../src/library/search/ranked-passages';
import { cleanQuestion } from '../../src/text/spoken';
import { comparableName, toSlug } from '../../src/text/names';

const LENGTH = 50_000;
/** On the server's own thread, and in a worker, where nobody else waits for it. */
const MOST_MS = 350;
const MOST_MS_IN_WORKER = 400;

/** What is done with a text that somebody sends. */
const WORK: Readonly<Record<string, (text: string) => unknown>> = {
  'cut into pieces and ranked': (text) => new RankedPassages(cutPassages(text)).fitting('when is the pool open on sundays for children'),
  'cut at its headings': (text) => splitSections(text),
  'cleaned as a question': (text) => cleanQuestion(text),
  'compared as a name': (text) => [comparableName(text), toSlug(text)],
};

const PIECES = [
  'a',
  'é',
  'ab.',
  'a-.',
  'a-',
  '_',
  '-',
  '.',
  ' ',
  '\n',
  '\t',
  '  \n',
  'when. is. ',
  'A\n\n',
  'www.',
  'http://',
  'a@',
  '@',
  'a.b@c-',
  'x.com',
  "n't",
  "'s",
  'a’',
  '1',
  '1,',
  '1:',
  '1.1 ',
  'one ',
  'one thousand ',
  'a hundred and ',
  'half past ',
  'from 9 to ',
  'Monday to ',
  'the 3rd of May ',
  'um ',
  'u',
  ' hm',
  '# ',
  '[',
  '**a ',
  '"',
  '(',
  '🙂',
  '東',
  'e\u0301',
  '\u0301',
  '\u00ad',
  'aGVsbG8gd29ybGQ',
  'Ordinary words stand in a sentence. ',
];

/** Milliseconds of computing, which does not depend on how busy the machine is. */
function cpuMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function expectQuick(work: () => unknown, mostMs = MOST_MS): void {
  const first = cpuMs(work);
  expect(first < mostMs ? first : Math.min(cpuMs(work), cpuMs(work), cpuMs(work))).toBeLessThan(mostMs);
}

const filled = (piece: string): string => piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH);

describe.each(Object.entries(WORK))('a text of 50,000 characters is %s in no time that grows faster than its length', (_, work) => {
  beforeAll(() => work(filled('Warm words. ')));

  test.each(PIECES.map((piece) => [piece]))('made of %j', (piece) => {
    const [text, ended] = [filled(piece), `${filled(piece).slice(0, -10)}!x@-.1a\n`];
    for (const one of [text, ended, `when. is. ${filled('a').slice(0, 20_000)}${text.slice(0, 29_000)}`]) {
      expectQuick(() => work(one));
    }
  });

  test('made of any two of them in turn', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PIECES), fc.constantFrom(...PIECES), fc.integer({ min: 1, max: 5000 }), (one, other, times) => {
        const text = filled(one.repeat(times) + other);
        expectQuick(() => work(text));
      }),
      { numRuns: 25 },
    );
  });
});

test.each(PIECES.map((piece) => [piece]))('the quantities of a text of %j are found in linear time', (piece) => {
  expectQuick(() => analyze(filled(piece)), MOST_MS_IN_WORKER);
});
