import { spokenToken, toSpokenForm, wordsBefore } from '../text/spoken';
import { tokenize } from '../text/tokens';
import { pick, type Random } from './random';
import type { CharacterSpan, Reading, ReadingQuestion } from './reading';

const OPENERS = [
  'um',
  'uh',
  'hi',
  'hello',
  'so',
  'okay',
  'excuse me',
  'can you tell me',
  'could you tell me',
  'do you know',
  'i would like to know',
  'please tell me',
  'hey',
  'sorry',
  'i was wondering',
];

/** The question as a speech recogniser hands it over, now and then with an opener or a filler. */
export function speakQuestion(question: ReadingQuestion, random: Random): ReadingQuestion {
  const words = toSpokenForm(question.text).split(' ');
  if (random() < 0.12) words.splice(Math.floor(random() * words.length), 0, pick(random, ['um', 'uh', 'er']));
  if (random() < 0.15) words.unshift(pick(random, OPENERS));
  return { ...question, id: `${question.id}-spoken`, text: words.join(' ') };
}

/** The whole reading as if somebody had dictated the context: lower case, no punctuation, numbers in words. */
export function dictateReading(reading: Reading): Reading {
  const starts = new Map<number, number>();
  const ends = new Map<number, number>();
  const tokens = tokenize(reading.context);
  let context = '';
  for (const [index, token] of tokens.entries()) {
    const spoken = spokenToken(token.text, wordsBefore(tokens, index));
    const separator = context === '' || spoken === '' || /^(?:n't|'\p{L}+)$/u.test(spoken) ? '' : ' ';
    starts.set(token.start, context.length + separator.length);
    context += separator + spoken;
    ends.set(token.end, context.length);
  }
  const questions = reading.questions.flatMap((question) => {
    if (!question.evidence) return [question];
    const evidence = moveSpan(question.evidence, starts, ends);
    if (!evidence) return [];
    const sentence = question.sentence === undefined ? {} : { sentence: numbersInWords(question.sentence) };
    return [{ ...question, ...sentence, id: `${question.id}-dictated`, evidence }];
  });
  return { ...reading, context, questions };
}

function moveSpan(span: CharacterSpan, starts: ReadonlyMap<number, number>, ends: ReadonlyMap<number, number>): CharacterSpan | undefined {
  const start = starts.get(span.start);
  const end = ends.get(span.end);
  return start !== undefined && end !== undefined && end > start ? { start, end } : undefined;
}

/** "The code is 4419." becomes "The code is four four one nine.", as a dictated context gives it. */
function numbersInWords(sentence: string): string {
  const tokens = tokenize(sentence);
  let text = '';
  let copied = 0;
  for (const [index, token] of tokens.entries()) {
    const isNumber = /^\p{N}|^(?:\p{L}\.){2,}$/u.test(token.text);
    if (isNumber) {
      text += sentence.slice(copied, token.start) + spokenToken(token.text, wordsBefore(tokens, index));
      copied = token.end;
    }
  }
  return text + sentence.slice(copied);
}
