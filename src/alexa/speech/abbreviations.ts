/** How English abbreviations are said aloud; compared in lower case and without their dot. */
const DAYS: Readonly<Record<string, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  tues: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  thur: 'Thursday',
  thurs: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};
const MONTHS: Readonly<Record<string, string>> = {
  jan: 'January',
  feb: 'February',
  mar: 'March',
  apr: 'April',
  jun: 'June',
  jul: 'July',
  aug: 'August',
  sept: 'September',
  sep: 'September',
  oct: 'October',
  nov: 'November',
  dec: 'December',
};
export const CALENDAR: Readonly<Record<string, string>> = { ...DAYS, ...MONTHS };

/** Said so with their dot, which never ends the sentence: something follows that they belong to. */
export const LEADING: Readonly<Record<string, string>> = {
  mr: 'Mister',
  mrs: 'Missus',
  prof: 'Professor',
  dept: 'Department',
  approx: 'approximately',
  'e.g': 'for example',
  'i.e': 'that is',
  vs: 'versus',
  max: 'maximum',
  min: 'minimum',
  incl: 'including',
  excl: 'excluding',
  ext: 'extension',
  tel: 'telephone',
  apt: 'apartment',
  bldg: 'building',
  avg: 'average',
};

/** Said so with their dot, which may end the sentence as well. */
export const TRAILING: Readonly<Record<string, string>> = {
  ave: 'Avenue',
  rd: 'Road',
  blvd: 'Boulevard',
  etc: 'and so on',
  hrs: 'hours',
  mins: 'minutes',
  sec: 'seconds',
};

/** Said so before a number, with their dot: "no. 7", "p. 12". */
export const BEFORE_NUMBER: Readonly<Record<string, string>> = { no: 'number', nos: 'numbers', nr: 'number', p: 'page', pp: 'pages' };

/** Said so after a number: "23 kg", "5 min." */
export const AFTER_NUMBER: Readonly<Record<string, string>> = {
  kg: 'kilograms',
  km: 'kilometres',
  'km/h': 'kilometres per hour',
  cm: 'centimetres',
  mm: 'millimetres',
  gb: 'gigabytes',
  mb: 'megabytes',
  min: 'minutes',
  mins: 'minutes',
  hr: 'hours',
  hrs: 'hours',
  sec: 'seconds',
  'm²': 'square metres',
  sqm: 'square metres',
};
