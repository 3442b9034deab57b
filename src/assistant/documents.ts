import { toSlug } from '../text/names';
import { keepOriginal } from '../library/originals';
import { readUpload } from '../library/topic-lines';
import type { Assistant } from './assistant';
import { AssistantError } from './errors';
import { askQuestion } from './ask-question';
import {
  EVERYTHING,
  type Answer,
  type DocumentInfo,
  type DocumentStore,
  type ExtractText,
  type TakenDocument,
  type Topic,
  type TopicChange,
} from './ports';

export interface GivenDocument {
  /** A topic's id, title or synonym; an unknown name makes a new topic. */
  readonly topic: string;
  /** The file's name, which with the topic tells it from others; without its ending it becomes the title. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

const LONGEST_NAME = 80;

/** Takes a file into the library, in the place of one of the same topic and name. Throws AssistantError and then changes nothing. */
export async function addDocument(
  { library, extractText }: { readonly library: DocumentStore; readonly extractText: ExtractText },
  { topic: topicName, name, bytes }: GivenDocument,
): Promise<TakenDocument> {
  const topic = await topicFor(library, topicName);
  const { synonyms, examples, text } = readUpload(await extractText(name, bytes));
  return library.put({
    topic: { ...topic, synonyms: together(topic.synonyms, synonyms), examples: together(topic.examples, examples) },
    name,
    title: name.replace(/\.\w{1,8}$/u, ''),
    origin: 'upload',
    text,
    original: await keepOriginal(bytes),
  });
}

/** Changes a topic's title, synonyms, examples or place. Throws AssistantError `topic-unknown` or `invalid-request`. */
export async function changeTopic({ library }: Pick<Assistant, 'library'>, id: string, change: TopicChange): Promise<Topic> {
  for (const name of [change.title, ...(change.synonyms ?? [])].filter((one) => one !== undefined)) {
    const namesake = (await library.topicsNamed(name)).find((topic) => topic.id !== id);
    if (namesake) throw new AssistantError('invalid-request', `"${name}" is a name of the topic ${namesake.title} already.`);
  }
  const topic = await library.changeTopic(id, change);
  if (!topic) throw new AssistantError('topic-unknown', `There is no topic "${id}".`);
  return topic;
}

function together(known: readonly string[], given: readonly string[]): string[] {
  return [...new Map([...known, ...given].map((entry) => [entry.toLowerCase(), entry])).values()];
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
  const topic = await topicFor(library, note.topic);
  const before = (await library.documents()).find((info) => info.topic === topic.id && info.title === NOTES);
  const sentence = note.sentence.trim();
  const text = [before && (await library.text(before.id)), /[.!?]$/u.test(sentence) ? sentence : `${sentence}.`].filter(Boolean).join(' ');
  const document = await library.put({ topic, name: NOTES, title: NOTES, origin: 'upload', text });
  if (note.question === undefined) return { document };
  const answer = await askQuestion(assistant, { question: note.question, topic: topic.id });
  if (answer.answerable) await feedback.removeUnanswered(answer.question.toLowerCase());
  return { document, answer };
}

/** The topic of a name, or a new one. */
async function topicFor(library: DocumentStore, name: string): Promise<Topic> {
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
