import { extname } from 'node:path';
import { convert } from 'html-to-text';
import mammoth from 'mammoth';
import { extractText as extractPdf, getDocumentProxy } from 'unpdf';
import { AssistantError } from '../assistant/errors';

const LARGEST_FILE = 10 * 1024 * 1024;
const LONGEST_TEXT = 2_000_000;

/**
 * The plain text of a file, by what it holds rather than by its name: PDF, DOCX, HTML, Markdown or plain text.
 * Throws AssistantError `document-unreadable` or `document-too-large`, saying what to do.
 */
export async function extractText(name: string, bytes: Uint8Array): Promise<string> {
  if (bytes.length > LARGEST_FILE)
    throw new AssistantError('document-too-large', `${name} is larger than 10 MB. Split it, or save it as text.`);
  const text = tidy(await read(name, bytes));
  if (!/[\p{L}\p{N}]/u.test(text)) {
    throw new AssistantError('document-unreadable', `There is no text in ${name}. If it holds scanned pictures, give it as text instead.`);
  }
  if (text.length > LONGEST_TEXT)
    throw new AssistantError('document-too-large', `${name} holds more than two million characters. Split it.`);
  return text;
}

async function read(name: string, bytes: Uint8Array): Promise<string> {
  const buffer = Buffer.from(bytes);
  const head = buffer.subarray(0, 512).toString('latin1');
  try {
    if (head.startsWith('%PDF'))
      return joinLines((await extractPdf(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })).text);
    if (head.startsWith('PK')) return (await mammoth.extractRawText({ buffer })).value;
  } catch (error) {
    const isLocked = error instanceof Error && /password|encrypt/iu.test(`${error.name} ${error.message}`);
    const advice = isLocked
      ? 'is protected by a password. Remove the protection and give it again.'
      : 'cannot be read; it seems to be damaged or of another kind.';
    throw new AssistantError('document-unreadable', `${name} ${advice}`, { cause: error });
  }
  if (buffer.includes(0)) throw new AssistantError('document-unreadable', `${name} is neither text nor PDF, DOCX, HTML or Markdown.`);
  const text = decode(name, buffer);
  if (/^\s*(?:<!doctype html|<html)/iu.test(text) || /^\.html?$/iu.test(extname(name))) {
    return convert(text, {
      wordwrap: false,
      selectors: [{ selector: 'a', options: { ignoreHref: true } }, { selector: 'img', format: 'skip' }, ...HEADINGS],
    });
  }
  return /^\.(?:md|markdown)$/iu.test(extname(name)) ? withoutMarkdown(text) : text;
}

const HEADINGS = ['h1', 'h2', 'h3', 'h4'].map((selector) => ({ selector, options: { uppercase: false } }));

function decode(name: string, buffer: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(buffer);
  } catch (error) {
    throw new AssistantError('document-unreadable', `${name} is not written in UTF-8. Save it as UTF-8 and give it again.`, {
      cause: error,
    });
  }
}

/** Markdown as it reads: no marks of headings, emphasis, links or code. */
function withoutMarkdown(text: string): string {
  return text
    .replace(/^#{1,6}\s+(.*?)\s*#*$/gmu, '\n$1\n')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/(\*\*|__|`{1,3})(?=\S)([^\n]*?\S)\1/gu, '$2')
    .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]*\S)\*(?![\p{L}\p{N}*])/gu, '$1');
}

/** A PDF breaks lines where the page ends: full lines run on, short ones end a paragraph or are headings. */
function joinLines(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  const full = 0.6 * Math.max(...lines.map((line) => line.length));
  return lines
    .map((line, index) => {
      const isFull = line.length > full && !/[.!?:]$/u.test(line);
      const next = lines[index + 1] ?? '';
      const nextIsHeading = next.length > 0 && next.length <= full && !/[.!?:;,]$/u.test(next) && /[.!?]$/u.test(line);
      return line + (isFull ? ' ' : nextIsHeading ? '\n\n' : '\n');
    })
    .join('');
}

function tidy(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(/[ \t\u00a0]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}
