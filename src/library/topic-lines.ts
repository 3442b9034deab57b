/** What the first lines of a document say of its topic. */
export interface TopicLines {
  /** The first heading, if the text begins with one. */
  readonly title: string | undefined;
  /** From a line "Also called: food, dining". */
  readonly synonyms: readonly string[];
  /** From a line "Ask, for example: When is dinner? Is there a menu?". */
  readonly examples: readonly string[];
  /** The text without these lines. */
  readonly text: string;
}

const TITLE = /^# (.{1,200})(?:\n+|$)/u;
const NOTE = /^(Also called|Ask, for example): *(.+)(?:\n+|$)/u;

/** Reads the title and the lines "Also called: ..." and "Ask, for example: ..." at the beginning of a converted text. */
export function readTopicLines(converted: string): TopicLines {
  const heading = TITLE.exec(converted);
  let text = converted.slice(heading?.[0].length ?? 0);
  const notes = new Map<string, string>();
  for (let note = NOTE.exec(text); note; note = NOTE.exec(text)) {
    notes.set(note[1] ?? '', note[2] ?? '');
    text = text.slice(note[0].length);
  }
  return {
    title: heading?.[1]?.trim(),
    synonyms: listOf(notes.get('Also called'), ','),
    examples: listOf(notes.get('Ask, for example'), '?').map((question) => `${question}?`),
    text: text.trim(),
  };
}

function listOf(text: string | undefined, separator: string): string[] {
  return (text ?? '')
    .split(separator)
    .map((entry) => entry.trim())
    .filter(Boolean);
}

/** The same of an upload, whose topic has a title of its own: the first heading stays in its text. */
export function readUpload(converted: string): Omit<TopicLines, 'title'> {
  const { title, synonyms, examples, text } = readTopicLines(converted);
  if (synonyms.length + examples.length === 0) return { synonyms, examples, text: converted };
  return { synonyms, examples, text: title === undefined ? text : `# ${title}\n\n${text}` };
}
