import type { Block, ListItem, Pair } from './blocks';
import { currencyOfBlocks } from './units';
import { ended, writeList } from './write-list';
import { writeTable } from './write-table';

/**
 * The text of a document, which is what its manager sees, what offsets count in and what is read: blocks apart by an empty
 * line; headings as "# Title", "## Section" (no other line begins so); a table as a line of words for each row; a list as one
 * line with its lead-in; a question and its answer as two neighbouring lines "Q: ..." and "A: ...", a term and what is said
 * of it as "Term: ...".
 */
export function writeBlocks(blocks: readonly Block[]): string {
  const currency = currencyOfBlocks(blocks);
  const parts: string[] = [];
  let section = '';
  let at = 0;
  while (at < blocks.length) {
    const block = blocks[at] as Block;
    const before = blocks[at - 1];
    at += 1;
    if (block.kind === 'heading') {
      section = block.text;
      parts.push(`${'#'.repeat(block.level)} ${block.text}`);
    } else if (block.kind === 'item') {
      const items = [block, ...itemsFrom(blocks, at)];
      at += items.length - 1;
      const isLead = before?.kind === 'paragraph' && before.text.endsWith(':');
      if (isLead) parts.push(`${parts.pop() ?? ''} ${writeList(items)}`);
      else parts.push(withoutMark(writeList(items, before?.kind === 'heading' ? before.text : '')));
    } else if (block.kind === 'table') {
      parts.push(withoutMark(writeTable(block, section, currency)));
    } else if (block.kind === 'pair') {
      parts.push(withoutMark(writePair(block)));
    } else {
      parts.push(withoutMark(block.text));
    }
  }
  return parts.filter(Boolean).join('\n\n');
}

function itemsFrom(blocks: readonly Block[], from: number): ListItem[] {
  const end = blocks.findIndex((block, index) => index >= from && block.kind !== 'item');
  return blocks.slice(from, end < 0 ? undefined : end).filter((block) => block.kind === 'item');
}

function writePair({ question, answer }: Pair): string {
  const text = writeBlocks(answer)
    .split('\n')
    .filter(Boolean)
    .map((line, index, lines) => (index < lines.length - 1 ? ended(withoutMark(line)) : withoutMark(line)))
    .join(' ');
  return question.endsWith('?') ? `Q: ${question}\nA: ${text}` : `${question.replace(/\s*[:.]$/u, '')}: ${text}`;
}

/** A text that looks like a heading of ours loses what makes it look so. */
function withoutMark(text: string): string {
  return text.replace(/^#{1,6} +/gmu, '');
}
