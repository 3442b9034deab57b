import fc from 'fast-check';
import { toSlowSsml, toSsml } from '../../src/alexa/speech/ssml';

const plain = (ssml: string): string => ssml.replace(/<say-as [^>]+>([\d-]+)<\/say-as>/gu, '[$1]');

test.each([
  ['The gate code is 4419.', 'The gate code is [4419].'],
  ['PIN: 4419', 'PIN: [4419]'],
  ['Your pin is 0420, and the room number 118.', 'Your pin is [0420], and the room number [118].'],
  ['Dial 9 or extension 214.', 'Dial 9 or extension [214].'],
  ['Ask for ext. 4402.', 'Ask for extension [4402].'],
  ['Reception (Ext 12)', 'Reception (extension 12)'],
  ['Call 555 0142, please.', 'Call [555] [0142], please.'],
  ['Call 555-0142, please.', 'Call [555] [0142], please.'],
  ['Phone 1-800-555-0142 or (020) 7946 0958.', 'Phone [1] [800] [555] [0142] or [020] [7946] [0958].'],
  ['From abroad: +44 20 7946 0958.', 'From abroad: plus [44] [20] [7946] [0958].'],
  ['The fax is 0221 / 99 88 77.', 'The fax is [0221] / 99 88 77.'],
  ['The password is lantern482.', 'The password is lantern [482].'],
  ['It was built in 1887 and restored from 2019-2021.', 'It was built in 1887 and restored from 2019 to 2021.'],
  ['It closes on 2026-12-24.', 'It closes on [2026-12-24].'],
  ['Parking is 14 dollars for 3 nights.', 'Parking is 14 dollars for 3 nights.'],
  ['Between 1,250 and 2,000 guests, 3.50 each, at 10:30.', 'Between 1,250 and 2,000 guests, 3.50 each, at 10:30.'],
  ['It takes 2-3 days, 9–17 daily.', 'It takes 2 to 3 days, 9 to 17 daily.'],
  ['Write to desk@example.org.', 'Write to desk at example dot org.'],
  ['See library.example.org/help.', 'See library dot example dot org slash help.'],
  ['Book at harbour-view.hotel or www.bergbahn.ch, please.', 'Book at harbour dash view dot hotel or w w w dot bergbahn dot ch, please.'],
  ['See https://desk.example.com/a_b?', 'See desk dot example dot com slash a underscore b?'],
  ['Dr. Patel is at 18 Maple St. near St. Mary.', 'Doctor Patel is at 18 Maple Street near Saint Mary.'],
  ['We are at 12 Harbour Dr. Ask there.', 'We are at 12 Harbour Drive. Ask there.'],
  ['See Dr. Weber at Harbour Dr. or call.', 'See Doctor Weber at Harbour Drive or call.'],
  ['At most 23 kg, approx. 5 km away.', 'At most 23 kilograms, approximately 5 kilometres away.'],
  ['It takes 20 min. by bus.', 'It takes 20 minutes by bus.'],
  ['Bags max. 10kg, min. stay two nights.', 'Bags maximum 10 kilograms, minimum stay two nights.'],
  ['It is 14 dollars incl. VAT, excl. breakfast.', 'It is 14 dollars including VAT, excluding breakfast.'],
  ['Take bus no. 7 to No. 12. There is no. Really.', 'Take bus number 7 to number 12. There is no. Really.'],
  ['There is no 24 hour desk.', 'There is no 24 hour desk.'],
  ['Open Mon.-Fri. from 9 to 5.', 'Open Monday to Friday from 9 to 5.'],
  ['Open Mon.-Fri. Closed on Sat, Sun & Mon.', 'Open Monday to Friday. Closed on Saturday, Sunday and Monday.'],
  ['Tue: 9 to 12; Sat 10 to 4; Dec. 24 and 26 Dec.', 'Tuesday: 9 to 12; Saturday 10 to 4; December 24 and 26 December.'],
  ['The sun sat in March.', 'The sun sat in March.'],
  ['From 7 a.m. to 10:30 p.m.', 'From 7 a.m. to 10:30 p.m.'],
  ['Open 9 a.m.-5 p.m.', 'Open 9 a.m. to 5 p.m.'],
  ['Tom & Jerry\'s "bar" < 3 > 2', 'Tom and Jerry&apos;s &quot;bar&quot; &lt; 3 &gt; 2'],
])('%j is spoken %j', (text, spoken) => {
  expect(plain(toSsml(text))).toBe(spoken);
});

test('nothing is escaped twice and control characters vanish', () => {
  expect(toSsml("it's &amp; \u0000\u0007ok")).toBe('it&apos;s and amp; ok');
});

const TELLING = [
  ...['0', '1', '42', '2026', '-', '+', '.', ',', ':', '/', '@', '&', '<', '>', '"', "'", '(', ')', ' ', '\n'],
  'Dr. ',
  'Mon.',
  'Fri',
  'PIN: ',
  'ext. ',
  'www.',
  'a.com',
  'kg',
  '\u0000',
  '\ud800',
  '😀',
  ' is ',
];
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.constantFrom(...TELLING), { maxLength: 200 }).map((parts) => parts.join('')),
);
const WELL_FORMED =
  /^(?:[^<>&"'\p{Cs}]|&(?:amp|lt|gt|quot|apos);|<say-as interpret-as="(?:digits|date)"(?: format="ymd")?>[\d-]+<\/say-as>)*$/u;

test('whatever the text is, the markup is well-formed', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(toSsml(text)).toMatch(WELL_FORMED);
    }),
    { numRuns: 3_000 },
  );
});

test.each(['word ', '123 ', 'PIN: 4419 ', '&&&& ', '555-0142 ', 'x'])(
  'speech of many %j stays below 8,000 characters with its speak element',
  (unit) => {
    const ssml = toSlowSsml(unit.repeat(4_000));
    expect(`<speak>${ssml}</speak>`.length).toBeLessThanOrEqual(8_000);
    expect(ssml.slice('<prosody rate="slow">'.length, -'</prosody>'.length)).toMatch(WELL_FORMED);
  },
);

test('a long text of any marks is spoken at once', () => {
  const started = performance.now();
  for (const unit of ['1-', '1 ', 'a.', 'a@', 'Dr. ', 'Mon, ', '((', '+1 ', 'Maple ']) toSsml(unit.repeat(50_000));
  expect(performance.now() - started).toBeLessThan(2_000);
});
