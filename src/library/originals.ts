import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { DocumentStore, ExtractText, KeptOriginal } from '../assistant/ports';
import { readUpload } from './topic-lines';

/** Goes up when conversion has become better, so that kept files are converted anew. */
export const CONVERTER = 1;
/** Bytes of a compressed file that are kept; the text of a larger one stays as it was made. */
const LARGEST_KEPT = 4 * 2 ** 20;
/** Bytes of a file that was kept, inflated; uploads are smaller. */
const LARGEST_FILE = 16 * 2 ** 20;

const compress = promisify(gzip);
const inflate = promisify(gunzip) as (bytes: Uint8Array, options: { maxOutputLength: number }) => Promise<Buffer>;

/** The file as it is kept, or undefined when it is too large for it. */
export async function keepOriginal(bytes: Uint8Array): Promise<KeptOriginal | undefined> {
  const compressed = await compress(bytes);
  return compressed.length <= LARGEST_KEPT ? { gzip: compressed, converter: CONVERTER } : undefined;
}

/**
 * Converts the kept files anew whose text an older conversion than `converter` made; how many. A file that can be read no more
 * keeps its text.
 */
export async function convertAnew(library: DocumentStore, extractText: ExtractText, converter = CONVERTER): Promise<number> {
  const old = await library.convertedBefore(converter);
  for (const { id, topic: topicId, name, title, origin } of old) {
    const [topic, kept, before] = await Promise.all([library.findTopic(topicId), library.original(id), library.text(id)]);
    if (!topic || !kept || before === undefined) continue;
    const bytes = await inflate(kept.gzip, { maxOutputLength: LARGEST_FILE });
    const text = await extractText(name, bytes).then(
      (converted) => readUpload(converted).text,
      () => before,
    );
    await library.put({ topic, name, title, origin, text, original: { gzip: kept.gzip, converter: CONVERTER } });
  }
  return old.length;
}
