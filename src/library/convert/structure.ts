import type { Block, Heading } from './blocks';
import { oneLine, tidyLines } from './characters';
import { tabTables } from './tab-tables';

const LONGEST_ANSWER = 1200;

/**
 * What is the same for all formats: tables set with tabs, questions with their answers, heading levels without gaps, no
 * heading with nothing under it.
 */
export function finishBlocks(blocks: readonly Block[]): Block[] {
  const tidy = blocks.flatMap((block) => (block.kind === 'paragraph' ? tabTables(block.text) : [block])).map(tidyBlock);
  return withoutGaps(withoutLoneHeadings(questionHeadings(markedPairs(tidy.filter((block) => !isEmpty(block))))));
}

function tidyBlock(block: Block): Block {
  if (block.kind === 'table') return block;
  if (block.kind === 'pair') return { ...block, question: oneLine(block.question), answer: block.answer.map(tidyBlock) };
  return { ...block, text: block.kind === 'paragraph' ? tidyLines(block.text) : oneLine(block.text) };
}

function isEmpty(block: Block): boolean {
  if (block.kind === 'table') return block.rows.length === 0;
  return !/[\p{L}\p{N}]/u.test(block.kind === 'pair' ? block.question : block.text);
}

/** Lines "Q: ..." and "A: ..." of paragraphs. */
function markedPairs(blocks: readonly Block[]): Block[] {
  const result: Block[] = [];
  let question = '';
  for (const block of blocks) {
    if (block.kind !== 'paragraph') {
      if (question) result.push({ kind: 'paragraph', text: question });
      question = '';
      result.push(block);
      continue;
    }
    for (const part of block.text.split(/\n(?=(?:Q|A|Question|Answer)\s?[:.)]\s)/u)) {
      const marked = /^(?:(Q|Question)|(A|Answer))\s?[:.)]\s+/u.exec(part);
      const text = marked ? part.slice(marked[0].length) : part;
      if (marked?.[1]) {
        if (question) result.push({ kind: 'paragraph', text: question });
        question = oneLine(text);
      } else if (question && (marked?.[2] ?? true)) {
        result.push({ kind: 'pair', question, answer: [{ kind: 'paragraph', text }] });
        question = '';
      } else {
        result.push({ kind: 'paragraph', text: part });
      }
    }
  }
  if (question) result.push({ kind: 'paragraph', text: question });
  return result;
}

/** A heading that asks, with what stands under it, unless that has headings or tables of its own or is long. */
function questionHeadings(blocks: readonly Block[]): Block[] {
  const result: Block[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at] as Block;
    const end = block.kind === 'heading' && block.text.endsWith('?') ? nextHeading(blocks, at + 1) : at;
    const answer = blocks.slice(at + 1, end);
    if (block.kind === 'heading' && answer.length > 0 && isPlain(answer) && !isUnder(blocks[end], block)) {
      result.push({ kind: 'pair', question: block.text, answer });
      at = end - 1;
    } else {
      result.push(block);
    }
  }
  return result;
}

function nextHeading(blocks: readonly Block[], from: number): number {
  const at = blocks.findIndex((block, index) => index >= from && block.kind === 'heading');
  return at < 0 ? blocks.length : at;
}

function isPlain(blocks: readonly Block[]): boolean {
  const texts = blocks.map((block) => (block.kind === 'paragraph' || block.kind === 'item' ? block.text.length : Infinity));
  return texts.reduce((sum, length) => sum + length, 0) <= LONGEST_ANSWER;
}

function isUnder(block: Block | undefined, heading: Heading): boolean {
  return block?.kind === 'heading' && block.level > heading.level;
}

/** A heading with nothing under it would be read as a fact; it goes, unless it tells one: a number, "Tickets: at the desk". */
function withoutLoneHeadings(blocks: readonly Block[]): Block[] {
  if (blocks.every(({ kind }) => kind === 'heading')) return blocks.map((block) => ({ ...block, kind: 'paragraph' }) as Block);
  const kept: Block[] = [];
  /** The level of the heading below, 0 where a text is. */
  let below = Infinity;
  for (const block of [...blocks].reverse()) {
    const isLone = block.kind === 'heading' && below !== 0 && (below === Infinity || below <= block.level);
    if (!isLone) kept.push(block);
    else if (/\d|: /u.test(block.text)) kept.push({ kind: 'paragraph', text: block.text });
    else continue;
    below = block.kind === 'heading' ? block.level : 0;
  }
  return kept.reverse();
}

/** Levels 1, 2, 3 ... in use, whatever the format called them. */
function withoutGaps(blocks: readonly Block[]): Block[] {
  const levels = [...new Set(blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : [])))].sort((a, b) => a - b);
  return blocks.map((block) => (block.kind === 'heading' ? { ...block, level: Math.min(6, levels.indexOf(block.level) + 1) } : block));
}
