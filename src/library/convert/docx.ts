import { strToU8, strFromU8, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { AssistantError } from '../../assistant/errors';
import { readArchive } from './archive';
import type { Block } from './blocks';
import { fragmentToBlocks } from './html';

const MOST_TAGS = 400_000;
const MOST_CHARACTERS = 2_000_000;
const READ_PART =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:document|styles|numbering|footnotes|endnotes)\d{0,2}\.xml|word\/_rels\/[\w.]{1,60}\.rels)$/u;

/** Word's names of styles; what is crossed out or belongs to a table of contents is not read. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  ...[1, 2, 3, 4, 5].map((level) => `p[style-name='Heading ${level}'] => h${level + 1}:fresh`),
  "p[style-name^='toc '] => !",
  "p[style-name^='TOC'] => !",
  'strike => !',
  'comment-reference => !',
];

/** The blocks of a Word file. Throws AssistantError `document-too-large`; other errors for damaged files. */
export async function docxToBlocks(bytes: Uint8Array): Promise<Block[]> {
  const parts = readArchive(bytes, (name) => READ_PART.test(name));
  for (const [name, part] of parts) if (name.endsWith('document.xml')) parts.set(name, strToU8(readable(strFromU8(part))));
  const buffer = Buffer.from(zipSync(Object.fromEntries(parts), { level: 0 }));
  const { value } = await mammoth.convertToHtml(
    { buffer },
    {
      styleMap: STYLES,
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      transformDocument: transforms.paragraph(withListLevel),
    },
  );
  return fragmentToBlocks(value);
}

/** Hidden text becomes crossed-out text, which is left out. */
function readable(xml: string): string {
  if ((xml.match(/</gu)?.length ?? 0) > MOST_TAGS) {
    throw new AssistantError('document-too-large', 'The document has too many paragraphs. Split it, or save it as text.');
  }
  if (xml.replace(/<[^>]*>/gu, '').length > MOST_CHARACTERS) {
    throw new AssistantError('document-too-large', 'The document holds more than two million characters. Split it.');
  }
  return xml.replace(/<w:vanish(?: w:val="(?:1|true|on)")? ?\/>/gu, '<w:strike/>');
}

/** Not in mammoth's types. */
const { transforms } = mammoth as unknown as {
  readonly transforms: { paragraph(change: (paragraph: MammothParagraph) => MammothParagraph): (document: unknown) => unknown };
};

interface MammothParagraph {
  readonly styleName?: string | null;
  readonly numbering?: { readonly level: string | number; readonly isOrdered: boolean } | null;
}

/** The styles "List Bullet 2", "List Number 3" say the level of an item, where its numbering does not. */
function withListLevel(paragraph: MammothParagraph): MammothParagraph {
  const style = /^List (Bullet|Number)(?: ([2-5]))?$/iu.exec(paragraph.styleName ?? '');
  if (!style) return paragraph;
  const level = String(Number(style[2] ?? 1) - 1);
  return { ...paragraph, numbering: { isOrdered: paragraph.numbering?.isOrdered ?? style[1] === 'Number', level } };
}
