import { AssistantError } from '../../../assistant/errors';
import type { Block } from '../blocks';
import { layoutToBlocks } from './layout';
import { readPages } from './pages';
import { withoutRunningHeads } from './running-heads';
import { taggedToBlocks } from './tagged';

/** A page of a scan has a number, a page of a document has words. */
const FEWEST_LETTERS = 20;
/** A PDF may have bytes before its header (ISO 32000-1, annex H.3.4.1). */
const HEADER = '%PDF-';

/** The blocks of a PDF: by its tags where it has them, else by where its text stands. Throws AssistantError. */
export async function pdfToBlocks(name: string, bytes: Uint8Array): Promise<Block[]> {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 2048)).indexOf(HEADER);
  const pages = await readPages(bytes.subarray(Math.max(0, start)));
  const letters = pages.flatMap(({ runs }) => runs).reduce((sum, { text }) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0);
  if (letters < FEWEST_LETTERS * pages.length) {
    throw new AssistantError(
      'document-unreadable',
      `There is hardly any text in ${name}; its pages seem to be scanned pictures. Run text recognition (OCR) over it, or give its text.`,
    );
  }
  return taggedToBlocks(pages) ?? layoutToBlocks(withoutRunningHeads(pages));
}
