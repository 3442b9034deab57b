import { matchKey } from '../text/stem';
import { tokenize } from '../text/tokens';

/** SQuAD's normalisation: lower case, no punctuation, no articles (Rajpurkar et al. 2016, official script). */
export function normalizeAnswer(text: string): string {
  return text
    .toLowerCase()
    .replace(/[!-/:-@[-`{-~]/gu, '')
    .replace(/\b(?:a|an|the)\b/gu, ' ')
    .split(/\s+/u)
    .filter(Boolean)
    .join(' ');
}

export function exactMatch(answer: string, golds: readonly string[]): number {
  return golds.some((gold) => normalizeAnswer(gold) === normalizeAnswer(answer)) ? 1 : 0;
}

/** Best token F1 against any gold answer. */
export function tokenF1(answer: string, golds: readonly string[]): number {
  return Math.max(
    0,
    ...golds.map((gold) => f1(normalizeAnswer(answer).split(' ').filter(Boolean), normalizeAnswer(gold).split(' ').filter(Boolean))),
  );
}

function f1(answer: readonly string[], gold: readonly string[]): number {
  if (answer.length === 0 || gold.length === 0) return answer.length === gold.length ? 1 : 0;
  const left = new Map<string, number>();
  for (const word of gold) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of answer) {
    const count = left.get(word) ?? 0;
    if (count > 0) shared += 1;
    left.set(word, count - 1);
  }
  return (2 * shared) / (answer.length + gold.length);
}

/** ROUGE-L F1 of two sentences (Lin 2004). */
export function rougeL(sentence: string, reference: string): number {
  const a = normalizeAnswer(sentence).split(' ');
  const b = normalizeAnswer(reference).split(' ');
  let previous = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const current = [0];
    b.forEach((other, index) => {
      current.push(word === other ? (previous[index] ?? 0) + 1 : Math.max(previous[index + 1] ?? 0, current[index] ?? 0));
    });
    previous = current;
  }
  const shared = previous[b.length] ?? 0;
  return (2 * shared) / (a.length + b.length);
}

const FUNCTION_WORDS = new Set(
  'a an the of to in on at by for from with and or but as is are was were be been am it its he she they we you i this that there please your our their his her'.split(
    ' ',
  ),
);

/** Share of the reference's content words that the sentence says, by match key. */
export function containment(sentence: string, reference: string): number {
  const said = new Set(contentKeys(sentence));
  const wanted = contentKeys(reference);
  return wanted.length === 0 ? 1 : wanted.filter((key) => said.has(key)).length / wanted.length;
}

function contentKeys(text: string): string[] {
  return tokenize(text.toLowerCase())
    .map((token) => token.text)
    .filter((word) => /[\p{L}\p{N}]/u.test(word) && !FUNCTION_WORDS.has(word))
    .map(matchKey);
}

/** "yes", "no" or undefined, by how the sentence begins. */
export function polarity(sentence: string): 'yes' | 'no' | undefined {
  const [, word] = /^(yes|no)\b/iu.exec(sentence.trim()) ?? [];
  return word?.toLowerCase() as 'yes' | 'no' | undefined;
}
