import MarkdownIt from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import type { Block } from './blocks';
import { cleanCharacters } from './characters';
import { fragmentToBlocks } from './html';

const FRONT_MATTER = /^---[ \t]*\n((?:[^\n]{0,500}\n){0,200}?)(?:---|\.\.\.)[ \t]*(?:\n|$)/u;
const TASK_BOX = /^(\s{0,40}(?:[-*+]|\d{1,9}[.)])\s{1,4})\[[ xX]\]\s/gmu;
const ALERT = /^(>\s?)\[!\w{1,20}\]\s*$/gmu;
/** "Also called: ..." and the like are lines of their own for our folder. */
const NOTE_LINE = /\n(?=(?:Also called|Ask, for example|Q|A): )/gu;

/** The blocks of a Markdown text (CommonMark with tables and footnotes); its front matter gives the title when it has no other. */
export function markdownToBlocks(text: string): Block[] {
  const clean = cleanCharacters(text);
  const frontMatter = FRONT_MATTER.exec(clean);
  const body = clean
    .slice(frontMatter?.[0].length ?? 0)
    .replace(TASK_BOX, '$1')
    .replace(ALERT, '$1')
    .replace(NOTE_LINE, '  \n');
  const blocks = fragmentToBlocks(new MarkdownIt({ html: true }).use(footnotes).render(body));
  const title = /^title:\s*["']?([^\n"']{1,120})/mu.exec(frontMatter?.[1] ?? '')?.[1]?.trim();
  const hasTitle = blocks.some((block) => block.kind === 'heading');
  return title && !hasTitle ? [{ kind: 'heading', level: 1, text: title }, ...blocks] : blocks;
}
