/** A part of a text under one heading; `start` to `end` leaves the heading's own line out. */
export interface Section {
  /** The headings it stands under, like "Prices > Day tickets"; empty before the first one. */
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

interface Heading {
  readonly level: number;
  readonly title: string;
  readonly start: number;
  /** Where the line after it begins. */
  readonly end: number;
}

const LONGEST_HEADING = 80;
/** A heading as converted documents mark it. */
const MARKED = /^(#{1,6}) +(\S.*)$/u;

/** Sections of a text, in order. Where no heading is marked, a short line that stands alone above others is one. */
export function splitSections(text: string): Section[] {
  const headings = findHeadings(text);
  const sections: Section[] = [];
  const above: Heading[] = [];
  let start = 0;
  for (const heading of [...headings, { level: 0, title: '', start: text.length, end: text.length }]) {
    sections.push({ path: above.map(({ title }) => title).join(' > '), start, end: heading.start });
    while ((above.at(-1)?.level ?? 0) >= heading.level && above.length > 0) above.pop();
    above.push(heading);
    start = heading.end;
  }
  return sections.filter((section) => text.slice(section.start, section.end).trim() !== '');
}

function findHeadings(text: string): Heading[] {
  const lines = text.split('\n');
  const isMarked = lines.some((line) => MARKED.test(line));
  const headings: Heading[] = [];
  let start = 0;
  lines.forEach((line, index) => {
    const end = Math.min(text.length, start + line.length + 1);
    const marked = MARKED.exec(line);
    if (marked) headings.push({ level: marked[1]?.length ?? 1, title: shortened(marked[2] ?? ''), start, end });
    else if (!isMarked && isHeading(line, lines[index - 1], lines[index + 1])) headings.push({ level: 1, title: line.trim(), start, end });
    start = end;
  });
  return headings;
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

function shortened(title: string): string {
  const text = title.trim();
  return text.length <= LONGEST_HEADING ? text : `${text.slice(0, LONGEST_HEADING - 1)}…`;
}
