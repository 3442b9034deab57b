import { FUNCTION_WORDS } from '../text/function-words';
import { splitSentences } from '../text/sentences';
import { matchKey } from '../text/stem';
import { tokenize } from '../text/tokens';
import { integer, pick, type Random } from './random';
import type { CharacterSpan, Reading, ReadingQuestion } from './reading';

const LARGEST_CUT = 0.35;
const NUMBER_WORDS =
  /\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|half|quarter|noon|midnight)\b/iu;

/**
 * The reading with some sentences left out. Questions that these answered cannot be answered any more, which teaches
 * the difference between a text on the subject and an answer.
 */
export function cutSentences(reading: Reading, random: Random): Reading {
  const tokens = tokenize(reading.context);
  const sentences = splitSentences(reading.context, tokens);
  if (sentences.length < 3) return reading;
  const cuts = new Set(
    Array.from({ length: integer(random, 1, Math.ceil(LARGEST_CUT * sentences.length)) }, () => integer(random, 0, sentences.length - 1)),
  );
  let context = '';
  const kept: { readonly from: CharacterSpan; readonly shift: number }[] = [];
  sentences.forEach((sentence, index) => {
    const start = tokens[sentence.start]?.start ?? 0;
    const after = tokens[sentence.end]?.start ?? reading.context.length;
    if (cuts.has(index)) return;
    kept.push({ from: { start, end: after }, shift: context.length - start });
    context += reading.context.slice(start, after);
  });
  const questions = reading.questions.flatMap((question): ReadingQuestion[] => {
    const { evidence, id, text } = question;
    if (!evidence) return [question];
    const home = kept.find(({ from }) => evidence.start >= from.start && evidence.end <= from.end);
    if (home) return [{ ...question, evidence: { start: evidence.start + home.shift, end: evidence.end + home.shift } }];
    const answer = reading.context.slice(evidence.start, evidence.end).toLowerCase();
    return context.toLowerCase().includes(answer) ? [] : [{ id: `${id}-cut`, text, golds: [] }];
  });
  return { ...reading, context, questions };
}

/**
 * The reading with other figures in it, so that a number is read and not remembered. Questions whose truth may hang on
 * the old figures are left out.
 */
export function otherFigures(reading: Reading, random: Random): Reading {
  const figures = new Map<string, string>();
  const change = (text: string): string =>
    text.replace(/(?<![\p{L}\d])\d+(?![\d\p{L}])/gu, (figure, at: number) => {
      const key = text[at - 1] === ':' ? `:${figure}` : figure;
      const other = figures.get(key) ?? otherFigure(key, random);
      figures.set(key, other);
      return other;
    });
  const context = change(reading.context);
  const questions = reading.questions.flatMap((question): ReadingQuestion[] => {
    const { text, sentence = '', evidence } = question;
    const isNumeric = evidence !== undefined && /\d/u.test(reading.context.slice(evidence.start, evidence.end));
    const hangsOnFigures =
      NUMBER_WORDS.test(text) || /\d/u.test(text) || (isNumeric && (NUMBER_WORDS.test(sentence) || /^(?:yes|no)\b/iu.test(sentence)));
    if (hangsOnFigures) return [];
    const golds = question.golds === undefined ? {} : { golds: question.golds.map(change) };
    return [{ ...question, ...golds, ...(question.sentence === undefined ? {} : { sentence: change(question.sentence) }) }];
  });
  return { ...reading, context, questions };
}

const MOST_STRANGERS = 5;
const LEANS_ON_BEFORE = /^(?:it|its|they|them|their|he|she|his|her|this|that|these|those|then|so|but|and|or|both|all|otherwise)\b/iu;

/**
 * The reading with some sentences of another text before or after it, so that an answer is found among more that is not
 * asked for. Questions that the other text may answer as well, having all their words of content, are left out.
 */
export function amongStrangers(reading: Reading, other: Reading, random: Random): Reading {
  const tokens = tokenize(other.context);
  const sentences = splitSentences(other.context, tokens);
  const first = integer(random, 0, sentences.length - 1);
  const last = Math.min(first + integer(random, 1, MOST_STRANGERS), sentences.length) - 1;
  const strangers = other.context.slice(tokens[sentences[first]?.start ?? 0]?.start, tokens[(sentences[last]?.end ?? 0) - 1]?.end);
  if (LEANS_ON_BEFORE.test(strangers)) return reading;
  const said = new Set(contentKeys(strangers));
  const isBefore = random() < 0.5;
  const shift = isBefore ? strangers.length + 1 : 0;
  const questions = reading.questions
    .filter(({ text }) => contentKeys(text).some((key) => !said.has(key)))
    .map((question) => {
      const { evidence } = question;
      return evidence ? { ...question, evidence: { start: evidence.start + shift, end: evidence.end + shift } } : question;
    });
  return { ...reading, context: isBefore ? `${strangers} ${reading.context}` : `${reading.context} ${strangers}`, questions };
}

function contentKeys(text: string): string[] {
  return tokenize(text.toLowerCase())
    .map((token) => token.text)
    .filter((word) => /^[\p{L}\p{N}]/u.test(word) && !FUNCTION_WORDS.has(word))
    .map(matchKey);
}

/** A figure of the same length and kind: minutes after a colon, small numbers that may be hours, years, others. */
function otherFigure(figure: string, random: Random): string {
  if (figure.startsWith(':'))
    return pick(random, ['00', '10', '15', '20', '30', '40', '45', '50'])
      .slice(0, figure.length - 1)
      .padEnd(figure.length - 1, '0');
  const value = Number(figure);
  if (value <= 1 || figure.startsWith('0')) return figure;
  if (value < 10) return String(integer(random, 2, 9));
  if (value <= 12) return String(integer(random, 10, 12));
  if (/^(?:1[89]|20)\d\d$/u.test(figure)) return figure.slice(0, 2) + String(integer(random, 10, 99));
  return figure.replace(/(?!^)[1-46-9]/gu, () => String(integer(random, 0, 9))).replace(/^\d/u, () => String(integer(random, 1, 9)));
}
