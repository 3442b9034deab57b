import { splitPieces, type TextPiece } from './passages';

/** A piece of a text with the heading it stands under. */
export interface SectionPiece extends TextPiece {
  readonly heading: string;
}

const LONGEST_HEADING = 80;

/** A heading as the library's texts mark it. */
const MARK = /^#{1,6} /u;

/** Cuts a text at its headings, and what is still too long at sentence ends. A piece begins with its heading's words. */
export function splitSections(text: string): SectionPiece[] {
  const starts: { readonly at: number; readonly from: number; readonly heading: string }[] = [];
  let at = 0;
  const lines = text.split('\n');
  lines.forEach((line, index) => {
    const mark = MARK.exec(line)?.[0] ?? '';
    if (mark || isHeading(line, lines[index - 1], lines[index + 1])) {
      starts.push({ at, from: at + mark.length, heading: line.slice(mark.length).trim() });
    }
    at += line.length + 1;
  });
  if (starts[0]?.at !== 0) starts.unshift({ at: 0, from: 0, heading: '' });
  return starts.flatMap(({ from, heading }, index) =>
    splitPieces(text.slice(from, starts[index + 1]?.at)).map((piece) => ({ text: piece.text, start: piece.start + from, heading })),
  );
}

/** A short line of its own without a full stop, with text below it. */
function isHeading(line: string, before: string | undefined, after: string | undefined): boolean {
  const text = line.trim();
  const standsAlone = before === undefined || before.trim() === '';
  return (
    standsAlone &&
    text.length > 0 &&
    text.length <= LONGEST_HEADING &&
    /^[\p{Lu}\p{N}]/u.test(text) &&
    !/[.!?:;,]$/u.test(text) &&
    after !== undefined
  );
}
