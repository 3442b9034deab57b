import { matchKey } from '../../text/stem';
import { tokenize } from '../../text/tokens';

const TOO_COMMON = new Set(
  (
    'a an the of to in on at by for from with and or is are was were be been am do does did has have had will would can could may might should ' +
    'it its i you we they he she me us them my your our their this that these those there what which who whom whose when where why how much many ' +
    'long far please tell know about if so any some get go'
  )
    .split(' ')
    .map(matchKey),
);

/** How often each word of a text occurs, by its {@link matchKey}. */
export function countTerms(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text: token } of tokenize(text)) {
    if (!/[\p{L}\p{N}]/u.test(token)) continue;
    const key = matchKey(token.replace(/’/gu, "'").toLowerCase());
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** The words that a question is about; empty when it has none. */
export function tellingTerms(question: string): string[] {
  return [...countTerms(question).keys()].filter((term) => !TOO_COMMON.has(term));
}
