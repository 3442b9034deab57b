/** Courtesies, which need no text to be answered. */
export const SOCIAL_ACTS = [
  'greeting',
  'thanks',
  'goodbye',
  'identity',
  'compliment',
  'insult',
  'apology',
  'how-are-you',
  'sympathy',
  'laughter',
  'acknowledgement',
] as const;
export type SocialAct = (typeof SOCIAL_ACTS)[number];

/** Talk about the talk itself. */
export const META_ACTS = ['repeat', 'slower', 'more', 'source', 'sure', 'capabilities', 'start-over', 'everything', 'stop'] as const;
export type MetaAct = (typeof META_ACTS)[number];

export const NOTE_ACTS = ['note', 'list-notes', 'forget-note', 'clear-notes'] as const;
export type NoteAct = (typeof NOTE_ACTS)[number];

export const TOPIC_ACTS = ['choose-topic', 'list-topics', 'current-topic'] as const;
export type TopicAct = (typeof TOPIC_ACTS)[number];

export type Act = SocialAct | MetaAct | NoteAct | TopicAct | 'person';

/** How people of one language say what is no question. All of it is compared in lower case and without punctuation. */
export interface Lexicon {
  /** Words that may stand around anything and say nothing. */
  readonly fillers: readonly string[];
  /** Phrases of courtesy; an utterance made of nothing else is no question. */
  readonly social: Readonly<Record<SocialAct, readonly string[]>>;
  /** What may be taken from the front and from the end of a question without changing it. */
  readonly openers: readonly string[];
  readonly closers: readonly string[];
  /** Whole utterances; a group named `rest` is what was said along: a note, a topic's name. */
  readonly patterns: readonly { readonly act: Act; readonly form: RegExp }[];
  /** A word of these in a sentence makes it a question, whatever courtesy stands around it. */
  readonly questionWords: ReadonlySet<string>;
  /** What a short call may be about although it has no question word: "hello, opening times". */
  readonly deskNouns: ReadonlySet<string>;
}
