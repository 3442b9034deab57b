import { extractText, getDocumentProxy } from 'unpdf';
import type { Block } from './blocks';
import { textToBlocks } from './text';

/** The blocks of a PDF by its lines of text. */
export async function pdfToBlocks(_name: string, bytes: Uint8Array): Promise<Block[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  return textToBlocks(text);
}
