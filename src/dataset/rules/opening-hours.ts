import { integer, pick, shuffle, type Random } from '../random';
import { DAYS } from '../../text/quantities/calendar';
import { WEEKDAYS } from './calendar';
import { CLOCKS, spokenHour } from './clock';
import { answerYesNo, asSentence, type Ask, type Statement } from './statement';

const PLACES = [
  'desk',
  'pool',
  'shop',
  'museum',
  'office',
  'library',
  'kitchen',
  'bar',
  'garden',
  'gym',
  'bakery',
  'counter',
  'tower',
  'clinic',
  'café',
  'market hall',
  'sauna',
  'post office',
  'boathouse',
  'workshop',
];

/** When some place is open: asked for either end, for a time and for a day. */
export function stateOpening(random: Random): Statement {
  const place = pick(random, PLACES);
  return pick(random, [hours, weekendHours, weekendHours, closedDay])(place, random);
}

interface Hours {
  readonly opens: number;
  readonly closes: number;
  readonly written: (hour: number) => string;
}

function drawHours(random: Random): Hours {
  const half = random() < 0.3 ? 0.5 : 0;
  return { opens: integer(random, 6, 11) + half, closes: integer(random, 16, 22), written: pick(random, CLOCKS) };
}

function hours(place: string, random: Random): Statement {
  const time = drawHours(random);
  const [opens, closes] = [time.written(time.opens), time.written(time.closes)];
  const text = pick(random, [
    `the ${place} is open from ${opens} to ${closes}`,
    `opening hours of the ${place} are ${opens} to ${closes}`,
    `the ${place} opens at ${opens} and closes at ${closes}`,
    `you will find the ${place} open between ${opens} and ${closes}`,
  ]);
  return {
    text,
    asks: shuffle(random, [
      {
        question: pick(random, [`when does the ${place} open`, `what time can i come to the ${place}`, `how early is the ${place} open`]),
        answer: asSentence(pick(random, [`the ${place} opens at ${opens}`, `it opens at ${opens}`])),
        evidence: opens,
      },
      {
        question: pick(random, [`when does the ${place} close`, `until what time is the ${place} open`, `how late is the ${place} open`]),
        answer: asSentence(pick(random, [`the ${place} closes at ${closes}`, `it's open until ${closes}`])),
        evidence: closes,
      },
      askTime(place, random, time),
      askTime(place, random, time),
    ])
      .filter(({ evidence }) => evidence === undefined || opens !== closes)
      .slice(0, 3),
  };
}

function askTime(place: string, random: Random, { opens, closes, written }: Hours): Ask {
  const asked = integer(random, 5, 23);
  const question = pick(random, [
    `is the ${place} open at {t}`,
    `can i come to the ${place} at {t}`,
    `will the ${place} be open at {t}`,
    `are you open at {t} at the ${place}`,
  ]).replace('{t}', spokenHour(asked, random));
  return { question, answer: answerYesNo(asked >= opens && asked < closes, `it's open from ${written(opens)} to ${written(closes)}`) };
}

/** Two ranges, so that the day asked for tells which one answers. */
function weekendHours(place: string, random: Random): Statement {
  const [week, weekend] = [drawHours(random), drawHours(random)];
  if (week.opens === weekend.opens || week.closes === weekend.closes) return closedDay(place, random);
  const day = pick(random, ['Saturday', 'Sunday']);
  const at = week.written;
  const text = pick(random, [
    `the ${place} is open on weekdays from ${at(week.opens)} to ${at(week.closes)}, on ${day}s from ${at(weekend.opens)} to ${at(weekend.closes)}`,
    `the ${place} is open ${at(week.opens)} to ${at(week.closes)} on weekdays and ${at(weekend.opens)} to ${at(weekend.closes)} on ${day}s`,
    `monday to Friday the ${place} is open from ${at(week.opens)} until ${at(week.closes)}, and on ${day}s only from ${at(weekend.opens)} until ${at(weekend.closes)}`,
  ]);
  const sides = [
    { asked: day, hours: weekend },
    { asked: pick(random, WEEKDAYS), hours: week },
  ];
  const asks = sides.flatMap(({ asked, hours: { opens, closes } }) => {
    const on = pick(random, [`on ${asked.toLowerCase()}`, `on a ${asked.toLowerCase()}`, `on ${asked.toLowerCase()}s`]);
    const start = {
      question: pick(random, [
        `what time do you open ${on}`,
        `when does the ${place} open ${on}`,
        `from when can i come to the ${place} ${on}`,
      ]),
      answer: pick(random, [`We open at ${at(opens)} on ${asked}s.`, `The ${place} opens at ${at(opens)} on ${asked}s.`]),
      evidence: at(opens),
    };
    const finish = {
      question: pick(random, [
        `what time do you close ${on}`,
        `until when is the ${place} open ${on}`,
        `when does the ${place} shut ${on}`,
      ]),
      answer: pick(random, [`We close at ${at(closes)} on ${asked}s.`, `The ${place} is open until ${at(closes)} on ${asked}s.`]),
      evidence: at(closes),
    };
    return [start, finish];
  });
  return {
    text,
    asks: shuffle(random, asks)
      .filter(({ evidence }) => text.split(evidence).length === 2)
      .slice(0, 3),
  };
}

function closedDay(place: string, random: Random): Statement {
  const [closed, asked] = [pick(random, DAYS), pick(random, DAYS)];
  const question = pick(random, [
    `is the ${place} open on ${asked.toLowerCase()}`,
    `can i visit the ${place} on a ${asked.toLowerCase()}`,
    `are you open on ${asked.toLowerCase()} at the ${place}`,
  ]);
  const text = pick(random, [
    `the ${place} is open every day except ${closed}`,
    `the ${place} is open daily but closed on ${closed}s`,
    `the ${place} is open six days a week and rests on ${closed}s`,
  ]);
  const isOpen = closed !== asked;
  const answer = answerYesNo(isOpen, isOpen ? `it's open every day except ${closed}` : `it's closed on ${closed}s`);
  const which = { question: `which day is the ${place} closed`, answer: `The ${place} is closed on ${closed}s.`, evidence: closed };
  return { text, asks: random() < 0.7 ? [{ question, answer }] : [{ question, answer }, which] };
}
