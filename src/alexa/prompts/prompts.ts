/** Everything the skill says of its own accord, in one language. `{name}` stands for what is filled in. */
export interface Prompts {
  readonly deskName: string;
  readonly welcome: string;
  readonly welcomeTopics: string;
  readonly welcomeNoTopics: string;
  readonly welcomeBack: string;
  readonly welcomeBackTopic: string;
  /** Said where people speak another language than the texts; empty where they speak the same. */
  readonly otherLanguage: string;
  readonly ask: string;
  readonly askReprompt: string;
  /** Follow-ups to an answer, used in turn. */
  readonly anythingElse: readonly string[];
  readonly anythingElseReprompt: string;
  readonly emptyQuestion: string;
  readonly nothingToRead: string;
  readonly whichTopicReprompt: string;
  readonly notedGoOn: string;
  readonly notedReprompt: string;
  readonly notesDone: string;
  readonly notesDoneOne: string;
  readonly notesTooLong: string;
  readonly whatToNote: string;
  readonly moreToHear: string;
  readonly noMore: string;
  readonly gladly: string;
  readonly notThatThen: string;
  readonly helpNotes: string;
  readonly helpOtherWords: string;
  readonly fallback: string;
  readonly thanksForFeedback: string;
  readonly tooSlow: string;
  readonly broken: string;
  readonly oneMoment: string;
  /** Above the list on a screen. */
  readonly screenTopics: string;
  readonly screenExamples: string;
  readonly and: string;
}

/** A prompt with its `{names}` filled in. */
export function fill(prompt: string, values: Readonly<Record<string, string>>): string {
  return prompt.replace(/\{(\w{1,20})\}/gu, (_, name: string) => values[name] ?? '');
}
