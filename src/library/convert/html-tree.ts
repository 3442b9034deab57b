import { DomHandler, Element, type ChildNode, type Document, type ParentNode } from 'domhandler';
import { Parser } from 'htmlparser2';
import { AssistantError } from '../../assistant/errors';

/** Elements that begin on a line of their own. */
export const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hgroup hr html legend li main menu ol optgroup p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

const MOST_ELEMENTS = 250_000;
const DEEPEST = 200;
/** Elements nested deeper than any page are left out up to this depth; below it the page is refused. */
const DEEPEST_SKIPPED = 10_000;

/** Elements with a block element somewhere inside. */
const HOLDING_BLOCKS = new WeakSet<Element>();

/**
 * A parsed page that is safe to walk: elements nested deeper than any reader's page are left out while their text stays,
 * and a page of more elements than a book has is refused. Throws AssistantError `document-too-large`.
 */
class BoundedHandler extends DomHandler {
  private elements = 0;
  private skipped = 0;

  override onopentag(name: string, attributes: Record<string, string>): void {
    this.elements += 1;
    if (this.elements > MOST_ELEMENTS) {
      throw new AssistantError('document-too-large', 'The page has too many elements. Split it, or give its text alone.');
    }
    if (this.skipped > 0 || this.tagStack.length > DEEPEST) this.skip();
    else {
      if (BLOCK_ELEMENTS.has(name)) this.markHolders();
      super.onopentag(name, attributes);
    }
  }

  override onclosetag(): void {
    if (this.skipped > 0) this.skipped -= 1;
    else super.onclosetag();
  }

  private skip(): void {
    this.skipped += 1;
    if (this.skipped > DEEPEST_SKIPPED) {
      throw new AssistantError('document-too-large', 'The page is nested too deeply. Give its text alone.');
    }
  }

  private markHolders(): void {
    for (let at = this.tagStack.length - 1; at >= 0; at -= 1) {
      const holder = this.tagStack[at];
      if (!(holder instanceof Element) || HOLDING_BLOCKS.has(holder)) break;
      HOLDING_BLOCKS.add(holder);
    }
  }
}

/** Parses HTML, or XML as it is written. Throws AssistantError `document-too-large`. */
export function parseMarkup(markup: string, options: { readonly xml?: boolean } = {}): Document {
  const handler = new BoundedHandler();
  new Parser(handler, { decodeEntities: true, xmlMode: options.xml === true }).end(markup);
  return handler.root;
}

export function isElement(node: ChildNode | ParentNode | null | undefined): node is Element {
  return node instanceof Element;
}

export function elementsOf(node: ParentNode): Element[] {
  return node.children.filter((child) => isElement(child));
}

/** Whether an element begins on a line of its own, or something in it does. */
export function isBlock(element: Element): boolean {
  return BLOCK_ELEMENTS.has(element.name) || HOLDING_BLOCKS.has(element);
}

/** All elements under a node, in document order. */
export function descendants(node: ParentNode): Element[] {
  const found: Element[] = [];
  const open = elementsOf(node).reverse();
  for (let element = open.pop(); element; element = open.pop()) {
    found.push(element);
    for (let child = element.lastChild; child; child = child.prev) if (isElement(child)) open.push(child);
  }
  return found;
}

export function hasAncestor(element: Element, names: ReadonlySet<string>): boolean {
  for (let parent = element.parent; isElement(parent); parent = parent.parent) if (names.has(parent.name)) return true;
  return false;
}
