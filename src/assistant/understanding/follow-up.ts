import { plainWords } from '../utterances/recognize';
import { asksAt, isClause, isVerb, kindOf, partsOf, type Part } from './question';
import { AUXILIARIES, CONTINUATIONS, CORRECTIONS, DETERMINERS, PREPOSITIONS, PRONOUNS, QUESTION_WORDS, SUBJECTS, TIMES } from './words';

/** What was asked and answered before. */
export interface Before {
  readonly question: string;
  /** The words of the text that answered it. */
  readonly evidence: string;
}

/** How a question hangs on the one before. */
export type Dependence = 'none' | 'marked' | 'pronoun' | 'fragment';

export interface Understood {
  readonly question: string;
  readonly dependence: Dependence;
}

/**
 * The full question that a follow-up stands for: its new part is put in the place of the like part of the question
 * before, its pronouns are given the names they stand for. A question that stands by itself is returned as it is.
 */
export function understand(before: Before, said: string): Understood {
  const heard = plainWords(said);
  const correction = withoutEnds(heard, CORRECTIONS);
  const opening = longestOpening(correction ?? heard, CONTINUATIONS);
  const words = (opening === undefined ? (correction ?? heard) : (correction ?? heard).slice(opening.length).trim()).split(' ');
  const isMarked = correction !== undefined || opening !== undefined;
  const earlier = plainWords(before.question).split(' ');
  const swap = correction === undefined && words[0] !== 'not' ? undefined : swapped(earlier, words);
  if (swap) return { question: swap.join(' '), dependence: 'marked' };
  if (!isClause(words)) {
    if (!isMarked && !isFragment(words)) return { question: said, dependence: 'none' };
    return { question: substitute(earlier, words).join(' '), dependence: isMarked ? 'marked' : 'fragment' };
  }
  if (isBareQuestion(words)) return { question: askAgain(earlier, words).join(' '), dependence: 'fragment' };
  const fronted = frontedPhrase(words);
  if (fronted) return { question: fronted.join(' '), dependence: isMarked ? 'marked' : 'none' };
  if (isSelfContained(words)) return { question: isMarked ? words.join(' ') : said, dependence: 'none' };
  const resolved = resolvePronouns(before, earlier, words);
  if (resolved) return { question: resolved.join(' '), dependence: 'pronoun' };
  return { question: isMarked ? words.join(' ') : said, dependence: isMarked ? 'marked' : 'none' };
}

