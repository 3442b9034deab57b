import type { ChildNode, Document, Element, ParentNode } from 'domhandler';
import { textContent } from 'domutils';
import type { Block } from './blocks';
import { cleanCharacters, oneLine } from './characters';
import { placeFootnotes } from './html-footnotes';
import { inlineText } from './html-inline';
import { tableOf } from './html-table';
import { descendants, elementsOf, isBlock, isElement, parseMarkup } from './html-tree';
import { keepVisibleContent } from './html-visible';

const LONGEST_HEADING = 120;
const LONGEST_BOLD_HEADING = 80;

/** The blocks of a web page: what its visitor sees and came for. Throws AssistantError `document-too-large`. */
export function pageToBlocks(html: string): Block[] {
  const document = parseMarkup(cleanCharacters(html).replace(/\t/gu, ' '));
  const title = titleOf(document);
  keepVisibleContent(document);
  const blocks = blocksOf(document);
  const hasTitle = blocks.some((block) => block.kind === 'heading' && block.level === 1);
  return hasTitle || title === '' ? blocks : [{ kind: 'heading', level: 1, text: title }, ...blocks];
}

/** The blocks of HTML that a converter made: all of it is content. Throws AssistantError `document-too-large`. */
export function fragmentToBlocks(html: string): Block[] {
  return blocksOf(parseMarkup(cleanCharacters(html)));
}

/** The page's title without the name of its site. */
function titleOf(document: Document): string {
  const title = descendants(document).find(({ name }) => name === 'title');
  return title ? (oneLine(textContent(title)).split(/ (?:[|–—-]|::) /u)[0] ?? '') : '';
}

function blocksOf(document: ParentNode): Block[] {
  placeFootnotes(document);
  return walk(document.children, -1);
}

/** Blocks of nodes; `level` is the depth of the list around them, -1 outside of lists. */
function walk(nodes: readonly ChildNode[], level: number): Block[] {
  const blocks: Block[] = [];
  let inline: ChildNode[] = [];
  const flush = (): void => {
    const text = inlineText(inline);
    inline = [];
    if (text !== '') blocks.push({ kind: 'paragraph', text });
  };
  for (const node of nodes) {
    if (!isElement(node) || !isBlock(node)) {
      inline.push(node);
      continue;
    }
    flush();
    for (const block of blocksOfElement(node, level)) blocks.push(block);
  }
  flush();
  return blocks;
}

function blocksOfElement(element: Element, level: number): Block[] {
  const headingLevel = levelOf(element);
  if (headingLevel > 0) return headingBlock(headingLevel, oneLine(inlineText(element.children)));
  switch (element.name) {
    case 'p':
      return isBoldLine(element) ? headingBlock(6, oneLine(inlineText(element.children))) : walk(element.children, level);
    case 'ul':
    case 'ol':
    case 'menu':
    case 'dir':
      return itemsOf(element, level + 1);
    case 'li':
      return itemOf(element, Math.max(0, level));
    case 'dl':
      return pairsOf(element, level);
    case 'details':
      return pairOfDetails(element, level);
    case 'table':
      return tableOf(element) ?? walk(element.children, level);
    case 'pre':
      return [{ kind: 'paragraph', text: textContent(element).trim() }];
    default:
      return walk(element.children, level);
  }
}

function levelOf({ name, attribs }: Element): number {
  if (attribs['role'] === 'heading') return Math.min(6, Number(attribs['aria-level'] ?? 2) || 2);
  return Number(/^h([1-6])$/u.exec(name)?.[1] ?? 0);
}

function headingBlock(level: number, text: string): Block[] {
  if (text === '') return [];
  return [text.length > LONGEST_HEADING ? { kind: 'paragraph', text } : { kind: 'heading', level, text }];
}

/** A short line in bold alone is a heading, where people format by hand. */
function isBoldLine(element: Element): boolean {
  const text = oneLine(textContent(element));
  const bold = elementsOf(element).filter(({ name }) => name === 'strong' || name === 'b');
  return (
    bold.length > 0 &&
    text.length <= LONGEST_BOLD_HEADING &&
    !/[.!;:,]$/u.test(text) &&
    oneLine(bold.map((part) => textContent(part)).join(' ')) === text
  );
}

function itemsOf(list: Element, level: number): Block[] {
  let number = Number(list.attribs['start'] ?? 1) || 1;
  return elementsOf(list).flatMap((element) => {
    if (element.name !== 'li') return blocksOfElement(element, level - 1);
    const mark = list.name === 'ol' ? `${number}.` : undefined;
    number += 1;
    return itemOf(element, level, mark);
  });
}

/** A list item with the lists in it; what holds headings or tables is a card of the page and no item. */
function itemOf(item: Element, level: number, number?: string): Block[] {
  const blocks = walk(item.children, level);
  if (blocks.some(({ kind }) => kind === 'heading' || kind === 'table')) return blocks;
  const own = blocks.filter((block) => block.kind === 'paragraph').map(({ text }) => text);
  const under = blocks.filter((block) => block.kind === 'item' || block.kind === 'pair');
  if (own.length === 0) return under;
  return [{ kind: 'item', level, ...(number && { number }), text: own.join(' ') }, ...under];
}

function pairsOf(list: Element, level: number): Block[] {
  const parts = elementsOf(list).flatMap((element) => (element.name === 'div' ? elementsOf(element) : [element]));
  const blocks: Block[] = [];
  let terms: string[] = [];
  let answer: Block[] = [];
  const flush = (): void => {
    if (answer.length > 0) blocks.push({ kind: 'pair', question: terms.join(', '), answer });
    else for (const text of terms) blocks.push({ kind: 'paragraph', text });
    [terms, answer] = [[], []];
  };
  for (const part of parts) {
    if (part.name === 'dt') {
      if (answer.length > 0) flush();
      terms.push(oneLine(inlineText(part.children)));
    } else {
      answer.push(...walk(part.children, level));
    }
  }
  flush();
  return blocks;
}

function pairOfDetails(details: Element, level: number): Block[] {
  const summary = elementsOf(details).find(({ name }) => name === 'summary');
  const answer = walk(
    details.children.filter((child) => child !== summary),
    level,
  );
  const question = summary ? oneLine(inlineText(summary.children)) : '';
  if (question === '' || answer.length === 0) return answer;
  return [{ kind: 'pair', question, answer }];
}
