import type { SocialAct } from '../utterances/lexicon';

/** What the assistant says of its own accord, in one language. Answers themselves stay in the language of the texts. */
export interface Replies {
  /** Several wordings of each courtesy; a session hears them in turn. */
  readonly social: Readonly<Record<SocialAct, readonly string[]>>;
  readonly stop: readonly string[];
  /** Says what can be asked; `topics` is "a, b and c", empty when there are none. */
  readonly capabilities: (topics: string, example: string | undefined, isInTopic: boolean) => string;
  readonly startOver: string;
  readonly everything: string;
  readonly nothingSaid: string;
  readonly noSource: string;
  readonly source: (source: string, sentence: string) => string;
  readonly sure: (source: string, sentence: string) => string;
  readonly unsure: string;
  readonly more: (sentences: string) => string;
  readonly noMore: string;
  readonly notedWithoutWords: string;
  readonly noted: (note: string) => string;
  readonly noteNeedsSession: string;
  readonly notes: (notes: readonly string[]) => string;
  readonly noNotes: string;
  readonly noteForgotten: (note: string) => string;
  readonly noteUnknown: string;
  readonly notesCleared: string;
  readonly notesFull: string;
  readonly topics: (topics: string) => string;
  readonly noTopics: string;
  readonly currentTopic: (topic: string) => string;
  readonly noTopic: string;
  readonly topicChosen: (topic: string) => string;
  readonly topicUnknown: (name: string, topics: string) => string;
  readonly whichTopic: (topics: string) => string;
  readonly handOver: string;
  readonly emptyQuestion: string;
  readonly nonsense: (example: string | undefined) => string;
  readonly notInTexts: string;
  /** Of several questions, the one that could not be answered. */
  readonly notKnown: (question: string) => string;
  readonly notInTopic: (topic: string) => string;
  readonly nearby: (subject: string) => string;
  readonly deskAnswer: string;
  readonly list: (items: readonly string[], conjunction: 'and' | 'or') => string;
}
