import { askWhether } from '../../src/dataset/ask-whether';
import { seededRandom } from '../../src/dataset/random';

const context = 'The clock was built by Jonas Harbin in 1781. The tower beside it was finished by Anna Weiss in 1790.';

function whether(sentence: string, answer: string): Set<string> {
  const start = context.indexOf(answer);
  const question = { id: 'q', text: '', evidence: { start, end: start + answer.length }, sentence, style: 'spoken' as const };
  const reading = { source: '', title: '', context, questions: [question] };
  const asked = Array.from({ length: 200 }, (_, seed) => askWhether(reading, seededRandom(seed)));
  return new Set(asked.flat().map(({ text, sentence: said }) => `${text} ${said}`));
}

test('an answer is asked about as it is, and with another number of the text', () => {
  expect(whether('The clock was built in 1781.', '1781')).toEqual(
    new Set([
      'was the clock built in 1781? Yes, the clock was built in 1781.',
      'was the clock built in 1790? No, the clock was built in 1781.',
    ]),
  );
});

test('a name is exchanged for another name', () => {
  expect(whether('It was finished by Anna Weiss.', 'Anna Weiss')).toContain(
    'was it finished by Jonas Harbin? No, it was finished by Anna Weiss.',
  );
});

test('a sentence without an auxiliary verb cannot be turned round', () => {
  expect(whether('Jonas Harbin built it in 1781.', '1781').size).toBe(0);
});

test('a sentence that does not hold the answer is left alone', () => {
  expect(whether('It was built long ago.', '1781').size).toBe(0);
});
