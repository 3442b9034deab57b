import { AssistantError } from '../../assistant/errors';
import type { Block } from './blocks';
import { csvToBlocks } from './csv';
import { docxToBlocks } from './docx';
import { declaredEncoding, decodeText } from './encoding';
import { pageToBlocks } from './html';
import { kindOf } from './kind';
import { markdownToBlocks } from './markdown';
import { pdfToBlocks } from './pdf';
import { finishBlocks } from './structure';
import { textToBlocks } from './text';
import { writeBlocks } from './write';
import { xlsxToBlocks } from './xlsx';

const LARGEST_FILE = 10 * 1024 * 1024;
const LONGEST_TEXT = 2_000_000;
const MOST_BLOCKS = 100_000;

/**
 * The text of a file as it is understood, by what it holds rather than by its name: PDF, DOCX, XLSX, HTML, Markdown, CSV or
 * plain text. Throws AssistantError `document-unreadable` or `document-too-large`, saying what to do, and nothing else.
 */
export async function convertDocument(name: string, bytes: Uint8Array): Promise<string> {
  try {
    if (bytes.length > LARGEST_FILE)
      throw new AssistantError('document-too-large', `${name} is larger than 10 MB. Split it, or save it as text.`);
    return await convert(name, bytes);
  } catch (error) {
    if (error instanceof AssistantError) throw error;
    const isLocked = error instanceof Error && /password|encrypt/iu.test(`${error.name} ${error.message}`);
    const advice = isLocked
      ? 'is protected by a password. Remove the protection and give it again.'
      : 'cannot be read; it seems to be damaged or of another kind.';
    throw new AssistantError('document-unreadable', `${name} ${advice}`, { cause: error });
  }
}

async function convert(name: string, bytes: Uint8Array): Promise<string> {
  const blocks = await blocksOf(name, bytes);
  if (blocks.length > MOST_BLOCKS) throw new AssistantError('document-too-large', `${name} has too many paragraphs. Split it.`);
  const text = writeBlocks(finishBlocks(blocks));
  if (!/[\p{L}\p{N}]/u.test(text)) {
    throw new AssistantError('document-unreadable', `There is no text in ${name}. If it holds scanned pictures, give it as text instead.`);
  }
  if (text.length > LONGEST_TEXT)
    throw new AssistantError('document-too-large', `${name} holds more than two million characters. Split it.`);
  return text;
}

async function blocksOf(name: string, bytes: Uint8Array): Promise<Block[]> {
  const kind = kindOf(name, bytes);
  if (kind === 'pdf') return pdfToBlocks(name, bytes);
  if (kind === 'docx') return docxToBlocks(bytes);
  if (kind === 'xlsx') return xlsxToBlocks(bytes);
  const text = decodeText(bytes, kind === 'html' ? declaredEncoding(bytes) : undefined);
  if (isBinary(text))
    throw new AssistantError('document-unreadable', `${name} is neither text nor PDF, DOCX, XLSX, HTML, Markdown or CSV.`);
  if (text.length > 4 * LONGEST_TEXT) throw new AssistantError('document-too-large', `${name} holds too much text. Split it.`);
  if (kind === 'html') return pageToBlocks(text);
  if (text.length > LONGEST_TEXT)
    throw new AssistantError('document-too-large', `${name} holds more than two million characters. Split it.`);
  if (kind === 'csv') return csvToBlocks(text);
  return kind === 'markdown' ? markdownToBlocks(text) : textToBlocks(text);
}

/** Text has next to no control characters. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, 65_536);
  // eslint-disable-next-line no-control-regex
  const controls = sample.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/gu)?.length ?? 0;
  return sample.includes('\u0000') || controls > sample.length / 50;
}
