import { toSlug } from '../text/names';
import type { Assistant } from './assistant';
import { AssistantError } from './errors';
import { EVERYTHING, type DocumentInfo } from './ports';

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
  const wanted = topicName.trim();
  if (!/[\p{L}\p{N}]/u.test(wanted) || wanted.length > LONGEST_NAME) {
    throw new AssistantError('invalid-request', `A topic needs a name of at most ${LONGEST_NAME} characters.`);
  }
  const known = assistant.library.findTopic(wanted);
  if (known?.id === EVERYTHING) throw new AssistantError('invalid-request', `"${wanted}" stands for all topics. Choose another name.`);
  const text = await assistant.extractText(name, bytes);
  const topic = known ?? { id: toSlug(wanted), title: wanted, synonyms: [], examples: [] };
  return assistant.library.put({ topic, title: name.replace(/\.\w{1,8}$/u, ''), origin: 'upload', text });
}

/** Throws AssistantError `document-unknown`. */
export function removeDocument(assistant: Pick<Assistant, 'library'>, id: string): void {
  if (!assistant.library.remove(id))
    throw new AssistantError('document-unknown', 'There is no such document; it may have been removed before.');
}
