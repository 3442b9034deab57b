import type { Block } from '../blocks';
import { fragmentToBlocks } from '../html';
import type { Page, TagNode } from './pages';

/** Roles of ISO 32000-1, 14.8.4, as the elements of HTML that they stand for. */
const ELEMENTS: Readonly<Record<string, string>> = {
  H: 'h2',
  H1: 'h1',
  H2: 'h2',
  H3: 'h3',
  H4: 'h4',
  H5: 'h5',
  H6: 'h6',
  Title: 'h1',
  P: 'p',
  L: 'ul',
  LI: 'li',
  Table: 'table',
  TR: 'tr',
  TH: 'th',
  TD: 'td',
  Caption: 'p',
  BlockQuote: 'blockquote',
};
/** Marks of list items, pictures, running heads. */
const NOT_READ = new Set(['Lbl', 'Figure', 'Artifact', 'Formula', 'TOC', 'TOCI']);
const STRUCTURE = /<(?:h[1-6]|table|ul)>/u;
const MOST_MISSING = 0.1;

/** The blocks of a tagged PDF; undefined when its tags miss text or tell nothing of its structure. */
export function taggedToBlocks(pages: readonly Page[]): Block[] | undefined {
  if (pages.some(({ tags, runs }) => tags === null && runs.length > 0)) return undefined;
  const html = pages.map(({ tags, marked }) => (tags ? toHtml(tags, marked, 0) : '')).join('\n');
  if (!STRUCTURE.test(html)) return undefined;
  const told = html.replace(/<[^>]*>|\s/gu, '').length;
  const drawn = pages.flatMap(({ runs }) => runs).reduce((sum, { text }) => sum + text.replace(/\s/gu, '').length, 0);
  return told < (1 - MOST_MISSING) * drawn ? undefined : fragmentToBlocks(html);
}

function toHtml(node: TagNode, marked: ReadonlyMap<string, string>, depth: number): string {
  if (node.type === 'content') return escaped(marked.get(node.id ?? '') ?? '');
  if (NOT_READ.has(node.role ?? '') || depth > 100) return '';
  const inner = (node.children ?? []).map((child) => toHtml(child, marked, depth + 1)).join('');
  const element = ELEMENTS[node.role ?? ''];
  return element ? `<${element}>${inner}</${element}>` : inner;
}

const escaped = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');
