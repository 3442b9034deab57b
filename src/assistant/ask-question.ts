import { PASSAGES_READ } from '../library/search/limits';
import { cleanQuestion } from '../text/spoken';
import { AssistantError } from './errors';
import {
  EVERYTHING,
  type Answer,
  type AnswerOptions,
  type Attention,
  type Finding,
  type Found,
  type Library,
  type ModelAnswer,
  type Passage,
  type Session,
  type SessionContext,
} from './ports';
import type { Assistant } from './assistant';
import { bestEffort } from './best-effort';
import { requireTopic } from './set-context';
import { passagesOf } from './passages';
import { notesText } from './notes';
import { currentSession } from './sessions';

/**
 * Where to look: a text given along, a topic, or what a session was set to; the first that is there counts. A session
 * that was set to nothing looks through everything. Its notes are read beside the desk's texts.
 */
export interface Question {
  readonly question: string;
  readonly context?: string | undefined;
  readonly topic?: string | undefined;
  readonly sessionId?: string | undefined;
  /** Whether to tell what the decoder looked at. */
  readonly explain?: boolean | undefined;
  /** Is told the evidence before the sentence is worded. */
  readonly onEvidence?: ((found: Found) => void) | undefined;
  /** Questions of different callers take turns when there are many; see AnswerModel. */
  readonly caller?: string | undefined;
}

export const LONGEST_QUESTION = 500;
/** What is longer is not even cleaned. */
const LONGEST_HEARD = 10 * LONGEST_QUESTION;
const YOUR_NOTES = 'your notes';
const NOTHING_FOUND: Found = {
  answerable: false,
  confidence: 0,
  evidence: { text: '', start: 0, end: 0, source: '', sentence: '', around: '' },
};
const NOT_IN_TEXT = "I'm sorry, the text doesn't say.";

/** Answers a question, from the first word heard to the sentence spoken. Throws AssistantError. */
export async function askQuestion(assistant: Assistant, asked: Question): Promise<Answer> {
  const question = checkQuestion(asked.question);
  const session = await currentSession(assistant, asked.sessionId);
  const context = await chooseContext(assistant.library, asked, session);
  const passages = [...(await findPassages(assistant.library, context, question)), ...notePassages(context, session, question)];
  const answer = await answerFromPassages(assistant, question, passages, asked);
  if (!answer.answerable && context.kind === 'topic') {
    await bestEffort(assistant, assistant.feedback.addUnanswered(question.toLowerCase()), undefined);
  }
  return answer;
}

/** What stands where an answer is expected although nothing was asked. */
export function unanswered({ model }: Pick<Assistant, 'model'>, said: string): Answer {
  return { question: said, answer: '', shortAnswer: '', ...NOTHING_FOUND, model: model.version, elapsedMs: 0 };
}

/** Answers a question from a text given along, without a session. Throws AssistantError. */
export function answerFromText(reader: Pick<Assistant, 'model' | 'clock'>, question: string, text: string): Promise<Answer> {
  const checked = checkQuestion(question);
  return answerFromPassages(reader, checked, passagesOf(text, checked, PASSAGES_READ), {});
}

/** Asks the model, and puts what it found in its place in the document. */
async function answerFromPassages(
  { model, clock }: Pick<Assistant, 'model' | 'clock'>,
  question: string,
  passages: readonly Passage[],
  { explain, caller, onEvidence }: Pick<Question, 'explain' | 'caller' | 'onEvidence'>,
): Promise<Answer> {
  const started = clock();
  const options: AnswerOptions = { explain, caller, onEvidence: onEvidence && ((finding) => onEvidence(toFound(passages, finding))) };
  const said = await model.answer(question, passages, options);
  const found = toFound(passages, said);
  return {
    question,
    answer: found.answerable ? said.sentence : NOT_IN_TEXT,
    shortAnswer: found.answerable ? found.evidence.text : '',
    ...found,
    ...(found.answerable ? explanation(said, passages[said.passage]) : {}),
    model: model.version,
    elapsedMs: Math.round(clock() - started),
  };
}

function checkQuestion(raw: string): string {
  const question = cleanQuestion(raw.slice(0, LONGEST_HEARD));
  if (!/[\p{L}\p{N}]/u.test(question))
    throw new AssistantError('question-missing', 'The question is empty. Ask something, such as "what time is breakfast".');
  if (question.length > LONGEST_QUESTION) {
    throw new AssistantError('question-too-long', `The question is longer than ${LONGEST_QUESTION} characters. Ask it in one sentence.`);
  }
  return question;
}

async function chooseContext(library: Library, asked: Question, session: Session): Promise<SessionContext> {
  if (asked.context !== undefined) return { kind: 'text', text: asked.context };
  if (asked.topic !== undefined) return { kind: 'topic', topic: (await requireTopic(library, asked.topic)).id };
  const { context: remembered } = session;
  if (remembered?.kind === 'topic') await requireTopic(library, remembered.topic);
  if (remembered) return remembered;
  const hasTexts = (await library.topics()).length > 0 || session.notes.length > 0;
  if (asked.sessionId !== undefined && hasTexts) return { kind: 'topic', topic: EVERYTHING };
  throw new AssistantError(
    'context-missing',
    'There is nothing to read yet. Give a context or a topic, or set the context of the session first.',
  );
}

async function findPassages(library: Library, context: SessionContext, question: string): Promise<readonly Passage[]> {
  return context.kind === 'text' ? passagesOf(context.text, question, PASSAGES_READ) : library.passagesFor(context.topic, question);
}

/** A visitor's notes stand beside the desk's texts, and hide none of them. */
function notePassages(context: SessionContext, session: Session, question: string): Passage[] {
  if (context.kind === 'text' || session.notes.length === 0) return [];
  return passagesOf(notesText(session), question, 1).map((passage) => ({ ...passage, source: YOUR_NOTES }));
}

function toFound(passages: readonly Passage[], { passage: index, answerable, confidence, evidence }: Finding): Found {
  const { start = 0, source = '' } = passages[index] ?? {};
  return {
    answerable,
    confidence: Math.round(confidence * 1000) / 1000,
    evidence: { ...evidence, start: evidence.start + start, end: evidence.end + start, source },
  };
}

function explanation({ attention, check }: ModelAnswer, passage: Passage | undefined): Pick<Answer, 'attention' | 'check'> {
  return { ...(attention && { attention: shift(attention, passage?.start ?? 0) }), ...(check !== undefined && { check }) };
}

function shift({ places, words }: Attention, by: number): Attention {
  return { places: places.map(({ text, start, end }) => ({ text, start: start + by, end: end + by })), words };
}
