import { cutPassages, LONGEST_PASSAGE } from '../../src/library/cut';
import { RankedPassages } from '../../src/library/search/ranked-passages';
import { tokenize } from '../../src/text/tokens';

const tokens = (text: string): number => tokenize(text).length;
const long = Array.from({ length: 60 }, (_, n) => `Sentence number ${n} speaks of the boats at the jetty.`).join(' ');

test('a heading is the path of what stands below it and no passage', () => {
  const text = '# Pool\n\n## Prices\n\n### Day tickets\n\nAdults pay 9 dollars.\n\n## Hours\n\nOpen from 7 to 20.\n\n## Empty';
  const passages = cutPassages(text);
  expect(passages.map(({ path, text: passage }) => [path, passage])).toEqual([
    ['Pool > Prices > Day tickets', 'Adults pay 9 dollars.'],
    ['Pool > Hours', 'Open from 7 to 20.'],
  ]);
  for (const { start, text: passage } of passages) expect(text.slice(start, start + passage.length)).toBe(passage);
});

test('a text without marked headings has them where a short line stands alone', () => {
  expect(cutPassages('Sauna\n\nHeated at noon.\n\nPool\n\nOpen from 7.').map(({ path }) => path)).toEqual(['Sauna', 'Pool']);
});

test('a text that is nothing but a heading is still found', () => {
  expect(cutPassages('# Closed on Mondays')).toHaveLength(1);
  expect(cutPassages(' \n ')).toEqual([]);
});

test('a long section is cut at sentences, with an overlap of one', () => {
  const passages = cutPassages(long);
  expect(passages.length).toBeGreaterThan(2);
  for (const { text, start } of passages) {
    expect(tokens(text)).toBeLessThanOrEqual(LONGEST_PASSAGE);
    expect(long.slice(start, start + text.length)).toBe(text);
    expect(text).toMatch(/^Sentence .*\.$/u);
  }
  expect(passages[1]?.start).toBeLessThan((passages[0]?.start ?? 0) + (passages[0]?.text.length ?? 0));
  expect(cutPassages(`Calm ${'calm '.repeat(1000)}`).every(({ text }) => tokens(text) <= LONGEST_PASSAGE)).toBe(true);
});

test('a question stays with its answer, and the row of a table whole', () => {
  const pairs = Array.from({ length: 30 }, (_, n) => `Q: May I bring animal ${n}?\nA: No. Animal ${n} stays outside. It is fed there.`);
  for (const { text } of cutPassages(pairs.join('\n\n'))) {
    expect(text).toMatch(/^Q: /u);
    expect(text).toMatch(/It is fed there\.$/u);
  }
  const rows = Array.from({ length: 40 }, (_, n) => `Room ${n}: weekday 110 dollars; weekend 130 dollars. Not Sundays; children free.`);
  for (const { text } of cutPassages(rows.join('\n'))) expect(text.split('\n').every((line) => rows.includes(line))).toBe(true);
});

test('the passage that speaks of the question comes first', () => {
  expect(new RankedPassages(cutPassages(`${long} The sauna is heated at noon.`)).fitting('when is the sauna heated')[0]?.text).toContain(
    'sauna',
  );
});
