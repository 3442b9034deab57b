import { AUXILIARIES, CONJUNCTIONS, DETERMINERS, PERSONS, PREPOSITIONS, PRONOUNS, QUESTION_WORDS, SUBJECTS, TIMES, VERBS } from './words';

/** What a part of a question is about: a part may stand in for another of its kind. */
export type PartKind = 'time' | 'person' | 'amount' | 'thing';

/** A phrase of a question, with its preposition: words `start` up to `end`, that of the phrase without preposition at `noun`. */
export interface Part {
  readonly start: number;
  readonly noun: number;
  readonly end: number;
  readonly preposition: string;
  readonly kind: PartKind;
}

/** Cuts a question into its phrases: runs of words with content, each with the preposition and article before it. */
export function partsOf(words: readonly string[]): Part[] {
  const parts: Part[] = [];
  let at = 0;
  while (at < words.length) {
    const start = at;
    while (isPreposition(words, at)) at += 1;
    const noun = at;
    while (DETERMINERS.has(words[at] ?? '')) at += 1;
    const content = at;
    while (at < words.length && isContent(words, at)) at += 1;
    if (at > content) {
      const preposition = words.slice(start, noun).join(' ');
      parts.push({ start, noun, end: at, preposition, kind: kindOf(words.slice(noun, at), preposition) });
    } else at = Math.max(at, start + 1);
  }
  return parts;
}

export function kindOf(words: readonly string[], preposition = ''): PartKind {
  if (words.some((word) => PERSONS.has(word))) return 'person';
  if (words.some((word) => TIMES.has(word)) || (/^(?:at|until|till|by|before|after|from)$/u.test(preposition) && words.some(isNumber)))
    return 'time';
  return words.every((word) => isNumber(word) || DETERMINERS.has(word)) ? 'amount' : 'thing';
}

const NUMBERS = new Set(
  'one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty hundred half'.split(' '),
);

export function isNumber(word: string): boolean {
  return /\p{N}/u.test(word) || NUMBERS.has(word);
}

function isPreposition(words: readonly string[], at: number): boolean {
  return PREPOSITIONS.has(words[at] ?? '') && at + 1 < words.length;
}

/** Nouns, adjectives, names, numbers: whatever holds no office in the sentence. A verb after its subject is none. */
function isContent(words: readonly string[], at: number): boolean {
  const word = words[at] ?? '';
  const before = words[at - 1] ?? '';
  if (QUESTION_WORDS.has(word) || AUXILIARIES.has(word) || SUBJECTS.has(word) || PREPOSITIONS.has(word) || DETERMINERS.has(word))
    return false;
  if (PRONOUNS.has(word) || CONJUNCTIONS.has(word) || FADED.has(word)) return false;
  if (/'(?:s|m|re|ll|ve|d)$/u.test(word) && SUBJECTS.has(word.replace(/'\w+$/u, ''))) return false;
  if (SUBJECTS.has(before) || before === 'to' || before === "don't" || before === 'not')
    return !VERBS.has(word) && before !== 'i' && before !== 'we';
  return !(isVerb(word) && !DETERMINERS.has(before));
}

export function isVerb(word: string): boolean {
  return VERBS.has(word) || VERBS.has(word.replace(/(?:es|s|ed|ing)$/u, ''));
}

/** Words of no weight that would be taken for things. */
const FADED = new Set(
  'all right okay fine sure used allowed possible quietly own same others rest easy next much many long far often soon early late old big deep high not too also just only still even there here again back out away please then now yet well more less me us him them myself something anything'.split(
    ' ',
  ),
);

/** Whether words ask by themselves: a question word, or a verb before its subject, at the start or after a remark. */
export function isClause(words: readonly string[]): boolean {
  return words.some((_, index) => asksAt(words, index));
}

/** Whether the question of "my son's fifteen can he join" begins at a word. */
export function asksAt(words: readonly string[], at: number): boolean {
  const before = words[at - 1] ?? '';
  const word = words[at] ?? '';
  const next = words[at + 1] ?? '';
  const isSubject = SUBJECTS.has(next) || DETERMINERS.has(next) || PRONOUNS.has(next);
  if (at === 0) return QUESTION_WORDS.has(word) || (AUXILIARIES.has(word) && (isSubject || words.length > 2));
  if (AUXILIARIES.has(word)) return isSubject && !SUBJECTS.has(before) && !AUXILIARIES.has(before);
  if (!QUESTION_WORDS.has(word) || /^(?:when|who|which|where)$/u.test(word))
    return QUESTION_WORDS.has(word) && AUXILIARIES.has(next) && !isContent(words, at - 1);
  return true;
}
