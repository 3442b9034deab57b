import { selectAll } from 'css-select';
import type { Document, Element } from 'domhandler';
import { removeElement, textContent } from 'domutils';
import { descendants, elementsOf, hasAncestor, isElement } from './html-tree';

const NEVER_TEXT = new Set(
  (
    'script style noscript template svg math iframe object embed canvas video audio map head link meta base select input textarea datalist ' +
    'progress meter nav dialog'
  ).split(' '),
);
/** A button is a control, unless it opens the answer under a question. */
const LABELLED_BY_BUTTON = new Set(['dt', 'summary', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'legend', 'caption', 'th']);
const CHROME_ROLE = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'search',
  'dialog',
  'alertdialog',
  'menu',
  'menubar',
  'tooltip',
  'status',
]);
const CHROME_WORD =
  /^(?:breadcrumbs?|newsletter|subscribe|social|share|sharing|skip|skip-?link|skip-to-content|modal|popup|pop-up|overlay|promo|promo-bar|advert|advertisement|ads?|sidebar|related|related-posts|pagination|pager|topbar|top-bar|navbar|site-header|site-footer|page-footer|comments|sr-only|screen-?reader(?:-text)?|visually-hidden)$/iu;
const CONSENT = /cookie|consent|gdpr/iu;
const HIDING =
  /(?:^|[;{\s])(?:display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}(?:hidden|collapse)|(?:left|top|text-indent)\s{0,3}:\s{0,3}-\d{3,}|clip\s{0,3}:\s{0,3}rect\(0|font-size\s{0,3}:\s{0,3}0(?:[;}\s]|px|$)|opacity\s{0,3}:\s{0,3}0(?:[;}\s]|$))/iu;
/** Selectors are matched with this many elements at the most, all together. */
const MOST_MATCHES = 3_000_000;
const LONGEST_SELECTOR = 100;
/** A part that is named like a frame of the page is its content all the same when it holds this share of the text. */
const CONTENT_SHARE = 0.4;
const SECTIONS = new Set(['main', 'article', 'section']);

/** Leaves what a visitor of the page sees and came for: no scripts, hidden parts, controls, menus, banners, footers. */
export function keepVisibleContent(document: Document): void {
  const hidden = hiddenByStyleSheet(document);
  const opened = new Set(
    descendants(document)
      .flatMap(({ attribs }) => (attribs['aria-controls'] ?? '').split(' '))
      .filter(Boolean),
  );
  for (const element of descendants(document)) {
    const isGone = (isHidden(element) || hidden.has(element)) && !isOpenedByAControl(element, opened);
    if (NEVER_TEXT.has(element.name) || isGone || isControl(element)) removeElement(element);
  }
  removeChrome(document);
}

function isHidden({ attribs }: Element): boolean {
  const isHiddenUntilFound = attribs['hidden'] === 'until-found';
  return (
    (attribs['hidden'] !== undefined && !isHiddenUntilFound) || attribs['aria-hidden'] === 'true' || HIDING.test(attribs['style'] ?? '')
  );
}

/** The panel of an accordion or a tab is hidden until somebody presses its title. */
function isOpenedByAControl(element: Element, opened: ReadonlySet<string>): boolean {
  if (opened.has(element.attribs['id'] ?? '') || element.attribs['role'] === 'tabpanel') return true;
  let before = element.prev;
  while (before && !isElement(before)) before = before.prev;
  if (!before || CONSENT.test(nameOf(element))) return false;
  return [before, ...descendants(before)].some(({ attribs }) => attribs['aria-expanded'] !== undefined);
}

function isControl(element: Element): boolean {
  if (element.name === 'button') return !hasAncestor(element, LABELLED_BY_BUTTON);
  return element.name === 'label' && hasAncestor(element, new Set(['form', 'fieldset']));
}

