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
    if (this.skipped > 0 || this.tagStack.length > DEEPEST) this.skipped += 1;
    else super.onopentag(name, attributes);
  }

  override onclosetag(): void {
    if (this.skipped > 0) this.skipped -= 1;
    else super.onclosetag();
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

/** All elements under a node, in document order. */
export function* descendants(node: ParentNode): Generator<Element> {
  for (const child of node.children) {
    if (!isElement(child)) continue;
    yield child;
    yield* descendants(child);
  }
}

export function hasAncestor(element: Element, names: ReadonlySet<string>): boolean {
  for (let parent = element.parent; isElement(parent); parent = parent.parent) if (names.has(parent.name)) return true;
  return false;
}
