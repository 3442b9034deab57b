import { digitsOf } from '../text/numbers';
import { FUNCTION_WORDS } from '../text/function-words';
import { capitalized } from '../text/sentences';
import { matchKey } from '../text/stem';
import { tokenize } from '../text/tokens';

/** Why a sentence may not be spoken, or undefined when the text supports it. */
export type Objection = 'unsupported' | 'incomplete' | 'polarity' | 'unsure';

export interface GuardInput {
  readonly sentence: string;
  readonly question: string;
  /** The sentences around the evidence. */
  readonly passage: string;
  readonly evidence: string;
  /** Mean log-probability of the sentence's words. */
  readonly meanLogProbability: number;
}

const LEAST_LOG_PROBABILITY = -1.6;
/** Of evidence with at most so many facts, each has to be said or asked for. */
const SHORT_EVIDENCE = 4;
const NEGATIONS = new Set(
  (
    "no not n't never nobody nothing none neither nor without cannot closed forbidden prohibited banned unavailable refused unable " +
    'except only unless stop stopped'
  ).split(' '),
);
/** Words that make an answer a "no". */
const REFUSAL = /^(?:closed|forbidden|prohibited|banned|unavailable|refused)$/iu;
const PLAIN_NEGATION = /^(?:not|n't|never|cannot|no|nobody|nothing|none)$/iu;
/** Longer ones - a dictated text may be a single one - hold more than one statement. */
const SHORT_CLAUSE = 10;
/** Where one statement ends and the next begins: punctuation, and "but". */
const CLAUSE_END = /[,;:.!?\n](?=\s|$)|\bbut\b/u;

/** "May" is left out: it is a word of courtesy as well. */
const CALENDAR =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|june|july|august|september|october|november|december)$/u;

/**
 * Checks that what is about to be spoken stands in the text: every number, name and code is in the passage or the
 * question, the evidence's own facts are there, and a negation is not lost or made up.
 */
export function objection(input: GuardInput): Objection | undefined {
  const said = words(input.sentence);
  const passage = new Set(words(input.passage).map(keyOf));
  const asked = new Set(words(input.question).map(keyOf));
  const unsupported = said.some((word, index) => isFact(word, index) && !passage.has(keyOf(word)) && !asked.has(keyOf(word)));
  if (unsupported) return 'unsupported';
  if (input.meanLogProbability < LEAST_LOG_PROBABILITY) return 'unsure';
  const polar = /^(?:yes|no)$/iu.test(said[0] ?? '');
  if (!polar && losesFacts(said, words(input.evidence), asked)) return 'incomplete';
  return contradicts(said, polar, input) ? 'polarity' : undefined;
}

/** Numbers and names: what must never be made up. The first word is capital in any case. */
function isFact(word: string, index: number): boolean {
  const lower = word.toLowerCase();
  if (CALENDAR.test(lower) || /\p{N}|@/u.test(word)) return true;
  if (digitsOf(lower) !== undefined && lower !== 'one' && lower !== 'first') return true;
  return index > 0 && /^\p{Lu}/u.test(word) && !FUNCTION_WORDS.has(lower);
}

function losesFacts(said: readonly string[], evidence: readonly string[], asked: ReadonlySet<string>): boolean {
  const spoken = new Set(said.map(keyOf));
  const facts = evidence.filter((word) => !FUNCTION_WORDS.has(word.toLowerCase()));
  const numbers = facts.filter((word) => /\p{N}/u.test(word));
  if (numbers.length <= 3 && numbers.some((word) => !spoken.has(keyOf(word)))) return true;
  return facts.length <= SHORT_EVIDENCE && facts.some((word) => !spoken.has(keyOf(word)) && !asked.has(keyOf(word)));
}

/**
 * Whether the sentence denies what its nearest clause of the text states, or the other way round. "Yes" and "No" at its
 * beginning answer the question; what follows them must agree with the text.
 */
function contradicts(said: readonly string[], polar: boolean, { passage, question }: GuardInput): boolean {
  const refuses = (list: readonly string[]): boolean => list.some((word) => REFUSAL.test(word));
  if (/^yes$/iu.test(said[0] ?? '') && refuses(said) && !refuses(words(question))) return true;
  const stated = nearestClause(passage, polar ? said.slice(1) : said);
  if (hasNegation(polar ? said.slice(1) : said)) return !hasNegation(stated);
  const affirms = polar && !hasNegation(said) && !hasNegation(words(question));
  return affirms && stated.length <= SHORT_CLAUSE && stated.some((word) => PLAIN_NEGATION.test(word));
}

/** The clause of the passage that shares most content words with the sentence. */
function nearestClause(passage: string, said: readonly string[]): string[] {
  const spoken = new Set(said.filter((word) => !FUNCTION_WORDS.has(word.toLowerCase())).map(keyOf));
  const clauses = passage
    .split(CLAUSE_END)
    .map(words)
    .filter((clause) => clause.length > 0);
  const shared = (clause: readonly string[]): number => new Set(clause.map(keyOf).filter((key) => spoken.has(key))).size;
  return clauses.reduce((best, clause) => (shared(clause) > shared(best) ? clause : best), clauses[0] ?? []);
}

function hasNegation(list: readonly string[]): boolean {
  return list.some((word) => NEGATIONS.has(word.toLowerCase()));
}

function words(text: string): string[] {
  return tokenize(text.replace(/’/gu, "'"))
    .map((token) => token.text)
    .filter((token) => /[\p{L}\p{N}]/u.test(token));
}

function keyOf(word: string): string {
  return matchKey(word.toLowerCase());
}

const LONGEST_QUOTE = 30;

/**
 * What is spoken instead of a sentence with an objection: the text. Where only what follows "yes" or "no" contradicts it,
 * that word stays.
 */
export function rewrite(reason: Objection, { sentence, passage, evidence }: GuardInput): string {
  const opening = reason === 'polarity' ? /^(?:Yes|No)\b/u.exec(sentence)?.[0] : undefined;
  const plain = plainRewrite(passage, evidence);
  return opening === undefined ? plain : `${opening}. ${plain}`;
}

/** The sentence of the text itself when it is short, else the evidence alone. */
export function plainRewrite(passage: string, evidence: string): string {
  const sentence = passage
    .replace(/\s+/gu, ' ')
    .replace(/^[\s•*-]+/u, '')
    .trim();
  const spoken = sentence.split(' ').length <= LONGEST_QUOTE ? sentence : evidence.replace(/\s+/gu, ' ').trim();
  const capital = capitalized(spoken);
  return /[.!?]$/u.test(capital) ? capital : `${capital.replace(/[,;:-]+$/u, '')}.`;
}
