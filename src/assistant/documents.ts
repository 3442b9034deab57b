import { toSlug } from '../text/names';
import type { Assistant } from './assistant';
import { AssistantError } from './errors';
import { askQuestion } from './ask-question';
import { EVERYTHING, type Answer, type DocumentInfo, type Topic } from './ports';

export interface GivenDocument {
  /** A topic's id, title or synonym; an unknown name makes a new topic. */
  readonly topic: string;
  /** The file's name; without its ending it becomes the title. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

const LONGEST_NAME = 80;

/** Takes a file into the library, in the place of one of the same topic and name. Throws AssistantError and then changes nothing. */
export async function addDocument(
  assistant: Pick<Assistant, 'library' | 'extractText'>,
  { topic: topicName, name, bytes }: GivenDocument,
): Promise<DocumentInfo> {
  const topic = await topicFor(assistant, topicName);
  const text = await assistant.extractText(name, bytes);
  return assistant.library.put({ topic, title: name.replace(/\.\w{1,8}$/u, ''), origin: 'upload', text });
}

export interface Note {
  readonly topic: string;
  readonly sentence: string;
  /** The question that the sentence is meant to answer. */
  readonly question?: string | undefined;
}

const NOTES = 'Notes';

/**
 * Adds a sentence to the topic's notes. The question that it was written for is asked again, and forgotten among the
 * unanswered ones when it finds its answer now. Throws AssistantError.
 */
export async function addSentence(assistant: Assistant, note: Note): Promise<{ document: DocumentInfo; answer?: Answer }> {
  const { library, feedback } = assistant;
  const topic = await topicFor(assistant, note.topic);
  const before = (await library.documents()).find((info) => info.topic === topic.id && info.title === NOTES);
  const sentence = note.sentence.trim();
  const text = [before && (await library.text(before.id)), /[.!?]$/u.test(sentence) ? sentence : `${sentence}.`].filter(Boolean).join(' ');
  const document = await library.put({ topic, title: NOTES, origin: 'upload', text });
  if (note.question === undefined) return { document };
  const answer = await askQuestion(assistant, { question: note.question, topic: topic.id });
  if (answer.answerable) await feedback.removeUnanswered(answer.question.toLowerCase());
  return { document, answer };
}

/** The topic of a name, or a new one. */
async function topicFor({ library }: Pick<Assistant, 'library'>, name: string): Promise<Topic> {
  const wanted = name.trim();
  if (!/[\p{L}\p{N}]/u.test(wanted) || wanted.length > LONGEST_NAME) {
    throw new AssistantError('invalid-request', `A topic needs a name of at most ${LONGEST_NAME} characters.`);
  }
  const known = await library.findTopic(wanted);
  if (known?.id === EVERYTHING) throw new AssistantError('invalid-request', `"${wanted}" stands for all topics. Choose another name.`);
  return known ?? { id: toSlug(wanted), title: wanted, synonyms: [], examples: [] };
}

/** Throws AssistantError `document-unknown`. */
export async function removeDocument(assistant: Pick<Assistant, 'library'>, id: string): Promise<void> {
  if (!(await assistant.library.remove(id)))
    throw new AssistantError('document-unknown', 'There is no such document; it may have been removed before.');
}