/** What the page's own style sheets hide; conditional rules (@media print) are left out. */
function hiddenByStyleSheet(document: Document): Set<Element> {
  const elements = descendants(document);
  const sheets = elements.filter(({ name }) => name === 'style').map((element) => textContent(element));
  const selectors = sheets
    .flatMap((sheet) => withoutConditions(sheet).split('}'))
    .map((rule) => rule.split('{'))
    .filter(([, body = '']) => HIDING.test(body))
    .map(([selector = '']) => selector.trim())
    .filter((selector) => selector.length <= LONGEST_SELECTOR && /^[\w\s.#,-]+$/u.test(selector) && !/^(?:html|body)$/u.test(selector))
    .slice(0, Math.ceil(MOST_MATCHES / (elements.length + 1)));
  return new Set(selectors.flatMap((selector) => select(selector, document)));
}

function select(selector: string, document: Document): Element[] {
  try {
    return selectAll<Document['children'][number], Element>(selector, document);
  } catch {
    return [];
  }
}

/** A sheet without its @-blocks and comments. */
function withoutConditions(sheet: string): string {
  let kept = '';
  let depth = 0;
  let condition = -1;
  for (const part of sheet.replace(/\/\*[^*]*\*\//gu, '').split(/(?=[{}@])/u)) {
    if (part.startsWith('@') && condition < 0) condition = depth;
    if (part.startsWith('{')) depth += 1;
    if (part.startsWith('}')) depth -= 1;
    if (condition < 0) kept += part;
    else if (part.startsWith('}') && depth <= condition) {
      condition = -1;
      kept += part.slice(1);
    } else if (depth === condition && part.includes(';')) {
      condition = -1;
      kept += part.slice(part.indexOf(';') + 1);
    }
  }
  return kept;
}

const nameOf = ({ attribs }: Element): string => `${attribs['id'] ?? ''} ${attribs['class'] ?? ''}`;

function removeChrome(document: Document): void {
  const all = descendants(document);
  const mains = all.filter((element) => element.name === 'main' || element.attribs['role'] === 'main');
  const whole = visibleLength(document);
  const isContent = (element: Element): boolean =>
    mains.some((main) => isWithin(main, element)) || visibleLength(element) > CONTENT_SHARE * whole;
  for (const element of all) if (isChrome(element) && !isContent(element)) removeElement(element);
  const main = mains.find((element) => visibleLength(element) > 0);
  if (main && visibleLength(main) > CONTENT_SHARE * visibleLength(document)) {
    removeElement(main);
    document.children = [main];
    main.parent = document;
  } else {
    for (const list of descendants(document)) if (isMenu(list)) removeElement(list);
  }
}

function isChrome(element: Element): boolean {
  const { name, attribs } = element;
  if (CHROME_ROLE.has(attribs['role'] ?? '') || CONSENT.test(nameOf(element))) return name !== 'body' && name !== 'html';
  if (name === 'header') return !hasAncestor(element, SECTIONS) && !descendants(element).some((inner) => inner.name === 'h1');
  if (name === 'footer') return !hasAncestor(element, new Set(['blockquote']));
  if (name === 'aside') return !hasAncestor(element, new Set(['main', 'article']));
  return (
    name !== 'body' &&
    name !== 'html' &&
    nameOf(element)
      .split(/\s+/u)
      .some((word) => CHROME_WORD.test(word))
  );
}

/** A list of nothing but links. */
function isMenu(element: Element): boolean {
  if (element.name !== 'ul' && element.name !== 'ol') return false;
  const items = elementsOf(element);
  if (items.length < 3) return false;
  const linked = descendants(element)
    .filter(({ name }) => name === 'a')
    .reduce((sum, link) => sum + visibleLength(link), 0);
  return linked > 0.9 * visibleLength(element);
}

function isWithin(element: Element, ancestor: Element): boolean {
  for (let at: Element['parent'] = element; at; at = at.parent) if (at === ancestor) return true;
  return false;
}

function visibleLength(node: Document | Element): number {
  return textContent(node).replace(/\s+/gu, ' ').trim().length;
}
