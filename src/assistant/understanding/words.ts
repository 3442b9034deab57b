/** English words that hold a question together, by their office; what is none of these has content of its own. */
function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/u).filter(Boolean));
}

export const QUESTION_WORDS = words(
  "what what's whats when when's whens where where's wheres which who who's whos whom whose why how how's hows",
);

export const AUXILIARIES = words(`
  is isn't are aren't was wasn't were weren't am be been do don't does doesn't did didn't can can't cannot could couldn't may might must mustn't
  should shouldn't shall will won't would wouldn't has hasn't have haven't had need needn't r
`);

export const SUBJECTS = words('i we you he she they it one u there somebody someone anybody anyone people');

export const PREPOSITIONS = words(`
  at by for from in into of off on onto over per till to until under up with without within about above after against along among around before behind below beside
  besides between beyond during except inside near opposite outside past round since through towards via as than instead
`);

export const DETERMINERS = words(
  'a an the my our your his her its their some any this these that those every each all both another no other',
);

/** What stands for something said before. */
export const PRONOUNS = words('it that this they them those these one ones he she him her his hers its their theirs there');

export const VERBS = words(`
  arrive ask be begin book borrow bring buy call cancel carry change charge check clean close collect come cost do drink drive eat end enter fetch fill finish find fit get give go
  have help hire include join keep last leave let lend look make meet mean move need open order park pay pick play print put reach read rent reserve return ride ring run see sell send serve
  share show shut sign sit sleep smoke speak stand start stay stop store swim take talk teach tell throw touch try turn use visit wait walk want wash watch wear work write
  allow allowed included needed open closed costs starts opens closes ends begins takes lasts
`);

export const CONJUNCTIONS = words('and but or because so if when while although unless');

const DAYS = 'monday tuesday wednesday thursday friday saturday sunday';
/** Days, parts of the day and of the year: one is replaced by another. */
export const TIMES = words(`
  ${DAYS} ${DAYS.replace(/y\b/gu, 'ys')} weekend weekends weekday weekdays january february march april june july august september october november december
  spring summer autumn fall winter morning mornings afternoon afternoons evening evenings night nights noon midnight midday today tomorrow tonight yesterday
  christmas easter holiday holidays term season easter bank-holiday am pm a.m. p.m. o'clock o’clock day days week weeks month months year years hour hours minute minutes
`);

/** People as prices and rules know them. */
export const PERSONS = words(`
  adult adults child children kid kids baby babies toddler toddlers teenager teenagers student students pupil pupils senior seniors pensioner pensioners member members guest guests visitor visitors
  beginner beginners group groups family families school schools class classes resident residents tenant tenants son daughter boy girl wife husband partner mother mum father dad grandmother grandfather friend friends neighbour neighbours
  brother sister dog dogs cat cats men women man woman person people
`);

/** Words in front of a follow-up or a correction that add nothing to it. */
export const CORRECTIONS: readonly string[] = [
  'no i meant',
  'no i mean',
  'no wait i meant',
  'no wait i mean',
  'no sorry i mean',
  'no sorry i meant',
  'oh wait i meant',
  'oh i meant',
  'oh wait',
  'i meant to say',
  'i should have said',
  'should have said',
  'should of said',
  'sorry i meant',
  'sorry i mean',
  'sry i meant',
  'i meant',
  'i mean',
  'meant',
  'no no',
  'no sorry',
  'no wait',
  'hang on',
  'oh hang on',
  'well no actually',
  'no',
  'sorry',
  'sry',
  'oops',
  'actually',
  'rather',
  'wait',
];

export const CONTINUATIONS: readonly string[] = [
  'and what about',
  'and how about',
  'what about',
  'how about',
  'what of',
  'and then',
  'and also',
  'and',
  'but',
  'or',
  'also',
  'then',
  'so',
  'plus',
  'okay and',
  'ok and',
  'right and',
  'hm and',
  'oh and',
  'well and',
  'or rather',
  'ok so',
  'right so',
  "and if it's",
  'same for',
  'and the same for',
  'is it the same for',
  'is that the same for',
  'does that go for',
  'does that also go for',
  "what if it's",
  'what if it is',
];
