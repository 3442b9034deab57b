import { recognize } from '../../src/assistant/utterances/recognize';

test.each([
  ['and at night'],
  ['evening lap swim'],
  ['until when'],
  ['hello, parking'],
  ['hello what are the opening times'],
  ['thanks, and how much is a locker'],
  ['can i talk to the doctor about my results'],
  ['who do i ask about a table'],
  ['is the room cool'],
  ['sorry not thursday saturday'],
])('"%s" is a question', (said) => {
  expect(recognize(said, 'en-US', (words) => words === 'parking').act).toBe('question');
});

test.each([
  ['Hello, what time is breakfast please?', 'what time is breakfast'],
  ['okay thanks, could you tell me where the POOL is', 'where the POOL is'],
  ['how much is it per night', 'how much is it per night'],
])('the courtesies of "%s" are taken off, its words stay as they were written', (said, question) => {
  expect(recognize(said)).toEqual({ act: 'question', text: question });
});

test.each([
  ['remember that Aunt Polly comes at 6', 'note', 'Aunt Polly comes at 6'],
  ["let's talk about parking", 'choose-topic', 'parking'],
  ['forget the second note', 'forget-note', 'second note'],
])('"%s" is a command, with what was said along', (said, act, text) => {
  expect(recognize(said)).toEqual({ act, text });
});

test('a person who speaks another language is met in English words, never with an error', () => {
  expect(recognize('hello there', 'xx').act).toBe('greeting');
});

test.each(['a'.repeat(50_000), 'thanks '.repeat(8_000), 'can you '.repeat(6_000), "'".repeat(50_000), 'remember '.repeat(5_000)])(
  'an endless utterance takes no long time',
  (said) => {
    const started = performance.now();
    recognize(said);
    expect(performance.now() - started).toBeLessThan(500);
  },
);
