import type { Word } from '../../text/analyze';
import { FUNCTION_WORDS } from '../../text/function-words';
import type { Check, Said } from './check';

const NEGATIONS = new Set(
  (
    "no not n't never nobody nothing none neither nor without cannot closed forbidden prohibited banned unavailable refused unable " +
    'except only unless stop stopped'
  ).split(' '),
);
/** Words that make an answer a "no". */
const REFUSAL = /^(?:closed|forbidden|prohibited|banned|unavailable|refused)$/u;
const PLAIN_NEGATION = /^(?:not|n't|never|cannot|no|nobody|nothing|none)$/u;
/** Longer ones - a dictated text may be a single one - hold more than one statement. */
const SHORT_CLAUSE = 10;

export function isPolar([first]: readonly Word[]): boolean {
  return first?.lower === 'yes' || first?.lower === 'no';
}

/**
 * The sentence denies what its nearest clause of the text states, or the other way round. "Yes" and "No" at its beginning
 * answer the question; what follows them must agree with the text.
 */
export const polarity: Check = {
  name: 'polarity',
  objects(said) {
    const { words, question } = said;
    if (words[0]?.lower === 'yes' && refuses(words) && !refuses(question)) return true;
    const statement = isPolar(words) ? words.slice(1) : words;
    const stated = nearestClause(said, statement);
    if (isNegated(statement)) return !isNegated(stated);
    const affirms = isPolar(words) && !isNegated(words) && !isNegated(question);
    return affirms && stated.length <= SHORT_CLAUSE && stated.some(({ lower }) => PLAIN_NEGATION.test(lower));
  },
};

/** The clause of the text that shares most content words with a statement. */
function nearestClause({ clauses }: Said, statement: readonly Word[]): readonly Word[] {
  const spoken = new Set(statement.filter(({ lower }) => !FUNCTION_WORDS.has(lower)).map(({ key }) => key));
  const shared = (clause: readonly Word[]): number => new Set(clause.map(({ key }) => key).filter((key) => spoken.has(key))).size;
  return clauses.reduce((best, clause) => (shared(clause) > shared(best) ? clause : best), clauses[0] ?? []);
}

function refuses(words: readonly Word[]): boolean {
  return words.some(({ lower }) => REFUSAL.test(lower));
}

function isNegated(words: readonly Word[]): boolean {
  return words.some(({ lower }) => NEGATIONS.has(lower));
}