/** "and the sauna when does that open": the phrase in front is what the pronoun stands for. */
function frontedPhrase(words: readonly string[]): string[] | undefined {
  const [front] = partsOf(words);
  if (!front || front.start > 0 || front.end >= words.length) return undefined;
  const clause = words.slice(front.end);
  const [opening = '', subject = ''] = clause;
  if (!asksAt(clause, 0) || (AUXILIARIES.has(opening) && !SUBJECTS.has(subject) && !PRONOUNS.has(subject))) return undefined;
  const noun = words.slice(front.noun, front.end);
  const at = clause.findIndex((word) => PRONOUNS.has(word.replace(/'s$/u, '')));
  if (at < 0) return [...words];
  const ending = clause[at]?.endsWith("'s") ? ['is'] : [];
  const place = clause[at] === 'there' && front.preposition === '' ? ['in'] : [];
  return [...clause.slice(0, at), ...place, ...noun, ...ending, ...clause.slice(at + 1)];
}

/** "my aunt doesn't hear well where should she sit": what its pronouns stand for is said in front of the question. */
function isSelfContained(words: readonly string[]): boolean {
  const [first = ''] = words;
  if (QUESTION_WORDS.has(first) || AUXILIARIES.has(first)) return false;
  const asks = words.findIndex((_, index) => asksAt(words, index));
  return asks > 0 && partsOf(words.slice(0, asks)).length > 0;
}

function longestOpening(heard: string, openings: readonly string[]): string | undefined {
  return openings.filter((opening) => heard.startsWith(`${opening} `)).sort((a, b) => b.length - a.length)[0];
}

/** "no i meant the pool", "the pool i meant": what is meant; undefined when nothing is corrected. */
function withoutEnds(heard: string, marks: readonly string[]): string | undefined {
  let rest = heard;
  for (;;) {
    const front = longestOpening(rest, marks);
    const back = marks.filter((mark) => rest.endsWith(` ${mark}`)).sort((a, b) => b.length - a.length)[0];
    if (front === undefined && back === undefined) return rest === heard ? undefined : rest;
    rest = (front === undefined ? rest.slice(0, -(back ?? '').length) : rest.slice(front.length)).trim();
  }
}

/** "not the bag my wallet", "the sauna not the pool": one thing for another. */
function swapped(earlier: readonly string[], words: readonly string[]): string[] | undefined {
  const at = words.indexOf('not');
  if (at < 0) return undefined;
  const [wrongFirst, ...others] = partsOf(words.slice(at + 1));
  if (!wrongFirst) return undefined;
  const wrong = words.slice(at + 1 + wrongFirst.noun, at + 1 + wrongFirst.end);
  const right = at > 0 ? words.slice(0, at) : words.slice(at + 1 + (others[0]?.start ?? wrongFirst.end));
  const target = partsOf(earlier).find((part) =>
    earlier.slice(part.start, part.end).some((word) => wrong.includes(word) && !DETERMINERS.has(word)),
  );
  if (!target || right.length === 0 || isClause(right)) return undefined;
  return replaced(earlier, target, right);
}

/** The question before with a phrase in the place of the like one, or at its end. */
function substitute(earlier: readonly string[], words: readonly string[]): string[] {
  const parts = partsOf(earlier);
  const [given] = partsOf(words);
  if (!given || given.start > 0) return [...earlier, ...words];
  if (/^(?:if|when|because|while)$/u.test(words[0] ?? '')) return [...earlier, ...words];
  const target = likePart(earlier, parts, words, given);
  if (!target) return [...earlier, ...words];
  return replaced(earlier, target, words);
}

function likePart(earlier: readonly string[], parts: readonly Part[], words: readonly string[], given: Part): Part | undefined {
  const last = (fits: (part: Part) => boolean): Part | undefined => parts.filter(fits).at(-1);
  const kind = kindOf(words, given.preposition);
  if (kind === 'time') return last((part) => part.kind === 'time');
  const head = words[given.end - 1];
  const sameHead = last((part) => earlier[part.end - 1] === head);
  if (sameHead && given.end - given.noun > 1) return sameHead;
  if (given.preposition !== '') {
    const same = last((part) => part.preposition === given.preposition && part.kind === kind);
    return same ?? (kind === 'person' ? last((part) => part.kind === 'person') : undefined);
  }
  if (kind === 'person' || kind === 'amount') return last((part) => part.kind === kind) ?? last((part) => part.kind === 'thing');
  return (
    last((part) => part.kind === 'thing' && part.preposition === '') ??
    last((part) => part.kind === 'thing') ??
    last((part) => part.kind !== 'time')
  );
}

/** The words with a part exchanged; the preposition stays when none is given, and "the small one" takes over the noun. */
function replaced(words: readonly string[], { start, noun, end }: Part, given: readonly string[]): string[] {
  const hasPreposition = /^\p{L}+$/u.test(given[0] ?? '') && PREPOSITIONS.has(given[0] ?? '');
  const head = words[end - 1] ?? '';
  const named = given.flatMap((word, index) => (/^ones?$/u.test(word) && index > 0 ? [head] : [word]));
  return [...words.slice(0, hasPreposition ? start : noun), ...named, ...words.slice(end)];
}

/** Words that ask nothing by themselves, such as "family size", "on sundays" or "there'll be eight of us". */
function isFragment(words: readonly string[]): boolean {
  if (words.some((word) => STANDING_ALONE.has(word))) return false;
  return words.length <= 4 || words.some((word) => SUBJECTS.has(word.replace(/'\w+$/u, '')));
}

/** A phrase with one of these is a question in short: "booster seat price". */
const STANDING_ALONE = new Set(
  'price prices cost costs fee fees rate rates hours time times opening closing password code size address phone number website email menu'.split(
    ' ',
  ),
);

/** "how long", "until when", "why not": nothing but the words that ask. */
function isBareQuestion(words: readonly string[]): boolean {
  return (
    words.length <= 3 &&
    words.every(
      (word) =>
        QUESTION_WORDS.has(word) || PREPOSITIONS.has(word) || /^(?:long|much|many|far|often|not|exactly|soon|early|late)$/u.test(word),
    )
  );
}

/** "when" after "where do the workshops begin" asks when they begin. */
function askAgain(earlier: readonly string[], words: readonly string[]): string[] {
  const from = earlier.findIndex((word) => AUXILIARIES.has(word));
  const rest = earlier.slice(Math.max(0, from));
  return [...words.filter((word) => word !== 'not'), ...rest];
}

/** The question with what its pronouns stand for; undefined when it has none that stands for anything. */
function resolvePronouns(before: Before, earlier: readonly string[], words: readonly string[]): string[] | undefined {
  const stand = words.flatMap((word, index) =>
    PRONOUNS.has(word.replace(/'(?:s|ll|d|re)$/u, '')) && standsForSomething(words, index) ? [index] : [],
  );
  const at = stand.find((index) => !/^ones?$/u.test(words[index] ?? '')) ?? stand[0] ?? -1;
  if (at < 0) return undefined;
  const [pronoun = '', contraction] = (words[at] ?? '').split("'");
  const antecedent = antecedentOf(earlier);
  const person = personOf(before, earlier);
  const stands = /^(?:he|she|him|his|her|hers)$/u.test(pronoun) ? (person ?? antecedent) : antecedent;
  if (stands.length === 0) return undefined;
  const ending =
    contraction === 's' || contraction === 're' ? ['is'] : contraction === 'll' ? ['will'] : contraction === 'd' ? ['would'] : [];
  const after = words.slice(at + 1);
  const front = words.slice(0, at);
  if (pronoun === 'there') return [...front, 'at', ...stands, ...ending, ...after];
  if (/^ones?$/u.test(pronoun)) return [...front, stands.at(-1) ?? '', ...after];
  // "his phone number" is the number of him; "that day" keeps its noun.
  if (/^(?:his|her|hers|its|their)$/u.test(pronoun) && isNoun(after[0] ?? '')) return [...front, 'the', ...after, 'of', ...stands];
  return [...front, ...stands, ...ending, ...after];
}

/** Not so "it" of the weather, "is there", "this week". */
function standsForSomething(words: readonly string[], at: number): boolean {
  const [before = '', word = '', next = ''] = [words[at - 1], words[at], words[at + 1]];
  if (word === 'there') return !AUXILIARIES.has(before) && !/^(?:is|are|was|were|'s)$/u.test(next);
  if (/^(?:that|this|these|those)$/u.test(word) && TIMES.has(next)) return false;
  if (/^(?:that|this|these|those)$/u.test(word) && isNoun(next) && !AUXILIARIES.has(before)) return false;
  return !isWeather(words, at);
}

function isNoun(word: string): boolean {
  return (
    word !== '' &&
    !QUESTION_WORDS.has(word) &&
    !AUXILIARIES.has(word) &&
    !PREPOSITIONS.has(word) &&
    !isVerb(word) &&
    !SUBJECTS.has(word) &&
    !NO_NOUNS.has(word)
  );
}

const NO_NOUNS = new Set(
  'too also then as and or if when long much cheaper dearer more less free again far easy hard organic cold warm okay ok happen right all'.split(
    ' ',
  ),
);

/** "what if it's wet", "is it cheaper for students": it stands for nothing. */
function isWeather(words: readonly string[], at: number): boolean {
  return (
    /^it(?:'s)?$/u.test(words[at] ?? '') &&
    /^(?:raining|wet|sunny|foggy|stormy|late|looks|possible|okay|ok|true|better|time)$/u.test(words[at + 1] ?? '')
  );
}

/** What a question is about: its last phrase that is no time. */
function antecedentOf(earlier: readonly string[]): string[] {
  const parts = partsOf(earlier).filter(({ kind }) => kind === 'thing');
  const main = parts.filter(({ noun }) => DETERMINERS.has(earlier[noun] ?? '')).at(-1) ?? parts.at(-1);
  return main ? earlier.slice(main.noun, main.end) : [];
}

/** Whom "he" or "her" means: the person that was asked about, or a name in the answer. */
function personOf({ evidence }: Before, earlier: readonly string[]): string[] | undefined {
  const asked = partsOf(earlier)
    .filter(({ kind }) => kind === 'person')
    .at(-1);
  if (asked) return earlier.slice(asked.noun, asked.end);
  const name = /\b(?:(?:Mr|Mrs|Ms|Dr|Miss)\.? )?\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?/u.exec(evidence)?.[0];
  return name === undefined ? undefined : plainWords(name).split(' ');
}
