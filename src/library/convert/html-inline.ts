import { isText, type ChildNode, type Element } from 'domhandler';
import { textContent } from 'domutils';
import { oneLine } from './characters';
import { BLOCK_ELEMENTS, isElement } from './html-tree';

/** Crossed out is no longer true. */
const CROSSED_OUT = new Set(['s', 'del', 'strike']);

/** The text of nodes as lines: white space as a browser shows it, a line break where it breaks; tabs stay. */
export function inlineText(nodes: readonly ChildNode[]): string {
  return nodes
    .map((node) => rawText(node))
    .join('')
    .split('\n')
    .map((line) => line.replace(/ +/gu, ' ').trim())
    .filter(Boolean)
    .join('\n');
}

function rawText(node: ChildNode): string {
  if (isText(node)) return node.data.replace(/[\n\r ]+/gu, ' ');
  if (!isElement(node) || CROSSED_OUT.has(node.name)) return '';
  if (node.name === 'br') return '\n';
  if (node.name === 'img') return ` ${(node.attribs['alt'] ?? '').length <= 20 ? (node.attribs['alt'] ?? '') : ''} `;
  if (node.name === 'sup') return superscript(node);
  const inner = node.children.map((child) => rawText(child)).join('');
  if (node.name === 'a') return inner + addressOf(node, inner);
  return BLOCK_ELEMENTS.has(node.name) ? `\n${inner}\n` : inner;
}

/** "m²" and "1st" are read; a raised digit or star elsewhere is the mark of a note. */
function superscript(element: Element): string {
  const text = oneLine(textContent(element));
  const before = element.prev && isText(element.prev) ? element.prev.data : '';
  if (/^[23]$/u.test(text) && /(?:^|[\s\d])[kcm]?m$/u.test(before)) return text === '2' ? '²' : '³';
  return /^[\d*†‡[\](),\s]*$/u.test(text) ? '' : text;
}

/** Where a link writes or calls to, when its words do not say it. */
function addressOf({ attribs }: Element, text: string): string {
  const address = /^(?:mailto|tel):([^?]{3,80})/iu.exec(attribs['href'] ?? '')?.[1];
  if (!address || /[@\d]/u.test(text) || oneLine(text) === '') return '';
  return ` (${address})`;
}
