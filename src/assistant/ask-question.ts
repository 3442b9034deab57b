import { surroundings } from '../text/sentences';
import { cleanQuestion } from '../text/spoken';
import { AssistantError } from './errors';
import type { Answer, Library, Passage, PassageAnswer, SessionContext } from './ports';
import type { Assistant } from './assistant';
import { requireTopic } from './set-context';
import { passagesOf } from './passages';

/** Where to look: a text given along, a topic, or what a session was set to; the first that is there counts. */
export interface Question {
  readonly question: string;
  readonly context?: string | undefined;
  readonly topic?: string | undefined;
  readonly sessionId?: string | undefined;
}

export const LONGEST_QUESTION = 500;
const PASSAGES_READ = 3;
const NO_EVIDENCE = { text: '', start: 0, end: 0, source: '', sentence: '', around: '' };
const NOT_IN_TEXT = "I'm sorry, the text doesn't say.";

/** Answers a question, from the first word heard to the sentence spoken. Throws AssistantError. */
export async function askQuestion(assistant: Assistant, asked: Question): Promise<Answer> {
  const question = checkQuestion(asked.question);
  const context = chooseContext(assistant, asked);
  const passages = findPassages(assistant.library, context, question);
  const answer = await answerFromPassages(assistant, question, passages);
  if (!answer.answerable && context.kind === 'topic') assistant.feedback.addUnanswered(question.toLowerCase());
  if (asked.sessionId !== undefined) {
    assistant.sessions.put(asked.sessionId, { ...assistant.sessions.get(asked.sessionId), lastAnswer: answer });
  }
  return answer;
}

/** Answers a question from a text given along, without a session. Throws AssistantError. */
export function answerFromText(reader: Pick<Assistant, 'model' | 'clock'>, question: string, text: string): Promise<Answer> {
  const checked = checkQuestion(question);
  return answerFromPassages(reader, checked, passagesOf(text, checked, PASSAGES_READ));
}

/** Reads every passage with the question in mind; the one that is surest to hold the answer speaks. */
async function answerFromPassages(
  { model, clock }: Pick<Assistant, 'model' | 'clock'>,
  question: string,
  passages: readonly Passage[],
): Promise<Answer> {
  const started = clock();
  const readings = await Promise.all(passages.map(async (passage) => ({ passage, reading: await model.answer(question, passage.text) })));
  const best = readings.sort((a, b) => b.reading.confidence - a.reading.confidence)[0];
  const answer = best
    ? fromReading(best.passage, best.reading)
    : { answer: NOT_IN_TEXT, shortAnswer: '', answerable: false, confidence: 0, evidence: NO_EVIDENCE };
  return { question, ...answer, model: model.version, elapsedMs: Math.round(clock() - started) };
}

function checkQuestion(raw: string): string {
  const question = cleanQuestion(raw);
  if (!/[\p{L}\p{N}]/u.test(question))
    throw new AssistantError('question-missing', 'The question is empty. Ask something, such as "what time is breakfast".');
  if (question.length > LONGEST_QUESTION) {
    throw new AssistantError('question-too-long', `The question is longer than ${LONGEST_QUESTION} characters. Ask it in one sentence.`);
  }
  return question;
}

function chooseContext(assistant: Assistant, asked: Question): SessionContext {
  if (asked.context !== undefined) return { kind: 'text', text: asked.context };
  if (asked.topic !== undefined) return { kind: 'topic', topic: requireTopic(assistant.library, asked.topic).id };
  const remembered = asked.sessionId === undefined ? undefined : assistant.sessions.get(asked.sessionId).context;
  if (remembered?.kind === 'topic') return { kind: 'topic', topic: requireTopic(assistant.library, remembered.topic).id };
  if (remembered) return remembered;
  throw new AssistantError(
    'context-missing',
    'There is nothing to read yet. Give a context or a topic, or set the context of the session first.',
  );
}

function findPassages(library: Library, context: SessionContext, question: string): readonly Passage[] {
  return context.kind === 'text'
    ? passagesOf(context.text, question, PASSAGES_READ)
    : library.search(context.topic, question, PASSAGES_READ);
}

function fromReading(passage: Passage, reading: PassageAnswer): Omit<Answer, 'question' | 'model' | 'elapsedMs'> {
  const { text, start, end } = reading.evidence;
  const { sentence, around } = surroundings(passage.text, start, end);
  return {
    answer: reading.answerable ? reading.sentence : NOT_IN_TEXT,
    shortAnswer: reading.answerable ? text : '',
    answerable: reading.answerable,
    confidence: Math.round(reading.confidence * 1000) / 1000,
    evidence: { text, start: start + passage.start, end: end + passage.start, source: passage.source, sentence, around },
  };
}
