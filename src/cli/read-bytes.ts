import { readFileSync } from 'node:fs';
import { AssistantError } from '../assistant/errors';

/** A file's content. Throws AssistantError `document-unreadable`. */
export function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new AssistantError('document-unreadable', `${file} cannot be read.`, { cause: error });
  }
}
