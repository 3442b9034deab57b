import { understand } from '../../src/assistant/understanding/follow-up';
import { splitQuestions } from '../../src/assistant/understanding/split-questions';

test.each([
  ['when does the pool open on saturday', 'and on sundays', 'when does the pool open on sundays'],
  ['how much is a day ticket for adults', 'what about for children', 'how much is a day ticket for children'],
  ['when does the main pool open', 'no i meant the small pool', 'when does the small pool open'],
  ['will it cost me anything to get my bag', 'not the bag my wallet', 'will it cost me anything to get my wallet'],
  ['how long can i keep a novel', 'and a dvd', 'how long can i keep a dvd'],
  ['where do the workshops begin', 'when', 'when do the workshops begin'],
  ['how much is the tower tour', 'how long does it last', 'how long does the tower tour last'],
  ['where can i wash my clothes', 'and my jeans where do i take those', 'where do i take my jeans'],
])('after "%s", "%s" asks "%s"', (question, said, whole) => {
  const { question: understood, dependence } = understand({ question, evidence: '' }, said);
  expect(understood).toBe(whole);
  expect(dependence).not.toBe('none');
});

test('"his" is the person that was named', () => {
  const before = { question: 'who deals with lost parcels', evidence: 'Mr. Brandt' };
  expect(understand(before, 'when can i reach him').question).toContain('brandt');
});

test.each(['where are the toilets', 'is there wifi', "my aunt doesn't hear well where should she sit", 'booster seat price'])(
  '"%s" stands by itself',
  (said) => {
    expect(understand({ question: 'how much is the long cruise for a family', evidence: '' }, said)).toEqual({
      question: said,
      dependence: 'none',
    });
  },
);

test.each([
  ['how long is the ride and what does it cost', ['how long is the ride', 'what does it cost']],
  ['u deliver? and is it free if i order for 15', ['u deliver', 'and is it free if i order for 15']],
  ['where is the doctor and when', ['where is the doctor', 'when']],
])('"%s" is several questions', (said, questions) => {
  expect(splitQuestions(said)).toEqual(questions);
});

test.each([
  'when and where is the party',
  'do you take cash and cards',
  'is the radiator broken or is it off',
  'what is bed and breakfast',
])('"%s" is one', (said) => {
  expect(splitQuestions(said)).toEqual([said]);
});
