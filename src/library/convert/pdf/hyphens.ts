/** Second halves that keep their hyphen: check-out, drive-in, sugar-free. */
const KEEPS_BEFORE = new Set('in out up off down free friendly based only'.split(' '));
const KEEPS_AFTER = new Set('self non half'.split(' '));
/** Words that end like those and have none. */
const ONE_WORD = new Set('within without throughout therein herein wherein into layout about throughout setup'.split(' '));
const BROKEN = /(\p{L}+)-$/u;

/** Joins the lines of a paragraph; a word broken at a line end becomes one again unless its hyphen is its own. */
export class LineJoiner {
  /** Words as they stand within lines, with their hyphens. */
  private readonly words = new Set<string>();

  constructor(lines: Iterable<string>) {
    for (const line of lines) for (const word of line.toLowerCase().match(/\p{L}+(?:-\p{L}+)*(?!-$)/gu) ?? []) this.words.add(word);
  }

  join(text: string, next: string): string {
    if (text === '') return next;
    const first = BROKEN.exec(text)?.[1];
    const second = /^\p{L}+/u.exec(next)?.[0];
    if (!first || !second) return /[\p{L}\p{N}]-$/u.test(text) && /^\p{N}/u.test(next) ? text + next : `${text} ${next}`;
    return (this.keepsHyphen(first, second) ? text : text.slice(0, -1)) + next;
  }

  private keepsHyphen(first: string, second: string): boolean {
    if (/^\p{Lu}/u.test(second)) return true;
    const [before, after] = [first.toLowerCase(), second.toLowerCase()];
    if (this.words.has(`${before}-${after}`)) return true;
    if (this.words.has(before + after) || ONE_WORD.has(before + after)) return false;
    return before.length === 1 || KEEPS_AFTER.has(before) || (KEEPS_BEFORE.has(after) && before.length > 2);
  }
}
