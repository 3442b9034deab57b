import { unzipSync } from 'fflate';
import { AssistantError } from '../../assistant/errors';

/** Inflated, a document of our size limits is far below this. */
const LARGEST_INFLATED = 24 * 1024 * 1024;

/**
 * The files of a ZIP archive that are asked for. Throws AssistantError `document-too-large` when they inflate to more than
 * 24 MB together, whatever the archive claims.
 */
export function readArchive(bytes: Uint8Array, isWanted: (name: string) => boolean): Map<string, Uint8Array> {
  let total = 0;
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!isWanted(name)) return false;
      total += originalSize;
      if (total > LARGEST_INFLATED) {
        throw new AssistantError('document-too-large', 'Unpacked, the document is larger than 24 MB. Split it, or save it as text.');
      }
      return true;
    },
  });
  return new Map(Object.entries(files));
}
