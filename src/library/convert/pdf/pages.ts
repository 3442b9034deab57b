import { getDocumentProxy } from 'unpdf';
import { AssistantError } from '../../../assistant/errors';
import { cleanCharacters } from '../characters';

/** A run of characters where it stands; x to the right and y downwards, in points of 1/72 inch from the upper left corner. */
export interface Run {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  /** Of the baseline. */
  readonly y: number;
  /** Height of the font. */
  readonly size: number;
  readonly font: string;
}

export interface TagNode {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly TagNode[];
}

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
  /** The structure of a tagged page, and the text of each of its marked parts. */
  readonly tags: TagNode | null;
  readonly marked: ReadonlyMap<string, string>;
}

const MOST_PAGES = 300;
const MOST_RUNS = 300_000;

/** The pages of a PDF with its text where it stands. Throws AssistantError `document-too-large`, and what pdf.js throws. */
export async function readPages(bytes: Uint8Array): Promise<Page[]> {
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, isEvalSupported: false });
  try {
    if (document.numPages > MOST_PAGES) {
      throw new AssistantError('document-too-large', `The document has more than ${MOST_PAGES} pages. Split it.`);
    }
    const pages: Page[] = [];
    let runs = 0;
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await readPage(await document.getPage(number));
      runs += page.runs.length;
      if (runs > MOST_RUNS) throw new AssistantError('document-too-large', 'The document has too much text. Split it.');
      pages.push(page);
    }
    return pages;
  } finally {
    await document.destroy();
  }
}

type Matrix = readonly number[];
type PageProxy = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;

async function readPage(page: PageProxy): Promise<Page> {
  const view = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const runs: Run[] = [];
  const marked = new Map<string, string>();
  const open: string[] = [];
  for (const item of items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') open.pop();
      else open.push(item.type === 'beginMarkedContentProps' ? item.id : (open.at(-1) ?? ''));
      continue;
    }
    const text = cleanCharacters(item.str);
    const id = open.at(-1);
    if (id) marked.set(id, (marked.get(id) ?? '') + text + (item.hasEOL ? '\n' : ''));
    const run = text.trim() === '' ? undefined : placed(text, item.width, item.transform as Matrix, view.transform);
    if (run) runs.push({ ...run, font: item.fontName });
  }
  const tags = (await page.getStructTree()) as TagNode | null;
  return { width: view.width, height: view.height, runs, tags, marked };
}

/** Undefined for text that is not level: watermarks and margins. */
function placed(text: string, width: number, own: Matrix, view: Matrix): Omit<Run, 'font'> | undefined {
  const [a, b, c, d, e, f] = multiply(view, own);
  if (Math.abs(b) > 0.1 * Math.abs(a) || a <= 0) return undefined;
  const size = Math.hypot(c, d);
  return { text, x: e, right: e + width, y: f, size };
}

function multiply(m: Matrix, n: Matrix): [number, number, number, number, number, number] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = n;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}
