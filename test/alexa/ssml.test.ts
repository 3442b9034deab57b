import { toSsml } from '../../src/alexa/speech/ssml';

const plain = (ssml: string): string => ssml.replace(/<say-as interpret-as="digits">(\d+)<\/say-as>/gu, '[$1]');

test.each([
  ['The gate code is 4419.', 'The gate code is [4419].'],
  ['Dial 9 or extension 214.', 'Dial 9 or extension [214].'],
  ['Call 555 0142, please.', 'Call [555] [0142], please.'],
  ['The password is lantern482.', 'The password is lantern [482].'],
  ['It was built in 1887.', 'It was built in 1887.'],
  ['Parking is 14 dollars for 3 nights.', 'Parking is 14 dollars for 3 nights.'],
  ['Write to desk@example.org.', 'Write to desk at example dot org.'],
  ['See library.example.org/help.', 'See library dot example dot org slash help.'],
  ['Dr. Patel is at 18 Maple St. near St. Mary.', 'Doctor Patel is at 18 Maple Street near Saint Mary.'],
  ['At most 23 kg, approx. 5 km away.', 'At most 23 kilograms, approximately 5 kilometres away.'],
  ['From 7 a.m. to 10:30 p.m.', 'From 7 a.m. to 10:30 p.m.'],
  ['Tom & Jerry\'s "bar" < 3 > 2', 'Tom and Jerry&apos;s &quot;bar&quot; &lt; 3 &gt; 2'],
])('%j is spoken %j', (text, spoken) => {
  expect(plain(toSsml(text))).toBe(spoken);
});

test('nothing is escaped twice and control characters vanish', () => {
  expect(toSsml("it's &amp; \u0000\u0007ok")).toBe('it&apos;s and amp; ok');
});

test('speech stays below the limit of 8,000 characters', () => {
  expect(toSsml('word '.repeat(4000)).length).toBeLessThan(8000);
});
