import { Text, type Element, type ParentNode } from 'domhandler';
import { appendChild, removeElement, textContent } from 'domutils';
import { oneLine } from './characters';
import { BLOCK_ELEMENTS, descendants, isElement } from './html-tree';

/** Puts each footnote after the paragraph, item or cell that refers to it, where its reader wants it. */
export function placeFootnotes(document: ParentNode): void {
  const all = descendants(document);
  const byId = new Map(all.filter(({ attribs }) => attribs['id']).map((element) => [element.attribs['id'], element]));
  const placed = new Set<Element>();
  for (const link of all.filter(({ name }) => name === 'a')) {
    const note = byId.get(/^#(.+)$/u.exec(link.attribs['href'] ?? '')?.[1]);
    const mark = raisedMark(link);
    const home = mark && blockAround(mark);
    if (!note || !mark || !home || placed.has(note) || !isNote(note)) continue;
    placed.add(note);
    appendChild(home, new Text(asSentence(home, noteText(note))));
    removeElement(mark);
  }
  for (const note of placed) {
    const list = note.parent;
    removeElement(note);
    if (isElement(list) && oneLine(textContent(list)) === '') removeElement(list);
  }
}

/** The outermost raised element around a link. */
function raisedMark(link: Element): Element | undefined {
  let mark: Element | undefined;
  for (let at: Element['parent'] = link; isElement(at) && !BLOCK_ELEMENTS.has(at.name); at = at.parent) if (at.name === 'sup') mark = at;
  return mark;
}

function blockAround(element: Element): Element | undefined {
  for (let at = element.parent; isElement(at); at = at.parent) if (BLOCK_ELEMENTS.has(at.name)) return at;
  return undefined;
}

const isNote = ({ name }: Element): boolean => name === 'li' || name === 'p' || name === 'div' || name === 'aside';

/** A note's words, without the arrow back to its mark. */
function noteText(note: Element): string {
  for (const link of descendants(note).filter(({ name, attribs }) => name === 'a' && attribs['href']?.startsWith('#'))) {
    if (!/\p{L}{2}/u.test(textContent(link))) removeElement(link);
  }
  return oneLine(textContent(note));
}

function asSentence(home: Element, text: string): string {
  const before = oneLine(textContent(home)).replace(/(?:\s?\[\d+\])+$/u, '');
  if (text === '') return '';
  if (home.name === 'td' || home.name === 'th') return ` (${text})`;
  return `${/[.!?]$/u.test(before) ? ' ' : '. '}${text}`;
}
