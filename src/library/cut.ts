import { splitSentences, type TokenRange } from '../text/sentences';
import { tokenize, type Token } from '../text/tokens';
import { splitSections } from './headings';

/** A piece of a text that is read at once; offsets count UTF-16 units. */
export interface CutPassage {
  readonly text: string;
  readonly start: number;
  /** The headings it stands under, like "Prices > Day tickets"; may be empty. */
  readonly path: string;
}

/** Goes up when texts are cut otherwise, so that what is stored is cut anew. */
export const CUTTER = 1;
/** Tokens of a passage; about 260 word pieces, so that path, passage and question stay under the encoder's 510. */
export const LONGEST_PASSAGE = 200;
/** Tokens that two passages of one section share at most. */
export const LONGEST_OVERLAP = 50;

/**
 * Cuts a text into the passages that are found and read: at its headings, and a long section between its lines and sentences,
 * with an overlap. A heading is the path of what stands below it and no passage itself; a line as converted documents write a
 * table's row, and a question with its answer ("Q: ...", "A: ..."), are cut only when they alone are longer than a passage.
 */
export function cutPassages(text: string): CutPassage[] {
  const sections = splitSections(text);
  // What is nothing but headings is still to be found.
  if (sections.length === 0) return text.trim() === '' ? [] : cutSection(text, { path: '', start: 0, end: text.length });
  return sections.flatMap((section) => cutSection(text, section));
}

function cutSection(text: string, { path, start: from, end: to }: { path: string; start: number; end: number }): CutPassage[] {
  const section = text.slice(from, to);
  const tokens = tokenize(section);
  const units = unitsOf(section, tokens);
  const passages: CutPassage[] = [];
  let first = 0;
  while (first < units.length) {
    const begin = units[first]?.start ?? 0;
    let next = first + 1;
    while (next < units.length && (units[next]?.end ?? 0) - begin <= LONGEST_PASSAGE) next += 1;
    const start = tokens[begin]?.start ?? 0;
    const end = tokens[(units[next - 1]?.end ?? 1) - 1]?.end ?? section.length;
    passages.push({ text: section.slice(start, end), start: from + start, path });
    if (next >= units.length) break;
    const last = units[next - 1] as TokenRange;
    const overlaps = next - 1 > first && last.end - last.start <= LONGEST_OVERLAP;
    first = overlaps ? next - 1 : next;
  }
  return passages;
}

/** What is kept whole where it can be: sentences of prose; lines that are a row or belong to a question and its answer. */
function unitsOf(text: string, tokens: readonly Token[]): TokenRange[] {
  const sentences = splitSentences(text, tokens);
  const units: TokenRange[] = [];
  for (const sentence of sentences) {
    const before = units.at(-1);
    const joined = before && { start: before.start, end: sentence.end };
    const staysWhole = joined && joined.end - joined.start <= LONGEST_PASSAGE && belongsTo(text, tokens, before, sentence);
    if (staysWhole) units[units.length - 1] = joined;
    else units.push(...atMost(LONGEST_PASSAGE, sentence));
  }
  return units;
}

/** Whether a sentence goes on with the row, or the answer, that it follows. */
function belongsTo(text: string, tokens: readonly Token[], before: TokenRange, sentence: TokenRange): boolean {
  const start = tokens[before.start]?.start ?? 0;
  const here = tokens[sentence.start]?.start ?? 0;
  const between = text.slice(tokens[before.end - 1]?.end, here);
  if (text.startsWith('Q: ', start)) return !between.includes('\n') || text.startsWith('A: ', here);
  return !between.includes('\n') && text.slice(start, here).includes('; ');
}

function atMost(longest: number, { start, end }: TokenRange): TokenRange[] {
  const parts: TokenRange[] = [];
  for (let at = start; at < end; at += longest) parts.push({ start: at, end: Math.min(end, at + longest) });
  return parts;
}
