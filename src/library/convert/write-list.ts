import { FUNCTION_WORDS } from '../../text/function-words';
import { capitalized } from '../../text/sentences';
import type { ListItem } from './blocks';

interface Item {
  readonly text: string;
  readonly under: Item[];
}

/**
 * A list as one line: "Please bring: a towel; a padlock." Items that are sentences stay sentences; an item with items under
 * it becomes a sentence of its own: "Drinks for six hours: with wine 42 euros; with cocktails 55 euros." The lead-in, if any,
 * stands before items that are no sentences.
 */
export function writeList(items: readonly ListItem[], leadIn = ''): string {
  const tree = nest(items);
  const sentences = tree.filter(({ text }) => isEnded(text)).length * 2 >= tree.length;
  const written: string[] = [];
  let run: string[] = [];
  const flush = (): void => {
    if (run.length > 0) written.push(ended(run.join('; ')));
    run = [];
  };
  for (const item of tree) {
    if (item.under.length === 0 && !sentences) {
      run.push(bare(item.text));
    } else {
      flush();
      written.push(item.under.length === 0 ? ended(item.text) : writeParent(item));
    }
  }
  flush();
  const text = written.map((sentence, index) => (index === 0 ? sentence : capitalized(sentence))).join(' ');
  const needsLead = leadIn !== '' && !sentences && tree[0]?.under.length === 0 && !/[?!]$/u.test(leadIn);
  return !needsLead ? text : `${leadIn.replace(/^\d[\d.]{0,8}\s+|\s*[:.]$/gu, '')}: ${lowered(text)}`;
}

/** With a full stop, unless it ends already. */
export function ended(text: string): string {
  return isEnded(text) || text.endsWith(':') ? text : `${bare(text)}.`;
}

const isEnded = (text: string): boolean => /[.!?…]["'”’)]*$/u.test(text);
const bare = (text: string): string => text.replace(/\s*[.;,]$/u, '');

function nest(items: readonly ListItem[]): Item[] {
  const top: Item[] = [];
  const path: { level: number; item: Item }[] = [];
  for (const { level, number, text } of items) {
    const item: Item = { text: number ? `${number.replace(/[.:)]$/u, '')}) ${text}` : text, under: [] };
    while ((path.at(-1)?.level ?? -1) >= level) path.pop();
    (path.at(-1)?.item.under ?? top).push(item);
    path.push({ level, item });
  }
  return top;
}

function writeParent({ text, under }: Item): string {
  if (isEnded(text)) return [text, ...under.map((item) => ended(flat(item)))].join(' ');
  const isSentence = under.some((item) => isEnded(item.text));
  const children = isSentence ? under.map((item) => ended(flat(item))).join(' ') : ended(under.map((item) => bare(flat(item))).join('; '));
  return `${text.replace(/\s*[:;,]$/u, '')}: ${lowered(children)}`;
}

/** An item with what is under it in brackets. */
function flat({ text, under }: Item): string {
  return under.length === 0 ? text : `${bare(text).replace(/:$/u, '')} (${under.map((item) => bare(flat(item))).join(', ')})`;
}

/** After a lead-in, "A towel" begins small; a name, which may be one, is left alone. */
function lowered(text: string): string {
  const first = /^[A-Z][a-z']*(?= )/u.exec(text)?.[0];
  return first && first !== 'I' && FUNCTION_WORDS.has(first.toLowerCase()) ? first.toLowerCase() + text.slice(first.length) : text;
}
